import type { Statement } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { findThread, findThreadRows } from './find-thread.ts';
import { ThreadChanged, ThreadRefused, type MessageRefusal } from './messaging.results.ts';
import { WORDS } from './refusals.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { write } from './write.ts';

interface Change {
  readonly statement: Statement;
  readonly action: Action;
  readonly threadId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Changes a thread and tells it as it then is.
 * @throws {NotFoundError} alike when there is none and when the session has no seat in it.
 */
export async function changedThread(
  context: RequestContext,
  { statement, action, threadId, values }: Change,
  selection: ThreadSelection,
): Promise<ThreadChanged | ThreadRefused> {
  // The first wall; the function of the database is the second.
  await findThreadRows(context, action, threadId);
  const { refusal } = await write(context, statement, action, { ...values, threadId });
  if (refusal !== null) {
    const reason = refusal as MessageRefusal;
    return Object.assign(new ThreadRefused(), { reason, detail: WORDS[reason] });
  }
  return Object.assign(new ThreadChanged(), {
    thread: await findThread(context, 'messages:read', threadId, selection),
  });
}
