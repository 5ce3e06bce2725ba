import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { changedThread } from './changed-thread.ts';
import type { ThreadAnswerType } from './messaging.results.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { writing } from './write.ts';

const CLOSE = writing(sql`app.close_thread(${hole('threadId', 'uuid')})`);

/** Puts a thread away for everybody in it; its tasks stay as they are, and a reply opens it again. */
export const closeThread = (
  context: RequestContext,
  id: string,
  selection: ThreadSelection,
): Promise<ThreadAnswerType> =>
  changedThread(context, { statement: CLOSE, action: 'messages:direct', threadId: id, values: {} }, selection);
