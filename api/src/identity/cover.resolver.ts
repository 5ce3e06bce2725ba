import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { coverCandidates } from './cover-candidates.ts';
import { SetCoverInput, SetCoverResult } from './cover.types.ts';
import { endCover } from './end-cover.ts';
import { PersonRef } from './person-ref.types.ts';
import { setCover } from './set-cover.ts';

@Resolver()
export class CoverResolver {
  @Action('identity:cover')
  @Query(() => [PersonRef], { description: 'Colleagues who may cover for the viewer, by name.' })
  coverCandidates(@Ctx() context: RequestContext): Promise<PersonRef[]> {
    return coverCandidates(context);
  }

  @Action('identity:cover')
  @Mutation(() => SetCoverResult, {
    description:
      'Names who covers for the viewer. While it lasts, that person reads and answers what the viewer may, in the viewer’s place.',
  })
  setCover(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetCoverInput, { description: 'Who, and when.' }) input: SetCoverInput,
  ): Promise<SetCoverResult> {
    return setCover(context, input);
  }

  @Action('identity:cover')
  @Mutation(() => Boolean, { description: 'Ends the viewer’s cover at once. False: there was none.' })
  endCover(@Ctx() context: RequestContext): Promise<boolean> {
    return endCover(context);
  }
}
