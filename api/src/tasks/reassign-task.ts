import { sql } from 'kysely';
import { fill, hole, runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Role } from '#api/access/index.ts';
import { answerTask, type Addressed, type TaskOwnership } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';
import { compiled } from './tasks.queries.ts';

// A task that concerns no patient goes to anybody who works somewhere; one that does, to who may read it.
const FIND_POST = compiled(sql`
  select d.id, d.organization_id, d.role from app.directory(array[${hole('personId', 'uuid')}]) d
  where d.organization_id is not null
    and (${hole('patientId', 'uuid')} is null
      or d.id = any (app.readers_among(array[d.id], ${hole('patientId', 'uuid')}, '{demographics,tasks}')))`);

/** Gives a task to somebody else, who has yet to answer. */
export const reassignTask = (context: RequestContext, task: Addressed, ownerId: string): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:direct', task, 'reassigned', async (told) => {
    const owner = await postOf(context, ownerId, told.task.patient_id);
    if (owner === undefined) return 'owner-cannot-read';
    return { act: 'reassigned', status: 'requested', owner, reason: null, question: null };
  });

async function postOf(
  context: RequestContext,
  personId: string,
  patientId: string | null,
): Promise<TaskOwnership | undefined> {
  if (!isUuid(personId)) return undefined;
  const statement = fill(FIND_POST, { personId, patientId });
  const { rows } = await runAsSession<{ id: string; organization_id: string; role: Role }>(
    context.pool,
    requireToken(context),
    statement,
  );
  const [post] = rows;
  return post && { personId: post.id, organizationId: post.organization_id, role: post.role };
}
