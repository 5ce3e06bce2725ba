import 'reflect-metadata';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { StreamContext } from '#api/graphql/context.ts';
import { listen } from './listen.ts';
import { LiveEventView } from './live.types.ts';

@Resolver()
export class LiveResolver {
  @Action('live:listen')
  @Subscription(() => LiveEventView, {
    description:
      'What changes for you, as it changes. Asked for at /graphql/stream, as server-sent events (GraphQL over SSE, distinct connections).',
    subscribe: ({ args, context }) =>
      listen(context as StreamContext, (args as { after?: string | null }).after ?? undefined),
  })
  live(
    @Root() event: LiveEventView,
    @Arg('after', () => ID, { nullable: true, description: 'Id of the last event that you were told.' })
    _after?: string,
  ): LiveEventView {
    return event;
  }
}
