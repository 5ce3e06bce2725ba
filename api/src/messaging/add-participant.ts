import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { changedThread } from './changed-thread.ts';
import { ThreadRefused, type ThreadAnswerType } from './messaging.results.ts';
import { WORDS } from './refusals.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { writing } from './write.ts';

const ADD = writing(sql`app.add_participant(${hole('threadId', 'uuid')}, ${hole('personId', 'uuid')})`);

/** Brings somebody in who may read messages about the patient; they see the thread from its beginning. */
export async function addParticipant(
  context: RequestContext,
  { threadId, personId }: { threadId: string; personId: string },
  selection: ThreadSelection,
): Promise<ThreadAnswerType> {
  if (!isUuid(personId)) {
    const reason = 'recipient-without-access' as const;
    return Object.assign(new ThreadRefused(), { reason, detail: WORDS[reason] });
  }
  return changedThread(
    context,
    { statement: ADD, action: 'messages:direct', threadId, values: { personId } },
    selection,
  );
}
