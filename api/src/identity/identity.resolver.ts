import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { SignedIn, SignInInput, SignInRefused, SignInResult, Viewer } from './identity.types.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { findViewer } from './viewer.queries.ts';
import { viewerOf } from './viewer.view.ts';

@Resolver()
export class IdentityResolver {
  @Action('identity:viewer')
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in. Null: nobody is, or the session has ended.' })
  async viewer(@Ctx() context: RequestContext): Promise<Viewer | null> {
    const found = context.token === undefined ? undefined : await findViewer(context.pool, context.token);
    return found ? viewerOf(found.row, found.session) : null;
  }

  @Action('identity:sign-in')
  @Mutation(() => SignInResult, { description: 'Begins a session. A wrong password is a result and not an error.' })
  signIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignInInput, { description: 'Who signs in, and their password.' }) input: SignInInput,
  ): Promise<SignedIn | SignInRefused> {
    return signIn(context, input);
  }

  @Action('identity:sign-out')
  @Mutation(() => Boolean, { description: 'Ends the session. False: there was none.' })
  signOut(@Ctx() context: RequestContext): Promise<boolean> {
    return signOut(context);
  }
}
