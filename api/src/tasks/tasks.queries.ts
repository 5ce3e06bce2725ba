import { sql, type RawBuilder } from 'kysely';
import { grantFactOf, mayRead, WallsDisagreeError, type GrantRow, type Scope } from '#api/access/index.ts';
import { taskEventRows, taskRows, type TaskEventRow, type TaskRow } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession, type EnteredSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Action } from '#api/graphql/action.ts';
import { seesWithoutPatient, type Actor } from './task.policy.ts';
import { factsOf } from './tasks.view.ts';

/** Tasks as one statement told them, with what the first wall decides by. */
export interface ToldTasks {
  readonly tasks: TaskRow[];
  readonly events: TaskEventRow[];
  readonly actor: Actor;
}

interface Told {
  now: string;
  tasks: TaskRow[];
  events: TaskEventRow[];
  others: { patient_id: string; needs: Scope[] }[];
  grants: GrantRow[];
  closed: string[];
}

interface Ending {
  /** Events to tell instead of those of the table: what this very statement writes is not yet in it. */
  readonly events?: RawBuilder<unknown>;
  /** Further columns of the answer. */
  readonly beside?: RawBuilder<unknown>;
  /** Rows of patients that are told besides, by `patient_id`, `id` and `needs`. */
  readonly others?: RawBuilder<unknown>;
}

const NONE = sql`(select null::uuid as patient_id, null::uuid as id, null::text[] as needs where false)`;

/**
 * The end of a statement that tells the tasks of `shown`, has `audited` name every row that is told, and
 * answers in the column `told`.
 */
export function tell({ events, beside = sql``, others = NONE }: Ending = {}): RawBuilder<unknown> {
  return sql`
    told_tasks as materialized (${taskRows(sql`shown`)}),
    told_events as materialized (${taskEventRows(sql`shown`, events)}),
    told_rows as materialized (
      select patient_id, id from told_tasks
      union all select patient_id, patient_id from told_tasks where patient is not null
      union all select patient_id, id from told_events
      union all select patient_id, id from ${others} other
    ),
    audited as (
      insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
      select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, r.patient_id, ${hole('action', 'text')}, 'done', r.ids
      from app.current_session() s,
        (select patient_id, array_agg(distinct id) as ids from told_rows group by patient_id) r
      returning 1
    )
    select json_build_object(
      'now', now(),
      'tasks', (select coalesce(json_agg(x order by x.due_on, x.id), '[]') from told_tasks x),
      'events', (select coalesce(json_agg(x order by x.version), '[]') from told_events x),
      'others', (select coalesce(json_agg(x), '[]') from (select distinct patient_id, needs from ${others} other) x),
      'grants', (select coalesce(json_agg(json_build_object('patient_id', g.patient_id, 'grantee_id', g.grantee_id, 'basis', g.basis,
          'scopes', g.scopes, 'status', g.status, 'valid_from', g.valid_from, 'valid_until', g.valid_until, 'revoked_at', g.revoked_at)), '[]')
        from access_grant g where g.patient_id in (select patient_id from told_rows)),
      'closed', (select coalesce(json_agg(c), '[]') from unnest((select app.restricted_patients())::uuid[]) c
        where c in (select patient_id from told_rows))
    ) as told ${beside}, (select count(*) from audited) as audited`;
}

/**
 * Runs a statement that ends as `tell` says, and has the policy in code judge what the database admitted.
 * @throws {WallsDisagreeError} when it would not have admitted it.
 */
export async function toldBy<Beside extends object>(
  context: RequestContext,
  statement: Statement,
  action: Action,
  values: Readonly<Record<string, unknown>>,
): Promise<ToldTasks & { beside: Beside }> {
  const filled = fill(statement, { ...values, action, requestId: context.requestId });
  const { session, rows } = await runAsSession<Beside & { told: Told }>(context.pool, requireToken(context), filled);
  const [row] = rows;
  if (session === undefined || row === undefined) throw new UnauthenticatedError();
  const actor = actorOf(session);
  demandAgreement(row.told, actor);
  return { tasks: row.told.tasks, events: row.told.events, actor, beside: row };
}

const actorOf = (session: EnteredSession): Actor => ({
  personId: session.person_id,
  organizationId: session.organization_id,
  role: session.role,
  grantees: session.grantees,
});

function demandAgreement({ now, tasks, others, grants, closed }: Told, actor: Actor): void {
  const facts = grants.map(grantFactOf);
  const reads = { role: actor.role, grantees: actor.grantees, merged: false, now: new Date(now) };
  const demand = (patientId: string, needs: readonly Scope[]) => {
    const decision = mayRead({ ...reads, restricted: closed.includes(patientId) }, patientId, facts, needs);
    if (!decision.allow) throw new WallsDisagreeError(needs, decision.reason);
  };
  for (const { patient_id, needs } of others) demand(patient_id, needs);
  for (const task of tasks) {
    const patientId: string | null = task.patient_id;
    if (patientId !== null) demand(patientId, task.needs);
    else if (!seesWithoutPatient(factsOf(task), actor)) throw new WallsDisagreeError(task.needs, 'not-named');
  }
}

const ONE = compiled(sql`
  with shown as materialized (select * from task where id = ${hole('taskId', 'uuid')}),
  denied as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome, detail)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, ${hole('action', 'text')}, 'denied', ${hole('taskId', 'uuid')}::text
    from app.current_session() s where not exists (select from shown)
  ),
  ${tell()}`);

/**
 * One task.
 * @throws {NotFoundError} alike when there is none and when the session may not read it.
 */
export async function findTask(context: RequestContext, taskId: string): Promise<ToldTask> {
  if (!isUuid(taskId)) throw new NotFoundError();
  const { tasks, events, actor } = await toldBy(context, ONE, 'tasks:read', { taskId });
  const [task] = tasks;
  if (task === undefined) throw new NotFoundError();
  return { task, events, actor };
}

export interface ToldTask {
  readonly task: TaskRow;
  readonly events: TaskEventRow[];
  readonly actor: Actor;
}

export function compiled(statement: RawBuilder<unknown>): Statement {
  const { sql: text, parameters } = statement.compile(reader);
  return { sql: text, parameters };
}
