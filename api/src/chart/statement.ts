import { sql, type RawBuilder } from 'kysely';
import { hole, reader, type Statement } from '#api/database/index.ts';
import { duePage, type DueShape } from './due-page.ts';
import { accessLog, changes, resultSeries, resultsPage, type ResultsShape } from './result-sets.ts';
import { rowSets, type RowSetName } from './row-sets.ts';
import { asJson, columnsOf, rowMaker, type Composable, type RowMaker } from './tuples.ts';

/** What a statement reads. Two requests of the same shape share one composed statement. */
export interface ChartShape {
  /** One patient by id, a page of the reader's panel, or the patients of a page of what is due. */
  readonly page: 'one' | PanelShape | DueShape;
  readonly sets: readonly RowSetName[];
  readonly results: readonly ResultsShape[];
  readonly series: boolean;
  readonly changes: boolean;
  /** Keys of the access logs asked for. */
  readonly accessLogs: readonly string[];
}

export interface PanelShape {
  readonly words: number;
  readonly birthDate: boolean;
  readonly after: boolean;
}

/** A statement, and how rows are made of each list that it answers in tuples. */
export interface ChartStatement extends Statement {
  readonly makers: ReadonlyMap<string, RowMaker>;
}

const composed = new Map<string, ChartStatement>();
// A shape that is kept is found without being written out.
const known = new WeakMap<ChartShape, ChartStatement>();
// Shapes come from selections, so a caller could mint many; the oldest makes room.
const COMPOSED_LIMIT = 500;

/** The one statement that reads charts and writes what was read into the audit. */
export function chartStatement(shape: ChartShape): ChartStatement {
  let statement = known.get(shape);
  if (statement === undefined) known.set(shape, (statement = statementOf(shape)));
  return statement;
}

function statementOf(shape: ChartShape): ChartStatement {
  const key = JSON.stringify(shape);
  let statement = composed.get(key);
  if (statement === undefined) {
    statement = compose(shape);
    if (composed.size >= COMPOSED_LIMIT) composed.delete(composed.keys().next().value as string);
    composed.set(key, statement);
  }
  return statement;
}

function compose(shape: ChartShape): ChartStatement {
  const sets: [name: string, query: Composable][] = [
    ...shape.sets.map((name): [string, Composable] => [name, rowSets[name]()]),
    ...shape.results.map((results): [string, Composable] => [results.key, resultsPage(results)]),
    ...(shape.series ? [['series', resultSeries()] as [string, Composable]] : []),
  ];
  const notRecord: [name: string, query: Composable][] = [
    ...(shape.changes ? [['changes', changes()] as [string, Composable]] : []),
    ...shape.accessLogs.map((key): [string, Composable] => [key, accessLog(key)]),
  ];
  const lists = [...sets, ...notRecord].map(([name, query]) => ({ name, query, columns: columnsOf(query) }));
  const ctes = lists.map(({ name, query }) => sql`${sql.id(name)} as materialized (${query})`);
  const told = lists.map(({ name, columns }) => sql`${sql.lit(name)}, ${asJson(name, columns)}`);
  const makers = lists.flatMap(({ name, columns }): [string, RowMaker][] =>
    columns === undefined ? [] : [[name, rowMaker(columns)]],
  );
  const statement = sql`
    with ${pageOf(shape.page)},
    patients as materialized (
      select p.id, p.id as patient_id, p.family_name, p.given_name, p.name_search, p.birth_date, p.sex, p.mrn, p.deceased, p.deceased_at,
        p.telephone, p.address, p.language, p.merged_into_id is not null as merged,
        p.source_system, p.source_type, p.source_id, p.source_version, p.source_updated_at, p.received_at,
        p.id = any ((select app.restricted_patients())::uuid[]) as restricted
      from page join patient p on p.id = page.id
    ),
    grants as materialized (
      select g.patient_id, g.grantee_id, g.basis, g.scopes, g.status, g.valid_from, g.valid_until, g.revoked_at
      from access_grant g where g.patient_id in (select id from page)
    )
    ${ctes.length > 0 ? sql`, ${sql.join(ctes)}` : sql``},
    read_rows (patient_id, id) as (
      select id, id from patients
      ${sql.join(
        sets.map(([name]) => sql`union all select patient_id, id from ${sql.table(name)}`),
        sql` `,
      )}
    ),
    audited as (
      insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, sections, row_ids, detail)
      select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, r.patient_id, ${hole('action', 'text')},
        r.outcome, r.sections, r.row_ids, ${hole('detail', 'text')}
      from app.current_session() s
      cross join lateral (
        select told.patient_id, case when refused.sections is null then 'done' else 'denied' end as outcome,
          coalesce(refused.sections, ${hole('sections', 'text[]')}) as sections,
          case when refused.sections is null then told.row_ids else '{}' end as row_ids
        from (select patient_id, array_agg(id) as row_ids from read_rows group by patient_id) told
        cross join lateral (${refusedSections}) refused
        ${shape.page === 'one' ? notFound : sql``}
      ) r
      returning 1
    )
    select json_build_object(
      'now', now(),
      'zone', ${ofReader(sql`o.time_zone`)},
      'today', ${ofReader(sql`(now() at time zone o.time_zone)::date`)},
      'audited', (select count(*) from audited),
      'total', ${shape.page === 'one' ? sql`null` : sql`(select count(*) from matched)`},
      'more', ${moreThan(shape.page)},
      'patients', (select coalesce(json_agg(x order by x.name_search, x.id), '[]') from patients x),
      'sources', (select coalesce(json_agg(json_build_object('system', x.system, 'name', x.name)), '[]') from source_system x),
      'grants', (select coalesce(json_agg(x), '[]') from grants x)
      ${told.length > 0 ? sql`, ${sql.join(told)}` : sql``}
    ) as chart`.compile(reader);
  return { sql: statement.sql, parameters: statement.parameters, makers: new Map(makers) };
}

