import { sql, type RawBuilder } from 'kysely';
import { readRows } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { refused } from './answer-task.ts';
import type { RequestTaskInput, TaskAnswer, TaskRefusal } from './task-answer.types.ts';
import { compiled, tell, toldBy } from './tasks.queries.ts';
import { taskOf } from './tasks.view.ts';

type Expression = RawBuilder<unknown>;

/** A task that a statement asks for, each field an expression over the rows of `from`. */
export interface RequestedTask {
  readonly patientId: Expression;
  readonly title: Expression;
  readonly detail: Expression;
  readonly priority: Expression;
  /** The person who is asked; null when it is a role in an organisation. */
  readonly ownerId: Expression;
  readonly ownerOrganizationId?: Expression;
  readonly ownerRole?: Expression;
  /** In whose name: the session's person, or whom they stand in for. */
  readonly requesterId: Expression;
  readonly dueOn: Expression;
  readonly sourceKind: Expression;
  readonly sourceId: Expression;
  /** With it there is no second task of the same writer; nothing is returned then. */
  readonly idempotencyKey?: Expression;
}

/**
 * One task for each row of `from`, as an INSERT to stand in a CTE of any statement that runs in a session:
 * `with handed as (${requestTask({ … }, sql`message`)})`. It returns the rows of `task`, their ids among them.
 * The wall lets it through only for patients whose tasks the session may read; who is asked is told by a trigger.
 */
export function requestTask(task: RequestedTask, from: Expression): Expression {
  const none = sql`null`;
  return sql`
    insert into task (patient_id, title, detail, priority, owner_person_id, owner_organization_id, owner_role, requester_id, due_on,
      source_kind, source_id, idempotency_key, created_by, updated_by)
    select ${task.patientId}, ${task.title}, ${task.detail}, ${task.priority}, asked.id,
      coalesce(${task.ownerOrganizationId ?? none}, post.organization_id), coalesce(${task.ownerRole ?? none}, post.role),
      ${task.requesterId}, ${task.dueOn}, ${task.sourceKind}, ${task.sourceId}, ${task.idempotencyKey ?? none}, s.person_id, s.person_id
    from ${from} cross join app.current_session() s
    cross join lateral (select ${task.ownerId} as id) asked
    left join lateral app.directory(array[asked.id]) post on true
    on conflict (created_by, idempotency_key) where idempotency_key is not null do nothing
    returning *`;
}

const TITLE_LIMIT = 200;
const DETAIL_LIMIT = 2000;

const [PATIENT, OWNER] = [hole('patientId', 'uuid'), hole('ownerId', 'uuid')];
const KEY = hole('idempotencyKey', 'uuid');
const [ORGANIZATION, ROLE] = [hole('ownerOrganizationId', 'uuid'), hole('ownerRole', 'text')];

const REQUEST = compiled(sql`
  with asked as materialized (
    select case when ${OWNER} is null then app.post_holders(${ORGANIZATION}, ${ROLE}) else array[${OWNER}] end as persons
  ), judged as materialized (
    select cardinality(app.readers_among(asked.persons, ${PATIENT}, '{demographics,tasks}')) > 0 as reads,
      ${hole('dueOn', 'date')} >= (now() at time zone coalesce(o.time_zone, 'UTC'))::date as in_time
    from asked
    left join lateral (select coalesce(${ORGANIZATION}, d.organization_id) as id from app.directory(asked.persons[1:1]) d) place on true
    left join organization o on o.id = place.id
  ), asked_before as materialized (
    select t.* from task t join app.current_session() s on s.person_id = t.created_by where t.idempotency_key = ${KEY}
  ), made as (${requestTask(
    {
      patientId: PATIENT,
      title: hole('title', 'text'),
      detail: hole('detail', 'text'),
      priority: hole('priority', 'text'),
      ownerId: OWNER,
      ownerOrganizationId: ORGANIZATION,
      ownerRole: ROLE,
      requesterId: hole('requesterId', 'uuid'),
      dueOn: hole('dueOn', 'date'),
      sourceKind: sql`'person'`,
      sourceId: sql`null::uuid`,
      idempotencyKey: KEY,
    },
    sql`(select from judged where judged.reads and judged.in_time and not exists (select from asked_before)) granted`,
  )}), shown as materialized (select * from asked_before union all select * from made),
  ${tell({ beside: sql`, (select reads from judged) as reads, (select in_time from judged) as in_time` })}`);

/**
 * Asks somebody to do something for a patient by a day.
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read tasks of this patient.
 */
export async function requestTaskOf(context: RequestContext, input: RequestTaskInput): Promise<TaskAnswer> {
  if (!isUuid(input.patientId)) throw new NotFoundError();
  const { actor } = await readRows(context, 'tasks:request', input.patientId, []);
  const requesterId = input.onBehalfOfId ?? actor.personId;
  if (!actor.grantees.includes(requesterId) || requesterId === actor.organizationId) return refused('not-yours');
  const title = input.title.trim();
  const detail = input.detail?.trim() || null;
  const fault = faultOf(input, title, detail);
  if (fault !== undefined) return refused(fault);
  const ask = () =>
    toldBy<{ reads: boolean; in_time: boolean }>(context, REQUEST, 'tasks:request', {
      patientId: input.patientId,
      title,
      detail,
      priority: input.priority,
      ownerId: input.ownerId ?? null,
      ownerOrganizationId: input.ownerOrganizationId ?? null,
      ownerRole: input.ownerRole ?? null,
      requesterId,
      dueOn: input.dueOn,
      idempotencyKey: input.idempotencyKey ?? null,
    });
  const first = await ask();
  const { reads, in_time: inTime } = first.beside;
  // Nothing refused and nothing made: the same try, sent twice, has just made it.
  const told = first.tasks.length === 0 && reads && inTime ? await ask() : first;
  const [task] = told.tasks;
  if (task !== undefined) return { task: taskOf(task, told.events, told.actor), undoUntil: null };
  return refused(reads ? 'due-in-the-past' : 'owner-cannot-read');
}

function faultOf(input: RequestTaskInput, title: string, detail: string | null): TaskRefusal | undefined {
  const { ownerId, ownerOrganizationId, ownerRole, idempotencyKey } = input;
  if (idempotencyKey != null && !isUuid(idempotencyKey)) throw new BadUserInputError('idempotencyKey is a UUID');
  if (title === '') return 'words-missing';
  if (title.length > TITLE_LIMIT || (detail ?? '').length > DETAIL_LIMIT) return 'words-too-long';
  const byRole = ownerOrganizationId != null && ownerRole != null;
  if ((ownerId != null) === byRole) return 'owner-missing';
  const ids = [ownerId, ownerOrganizationId].filter((id) => id != null);
  return ids.every(isUuid) ? undefined : 'owner-cannot-read';
}
