import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#api/access/index.ts';
import { hole, reader, type JsonRow } from '#api/database/index.ts';
import { provenance } from './row-set-parts.ts';

/** Which page of a patient's results is wanted. Values are holes; what is absent changes the statement's text. */
export interface ResultsShape {
  /** Unique within the statement: the name of its row set and the prefix of its holes. */
  readonly key: string;
  readonly after: boolean;
  readonly family: boolean;
  readonly since: boolean;
  readonly total: boolean;
}

// One list of three kinds of row: measured values, and reports and imaging studies as sentences.
const columns = sql.raw(provenance.join(', '));

/**
 * A page of results of each patient of `page`, newest first, undated last; one row more than `first`
 * so that the reader knows whether there are others.
 */
export function resultsPage(shape: ResultsShape) {
  const family = hole<string>(`${shape.key}.family`, 'text');
  const time = hole<Date>(`${shape.key}.afterTime`, 'timestamptz');
  const id = hole<string>(`${shape.key}.afterId`, 'uuid');
  const all = sql`
    select ${columns}, display, code_system, code, family, status, value_number, value_text, unit, flag, reference_low, reference_high,
      effective_at, performer_name
    from observation o
    where o.patient_id = page.id
      and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
      and ${shape.family ? sql`o.family = ${family}` : sql`o.category in ('laboratory', 'tumor-marker', 'imaging')`}
    ${shape.family ? sql`` : reportsAndStudies}`;
  const since = shape.since ? sql`where effective_at >= ${hole(`${shape.key}.since`, 'date')}` : sql``;
  const afterCursor = shape.after
    ? sql`where case when ${time} is null then effective_at is null and id < ${id}
        else effective_at is null or effective_at < ${time} or (effective_at = ${time} and id < ${id}) end`
    : sql``;
  const total = shape.total ? sql`count(*) over ()` : sql`null::bigint`;
  const page = sql<ResultRow>`(
    select r.* from page cross join lateral (
      select * from (select x.*, ${total} as total from (${all}) x ${since}) counted
      ${afterCursor}
      order by effective_at desc nulls last, id desc
      limit ${hole(`${shape.key}.limit`, 'integer')}
    ) r)`;
  return reader
    .selectFrom(page.as('told'))
    .select([...provenance, ...MEASURED, 'code_system', 'code', 'status', 'performer_name', 'total']);
}

// A laboratory report repeats its values and says nothing of its own unless it concludes.
const reportsAndStudies = sql`
    union all
    select ${columns}, display, code_system, code, null, status, null, conclusion, null, null, null, null,
      coalesce(effective_at, issued_at), performer_name
    from diagnostic_report d
    where d.patient_id = page.id and d.conclusion is not null and coalesce(d.status, '') <> 'entered-in-error'
    union all
    select ${columns}, coalesce(description, concat_ws(' ', modality, body_site), 'Imaging study'), null, null, null, status, null,
      concat_ws(', ', modality, body_site), null, null, null, null, started_at, null
    from imaging_study i
    where i.patient_id = page.id and coalesce(i.status, '') not in ('entered-in-error', 'cancelled')`;

/** What a value is told with. */
const MEASURED = [
  'display',
  'family',
  'value_number',
  'value_text',
  'unit',
  'flag',
  'reference_low',
  'reference_high',
  'effective_at',
] as const satisfies readonly (keyof Measured)[];

/** Points of each family's trend line that are carried at most, newest first. */
const SERIES_POINTS = 40;

/** The numeric results of each family that has at least two: what a trend line is drawn from. */
export function resultSeries() {
  const ranked = sql<SeriesRow & { place: number; points: number }>`(
      select o.*, row_number() over family_line as place, count(*) over (partition by o.patient_id, o.family) as points
      from observation o
      where o.patient_id in (select id from page) and o.family is not null and o.value_number is not null and o.effective_at is not null
        and o.category in ('laboratory', 'tumor-marker', 'vital-signs')
        and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
      window family_line as (partition by o.patient_id, o.family order by o.effective_at desc, o.id))`;
  return reader
    .selectFrom(ranked.as('ranked'))
    .where('points', '>=', 2)
    .where('place', '<=', SERIES_POINTS)
    .select([...provenance, ...MEASURED, 'category']);
}

/** Who read a patient's record, newest first. */
export function accessLog(key: string) {
  const entries = sql<AccessLogRow>`(
    select e.id, e.at, e.patient_id, p.family_name, p.given_name, e.role, o.name as organization_name, e.action, e.sections
    from page
    -- Names are looked up for the entries that are shown: a record may have been read ten thousand times.
    cross join lateral (
      select a.id, a.at, a.patient_id, a.person_id, a.organization_id, a.role, a.action, a.sections
      from audit_event a
      where a.patient_id = page.id and a.outcome = 'done'
      order by a.at desc limit ${hole(`${key}.limit`, 'integer')}
    ) e
    left join person p on p.id = e.person_id
    left join organization o on o.id = e.organization_id
    order by e.at desc)`;
  return reader
    .selectFrom(entries.as('told'))
    .select(['id', 'at', 'patient_id', 'family_name', 'given_name', 'role', 'organization_name', 'action', 'sections']);
}

const CHANGING = [
  'observation',
  'condition',
  'medication_use',
  'procedure',
  'document_reference',
  'diagnostic_report',
  'appointment',
  'flag',
];

/** When something last came in for each patient, and how much of it since the reader's previous sign-in. */
export function changes() {
  const each = (query: (table: string) => RawBuilder<unknown>) => sql.join(CHANGING.map(query), sql` union all `);
  const last = each(
    (table) =>
      sql`(select received_at from ${sql.table(table)} t where t.patient_id = page.id order by received_at desc limit 1)`,
  );
  const since = each(
    (table) =>
      sql`select id from ${sql.table(table)} t where t.patient_id = page.id and t.received_at > (select app.previous_sign_in())`,
  );
  return sql<ChangesRow>`
    select page.id as patient_id,
      (select max(received_at) from (${last}) arrival) as last_change_at,
      (select count(*) from (${since}) arrival) as changes
    from page`;
}

interface Sourced {
  id: string;
  patient_id: string;
  needs: Scope[];
  source_system: string;
  source_type: string;
  source_id: string;
  source_version: string | null;
  source_updated_at: string | null;
  received_at: string;
}

interface Measured extends Sourced {
  display: string;
  family: string | null;
  value_number: number | null;
  value_text: string | null;
  unit: string | null;
  flag: 'low' | 'normal' | 'high' | 'critical-low' | 'critical-high' | 'abnormal' | null;
  reference_low: number | null;
  reference_high: number | null;
  effective_at: string | null;
}

export interface ResultRow extends Measured {
  code_system: string | null;
  code: string | null;
  status: string | null;
  performer_name: string | null;
  total: number | null;
}

export interface SeriesRow extends Measured {
  family: string;
  category: 'laboratory' | 'tumor-marker' | 'vital-signs';
  effective_at: string;
}

export type AccessLogRow = JsonRow<{
  id: number;
  at: string;
  patient_id: string;
  family_name: string | null;
  given_name: string | null;
  role: string | null;
  organization_name: string | null;
  action: string;
  sections: string[];
}>;

export interface ChangesRow {
  patient_id: string;
  last_change_at: string | null;
  changes: number;
}