/** A word on the reader's organisation. */
const ofReader = (word: RawBuilder<unknown>) =>
  sql`(select ${word} from app.current_session() s join organization o on o.id = s.organization_id)`;

const pageOf = (page: ChartShape['page']) =>
  page === 'one' ? onePatient : 'due' in page ? duePage(page) : panel(page);

const moreThan = (page: ChartShape['page']) =>
  page === 'one'
    ? sql`false`
    : 'due' in page
      ? sql`(select count(*) from remaining) > (select count(*) from shown)`
      : sql`(select count(*) from remaining) > ${hole('limit', 'integer')}`;

const onePatient = sql`page as materialized (select id from patient where id = ${hole('patientId', 'uuid')})`;

const notFound = sql`
        union all
        select ${hole('patientId', 'uuid')}, 'denied', ${hole('sections', 'text[]')}, '{}'::uuid[] where not exists (select from page)`;

/**
 * The demanded sections of `told`'s patient that this reader is refused; null when there is none. One
 * refusal refuses the whole answer, and the audit says so in the transaction of the read.
 */
const refusedSections = sql`
          select array_agg(distinct demand.section) as sections
          from unnest(${hole('demanded', 'text[]')}, ${hole('needs', 'text[]')}) as demand (section, need)
          where demand.need <> all ((select app.role_scopes())::text[])
            or not exists (
              select from grants g
              where g.patient_id = told.patient_id and g.revoked_at is null and g.status = 'active'
                and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
                and demand.need = any (g.scopes))`;

/** The reader's panel starts from their grants; the row policy is the second wall, not the search. */
function panel(shape: PanelShape) {
  const words = Array.from({ length: shape.words }, (_, index) => {
    const word = hole<string>(`word${index}`, 'text');
    return sql`(strpos(p.name_search, ${word}) > 0 or starts_with(lower(p.mrn), ${word}))`;
  });
  const byName = words.length > 0 ? sql.join(words, sql` and `) : sql`true`;
  const search = shape.birthDate ? sql`p.birth_date = ${hole('birthDate', 'date')}` : byName;
  const after = shape.after
    ? sql`where (name_search, id) > (select m.name_search, m.id from matched m where m.id = ${hole('afterId', 'uuid')})`
    : sql``;
  return sql`matched as materialized (
      select p.id, p.name_search from patient p
      where p.id in (
        select g.patient_id from access_grant g
        where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
      and ${search}
    ),
    remaining as materialized (select id, name_search from matched ${after}),
    page as materialized (select id from remaining order by name_search, id limit ${hole('limit', 'integer')})`;
}
