import { sql, type RawBuilder } from 'kysely';
import { patientRefOf, type PatientRefRow } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { decodeCursor, encodeCursor } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { DueItem, DueItemConnection, DueItemFilter } from './due-items.types.ts';
import type { Owner } from './rule.ts';

const PAGE_LIMIT = 100;
const WITHIN_LIMIT = 365;

interface DueRow {
  id: string;
  line_id: string;
  patient: PatientRefRow;
  title: string;
  owner: Owner;
  opens_on: string;
  due_on: string;
  state: DueItem['state'];
}

interface Shape {
  readonly overdue: boolean;
  readonly owner: boolean;
  readonly after: boolean;
}

interface ListArguments {
  readonly filter: DueItemFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/**
 * What is due over all of the viewer's patients, in one audited statement that starts from their grants.
 * @throws {BadUserInputError} when an argument cannot be used.
 */
export async function listDueItems(context: RequestContext, asked: ListArguments): Promise<DueItemConnection> {
  const { filter, first } = asked;
  const within = filter?.within ?? 0;
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  if (within < 0 || within > WITHIN_LIMIT) throw new BadUserInputError(`within must be from 0 to ${WITHIN_LIMIT}`);
  const afterId = asked.after == null ? null : cursorOf(asked.after);
  const statement = statementOf({
    overdue: filter?.overdue === true,
    owner: filter?.owner != null,
    after: afterId !== null,
  });
  const { rows } = await runAsSession<{ items: DueRow[]; total: string; matching: string }>(
    context.pool,
    requireToken(context),
    fill(statement, { within, limit: first, owner: filter?.owner ?? null, afterId, requestId: context.requestId }),
  );
  const told = rows[0];
  const edges = (told?.items ?? []).map((row) => ({ cursor: encodeCursor(row.id), node: itemOf(row) }));
  return {
    edges,
    pageInfo: { hasNextPage: Number(told?.matching ?? 0) > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: Number(told?.total ?? 0),
  };
}

const itemOf = ({ line_id: id, opens_on: opensOn, due_on: dueOn, patient, title, owner, state }: DueRow): DueItem => ({
  id,
  title,
  owner,
  state,
  patient: patientRefOf(patient),
  opensOn,
  dueOn,
});

function cursorOf(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (id === undefined || !isUuid(id)) throw new BadUserInputError('after is not a cursor of this list');
  return id;
}

const statements = new Map<string, Statement>();

function statementOf(shape: Shape): Statement {
  const key = JSON.stringify(shape);
  let statement = statements.get(key);
  if (statement === undefined) {
    const { sql: text, parameters } = compose(shape).compile(reader);
    statements.set(key, (statement = { sql: text, parameters }));
  }
  return statement;
}

/** From the viewer's grants to their patients' lines; the row policy is the second wall, not the search. */
function compose({ overdue, owner, after }: Shape): RawBuilder<unknown> {
  const today = sql`(now() at time zone f.zone)::date`;
  return sql`
    with matched as materialized (
      select l.id, l.line_id, l.patient_id, l.title, l.owner, l.opens_on, l.due_on,
        case when l.due_on < ${today} then 'overdue' when l.opens_on <= ${today} then 'due' else 'not-yet-due' end as state
      from (
        select distinct g.patient_id from access_grant g
        where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      ) mine
      join follow_up_line l on l.patient_id = mine.patient_id and l.in_force and l.opens_on is not null
      join follow_up_plan f on f.id = l.plan_id and f.state in ('sent','received','active')
      join patient p on p.id = l.patient_id and not p.deceased
      where l.response <> 'declined'
        and ${overdue ? sql`l.due_on < ${today}` : sql`l.opens_on <= ${today} + ${hole('within', 'integer')}`}
        ${owner ? sql`and l.owner = ${hole('owner', 'text')}` : sql``}
    ),
    remaining as materialized (
      select * from matched ${after ? sql`where (due_on, id) > (select x.due_on, x.id from follow_up_line x where x.id = ${hole('afterId', 'uuid')})` : sql``}
    ),
    shown as materialized (select * from remaining order by due_on, id limit ${hole('limit', 'integer')}),
    audited as (
      insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
      select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, r.patient_id, 'care-plan:list', 'done', r.ids
      from app.current_session() s,
        (select patient_id, array_agg(id) || patient_id as ids from shown group by patient_id) r
      returning 1
    )
    select (select coalesce(json_agg(json_build_object('id', x.id, 'line_id', x.line_id, 'title', x.title, 'owner', x.owner, 'opens_on', x.opens_on, 'due_on', x.due_on,
        'state', x.state, 'patient', json_build_object('id', p.id, 'family_name', p.family_name, 'given_name', p.given_name, 'birth_date', p.birth_date, 'mrn', p.mrn))
        order by x.due_on, x.id), '[]') from shown x join patient p on p.id = x.patient_id) as items,
      (select count(*) from matched) as total, (select count(*) from remaining) as matching, (select count(*) from audited) as audited`;
}
