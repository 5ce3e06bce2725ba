import { sql, type RawBuilder } from 'kysely';
import { hole, type Statement } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { decodeCursor, encodeCursor } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { TaskFilter } from './task-filter.types.ts';
import type { TaskConnection } from './task.types.ts';
import { compiled, tell, toldBy } from './tasks.queries.ts';
import { taskOf } from './tasks.view.ts';

const PAGE_LIMIT = 100;

/** What of a filter changes the statement's text. */
interface Shape {
  readonly owner: TaskFilter['owner'];
  readonly patient: boolean;
  readonly open: boolean | null;
  readonly overdue: boolean;
  readonly declined: boolean;
  readonly after: boolean;
}

interface ListArguments {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly filter: TaskFilter | null | undefined;
}

/** @throws {BadUserInputError} when an argument cannot be used. */
export async function listTasks(context: RequestContext, asked: ListArguments): Promise<TaskConnection> {
  const { first, filter } = asked;
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  const patientId = filter?.patientId ?? null;
  const afterId = asked.after == null ? null : taskCursor(asked.after);
  const shape: Shape = {
    owner: filter?.owner ?? null,
    patient: patientId !== null,
    open: filter?.open ?? null,
    overdue: filter?.overdue === true,
    declined: filter?.declined === true,
    after: afterId !== null,
  };
  // What cannot name a patient names none.
  const values = { patientId: patientId !== null && isUuid(patientId) ? patientId : null, afterId, limit: first };
  const told = await toldBy<{ total: string; matching: string }>(context, statementOf(shape), 'tasks:list', values);
  const edges = told.tasks.map((row) => ({ cursor: encodeCursor(row.id), node: taskOf(row, told.events, told.actor) }));
  return {
    edges,
    pageInfo: { hasNextPage: Number(told.beside.matching) > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: Number(told.beside.total),
  };
}

function taskCursor(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (id === undefined || !isUuid(id)) throw new BadUserInputError('after is not a cursor of this list');
  return id;
}

const statements = new Map<string, Statement>();

function statementOf(shape: Shape): Statement {
  const key = JSON.stringify(shape);
  let statement = statements.get(key);
  if (statement === undefined) statements.set(key, (statement = compiled(compose(shape))));
  return statement;
}

/** Tasks of the session's own and of those it stands in for. */
export const OWN = sql`t.owner_person_id = any ((select app.grantees())::uuid[])`;
/** Tasks of whoever has the session's role in its organisation. */
export const OF_OWN_ROLE = sql`(t.owner_person_id is null
  and t.owner_organization_id = (select s.organization_id from app.current_session() s)
  and t.owner_role = (select s.role from app.current_session() s))`;
const MINE = sql`(${OWN} or ${OF_OWN_ROLE})`;
export const REQUESTED_BY_ME = sql`t.requester_id = any ((select app.grantees())::uuid[])`;
const PRACTICE = sql`t.owner_organization_id = (select s.organization_id from app.current_session() s)`;
export const OPEN = sql`t.status in ('requested','accepted','in-progress')`;
// Not by a join: that would have every task of the owner's organisation looked up.
export const OVERDUE = sql`${OPEN} and t.due_on <
  (now() at time zone (select o.time_zone from organization o where o.id = t.owner_organization_id))::date`;

function compose(shape: Shape): RawBuilder<unknown> {
  const owners = { mine: MINE, practice: PRACTICE, 'requested-by-me': REQUESTED_BY_ME };
  const conditions = [
    shape.owner === null ? sql`true` : owners[shape.owner],
    ...(shape.patient ? [sql`t.patient_id = ${hole('patientId', 'uuid')}`] : []),
    ...(shape.open === null ? [] : [shape.open ? OPEN : sql`not (${OPEN})`]),
    ...(shape.overdue ? [OVERDUE] : []),
    ...(shape.declined ? [sql`t.status = 'rejected'`] : []),
  ];
  const after = shape.after
    ? sql`where (m.due_on, m.id) > (select x.due_on, x.id from task x where x.id = ${hole('afterId', 'uuid')})`
    : sql``;
  return sql`
    with matched as materialized (
      select t.* from task t
      where ${sql.join(conditions, sql` and `)}
    ),
    remaining as materialized (select m.* from matched m ${after} order by m.due_on, m.id),
    shown as materialized (select * from remaining order by due_on, id limit ${hole('limit', 'integer')}),
    ${tell({ beside: sql`, (select count(*) from matched) as total, (select count(*) from remaining) as matching` })}`;
}
