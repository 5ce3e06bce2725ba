import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { changedThread } from './changed-thread.ts';
import type { ThreadAnswerType } from './messaging.results.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { writing } from './write.ts';

const MARK_READ = writing(sql`app.mark_read(${hole('threadId', 'uuid')}, ${hole('until', 'timestamptz')})`);

/** Says that messages up to a moment were opened. What came later, or was never shown, stays unread. */
export const markThreadRead = (
  context: RequestContext,
  { id, until }: { id: string; until: string },
  selection: ThreadSelection,
): Promise<ThreadAnswerType> =>
  changedThread(
    context,
    { statement: MARK_READ, action: 'messages:direct', threadId: id, values: { until } },
    selection,
  );
