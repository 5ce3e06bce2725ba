import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { findDraft } from './drafts.queries.ts';
import { findThread } from './find-thread.ts';
import { SendUndone, ThreadRefused } from './messaging.results.ts';
import { WORDS } from './refusals.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { write, writing, type Written } from './write.ts';

const UNDO = writing(sql`app.undo_send(${hole('messageId', 'uuid')})`, sql`array[${hole('messageId', 'uuid')}]`);

/**
 * Takes a message back within its ten seconds: nobody else has seen it, and its text is a draft again.
 * @throws {NotFoundError} when the session has sent no such message.
 */
export async function undoSend(
  context: RequestContext,
  messageId: string,
  selection: ThreadSelection,
): Promise<SendUndone | ThreadRefused> {
  if (!isUuid(messageId)) throw new NotFoundError();
  const undone = await write<Written & { draft_id: string | null }>(context, UNDO, 'messages:undo', { messageId });
  if (undone.refusal !== null || undone.draft_id === null)
    return Object.assign(new ThreadRefused(), { reason: 'undo-expired' as const, detail: WORDS['undo-expired'] });
  const { thread_id: threadId } = undone;
  return Object.assign(new SendUndone(), {
    draft: await findDraft(context, 'messages:draft', undone.draft_id),
    thread: threadId === null ? null : await findThread(context, 'messages:read', threadId, selection),
  });
}
