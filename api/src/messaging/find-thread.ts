import type { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Message } from './message.types.ts';
import { readThreads } from './read-threads.ts';
import type { ParticipantRow, ThreadRow } from './thread-rows.ts';
import type { ThreadSelection } from './thread-selection.ts';
import type { Thread } from './thread.types.ts';
import { messageOf, threadsOf } from './thread.view.ts';

/**
 * One thread.
 * @throws {NotFoundError} alike when there is none and when the reader has no seat in it, or no right to its patient.
 */
export async function findThread(
  context: RequestContext,
  action: Action,
  threadId: string,
  { shape, values }: ThreadSelection,
): Promise<Thread> {
  return (await read(context, action, threadId, { shape, values })).thread;
}

/** One thread, and one message of it. @throws {NotFoundError} likewise. */
export async function findMessage(
  context: RequestContext,
  action: Action,
  ids: { threadId: string; messageId: string },
  { shape, values }: ThreadSelection,
): Promise<{ thread: Thread; message: Message }> {
  const selection = { shape: { ...shape, oneMessage: true }, values: { ...values, messageId: ids.messageId } };
  const { told, thread } = await read(context, action, ids.threadId, selection);
  const message = messageOf(told, ids.messageId);
  if (message === undefined) throw new NotFoundError();
  return { thread, message };
}

/** One thread as rows, with its participants and nothing else. @throws {NotFoundError} likewise. */
export async function findThreadRows(
  context: RequestContext,
  action: Action,
  threadId: string,
): Promise<{ thread: ThreadRow; participants: readonly ParticipantRow[] }> {
  const { answer } = (await read(context, action, threadId, PARTICIPANTS_ONLY)).told;
  const [thread] = answer.threads;
  if (thread === undefined) throw new NotFoundError();
  return { thread, participants: answer.participants };
}

const PARTICIPANTS_ONLY: ThreadSelection = {
  shape: {
    messages: 'none',
    oneMessage: false,
    participants: true,
    access: false,
    cover: false,
    draft: false,
    tasks: false,
  },
  values: {},
};

async function read(context: RequestContext, action: Action, threadId: string, { shape, values }: ThreadSelection) {
  if (!isUuid(threadId)) throw new NotFoundError();
  const told = await readThreads(context, action, { ...shape, page: 'one' }, { ...values, threadId, limit: 1 });
  const [found] = threadsOf(told);
  if (found === undefined) throw new NotFoundError();
  return { told, thread: found.thread };
}
