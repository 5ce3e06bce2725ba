import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { Home } from './home.types.ts';
import { markVisited } from './mark-visited.ts';
import { readHome } from './read-home.ts';

@Resolver()
export class HomeResolver {
  @Action('home:read')
  @Query(() => Home, {
    description: 'What asks the viewer, what has changed since their last visit, what is good to know.',
  })
  home(@Ctx() context: RequestContext): Promise<Home> {
    return readHome(context);
  }

  @Action('home:visit')
  @Mutation(() => Boolean, {
    description: 'Notes that the viewer has looked. True whether or not there is such a patient.',
  })
  markVisited(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, { nullable: true, description: 'The patient. Null: Portage as a whole.' })
    patientId: string | null,
  ): Promise<boolean> {
    return markVisited(context, patientId ?? null);
  }
}
