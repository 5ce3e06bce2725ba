import { sql } from 'kysely';
import type { Role } from '#api/access/index.ts';
import type { TaskEventRow, TaskRow } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import type { TaskAnswer, TaskRefusal } from './task-answer.types.ts';
import { onBehalfOf, refusalOf, UNDO_SECONDS, type Actor, type TaskAct, type TaskStatus } from './task.policy.ts';
import { compiled, findTask, tell, toldBy, type ToldTask } from './tasks.queries.ts';
import { factsOf, taskOf } from './tasks.view.ts';

/** Which task an answer is meant for, and the version that the person had before them. */
export interface Addressed {
  readonly id: string;
  readonly version: number | null | undefined;
}

/** What an answer makes of a task. What it does not name stays. */
export interface Change {
  readonly act: TaskAct;
  readonly status?: TaskStatus;
  readonly reason?: string | null;
  readonly question?: string | null;
  readonly owner?: TaskOwnership;
  /** For the history. */
  readonly words?: string | null;
}

export interface TaskOwnership {
  readonly personId: string | null;
  readonly organizationId: string;
  readonly role: Role;
}

// The version in the condition is the compare, its increase the set: of two who answer at once one finds no row.
const WRITE = compiled(sql`
  with changed as (
    update task t set
      status = ${hole('status', 'text')}, reason = ${hole('reason', 'text')}, question = ${hole('question', 'text')},
      owner_person_id = ${hole('ownerPersonId', 'uuid')}, owner_organization_id = ${hole('ownerOrganizationId', 'uuid')},
      owner_role = ${hole('ownerRole', 'text')}, version = t.version + 1, updated_at = now(), updated_by = s.person_id
    from app.current_session() s
    where t.id = ${hole('taskId', 'uuid')} and t.version = ${hole('version', 'integer')}
    returning t.*, old.status as from_status, old.reason as from_reason, old.question as from_question,
      old.owner_person_id as from_owner_person_id, old.owner_organization_id as from_owner_organization_id, old.owner_role as from_owner_role
  ),
  ${recorded()}`);

/** Writes what happened to `changed` into the history and tells the task as it is now. */
export function recorded() {
  return sql`
  event as (
    insert into task_event (task_id, patient_id, kind, words, version, status, session_id, person_id, organization_id, on_behalf_of_id,
      from_status, from_reason, from_question, from_owner_person_id, from_owner_organization_id, from_owner_role)
    select c.id, c.patient_id, ${hole('act', 'text')}, ${hole('words', 'text')}, c.version, c.status, s.session_id, s.person_id, s.organization_id,
      ${hole('onBehalfOf', 'uuid')}, c.from_status, c.from_reason, c.from_question, c.from_owner_person_id, c.from_owner_organization_id, c.from_owner_role
    from changed c, app.current_session() s
    returning *
  ),
  shown as materialized (select * from changed),
  ${tell({ events: sql`(select * from task_event union all select * from event)` })}`;
}

/**
 * Answers a task: reads it, asks the rule, and changes it if nobody else has meanwhile, with its history and
 * its audit row in the transaction of the change.
 * @param changeOf what is to become of the task as it was read, or why nothing is
 * @throws {NotFoundError} alike when there is no such task and when the viewer may not read it.
 */
export async function answerTask(
  context: RequestContext,
  action: Action,
  { id, version }: Addressed,
  act: TaskAct,
  changeOf: (told: ToldTask) => Change | TaskRefusal | Promise<Change | TaskRefusal>,
): Promise<TaskAnswer> {
  const told = await findTask(context, id);
  if (version != null && version !== told.task.version) return refused('changed-meanwhile', told);
  const refusal = refusalOf(act, factsOf(told.task), told.actor);
  if (refusal !== undefined) return refused(refusal, told);
  const change = await changeOf(told);
  if (typeof change === 'string') return refused(change, told);
  const { tasks, events, actor } = await toldBy(context, WRITE, action, valuesOf(told, change));
  const [task] = tasks;
  if (task === undefined) return refused('changed-meanwhile', await findTask(context, id));
  return { task: taskOf(task, events, actor), undoUntil: undoUntilOf(task) };
}

function valuesOf({ task, actor }: ToldTask, change: Change): Record<string, unknown> {
  const facts = factsOf(task);
  return {
    taskId: task.id,
    version: task.version,
    act: change.act,
    words: change.words ?? null,
    status: change.status ?? task.status,
    reason: change.reason === undefined ? task.reason : change.reason,
    question: change.question === undefined ? task.question : change.question,
    ownerPersonId: change.owner ? change.owner.personId : facts.ownerPersonId,
    ownerOrganizationId: change.owner?.organizationId ?? facts.ownerOrganizationId,
    ownerRole: change.owner?.role ?? facts.ownerRole,
    onBehalfOf: onBehalfOf(change.act, facts, actor),
  };
}

const undoUntilOf = (task: TaskRow): string =>
  new Date(new Date(task.updated_at).getTime() + UNDO_SECONDS * 1000).toISOString();

/** Who takes on what was asked of a role becomes its owner; what was asked of a person stays theirs. */
export function claimedBy(actor: Actor, task: TaskRow): TaskOwnership | undefined {
  if (task.owner !== null) return undefined;
  return { personId: actor.personId, organizationId: actor.organizationId, role: actor.role };
}

export const WORDS_LIMIT = 1000;

const DETAILS: Record<TaskRefusal, string> = {
  'not-yours': 'This is for the owner or the requester of the task, or for whoever stands in for them.',
  'wrong-state': 'The task has been answered already.',
  'changed-meanwhile': 'Somebody else changed the task a moment ago. Nothing of yours was saved.',
  'nothing-asked': 'There is no open question to answer.',
  'words-missing': 'Say it in words first.',
  'words-too-long': `The words may have at most ${WORDS_LIMIT} characters; what is to be done 200, more about it 2,000.`,
  'owner-cannot-read': 'The person asked may not see tasks of this patient, or has left.',
  'owner-missing': 'Name either a person, or an organisation and a role.',
  'due-in-the-past': 'The day has passed. Choose today or a later day.',
  'undo-expired': 'It can no longer be taken back.',
};

export function refused(
  reason: TaskRefusal,
  told?: { task: TaskRow; events: TaskEventRow[]; actor: Actor },
): TaskAnswer {
  return { reason, detail: DETAILS[reason], task: told ? taskOf(told.task, told.events, told.actor) : null };
}

/** Words that must be there, or why they cannot be taken. */
export function demandWords(words: string): { words: string } | TaskRefusal {
  const trimmed = words.trim();
  if (trimmed === '') return 'words-missing';
  return trimmed.length > WORDS_LIMIT ? 'words-too-long' : { words: trimmed };
}
