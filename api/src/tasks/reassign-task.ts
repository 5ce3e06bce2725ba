import { sql } from 'kysely';
import { fill, hole, runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Role } from '#api/access/index.ts';
import { answerTask, type Addressed, type TaskOwnership } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';
import { compiled } from './tasks.queries.ts';

/** Whom a task is given to: a person, or whoever has a role in an organisation. */
export interface NewOwner {
  readonly ownerId: string | null | undefined;
  readonly ownerOrganizationId: string | null | undefined;
  readonly ownerRole: Role | null | undefined;
}

const [PERSON, PATIENT] = [hole('personId', 'uuid'), hole('patientId', 'uuid')];
const [ORGANIZATION, ROLE] = [hole('organizationId', 'uuid'), hole('role', 'text')];

// A task that concerns no patient goes to anybody who works somewhere; one that does, to who may read it.
const FIND_POST = compiled(sql`
  select d.organization_id, d.role
  from app.directory(case when ${PERSON} is null then app.post_holders(${ORGANIZATION}, ${ROLE}) else array[${PERSON}] end) d
  where d.organization_id is not null
    and (${PATIENT} is null or d.id = any (app.readers_among(array[d.id], ${PATIENT}, '{demographics,tasks}')))
  limit 1`);

/** Gives a task to somebody else, or to whoever has a role and takes it on first; they have yet to answer. */
export const reassignTask = (context: RequestContext, task: Addressed, to: NewOwner): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:direct', task, 'reassigned', async (told) => {
    if ((to.ownerId != null) === (to.ownerOrganizationId != null && to.ownerRole != null)) return 'owner-missing';
    const owner = await postOf(context, to, told.task.patient_id);
    if (owner === undefined) return 'owner-cannot-read';
    return { act: 'reassigned', status: 'requested', owner, reason: null, question: null };
  });

async function postOf(
  context: RequestContext,
  { ownerId, ownerOrganizationId, ownerRole }: NewOwner,
  patientId: string | null,
): Promise<TaskOwnership | undefined> {
  const personId = ownerId ?? null;
  if (!isUuid(personId ?? ownerOrganizationId ?? '')) return undefined;
  const { rows } = await runAsSession<{ organization_id: string; role: Role }>(
    context.pool,
    requireToken(context),
    fill(FIND_POST, { personId, organizationId: ownerOrganizationId, role: ownerRole, patientId }),
  );
  const [post] = rows;
  return post && { personId, organizationId: post.organization_id, role: post.role };
}
