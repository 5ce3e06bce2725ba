import { sql, type RawBuilder } from 'kysely';
import { hole, reader } from '#api/database/index.ts';
import { inPage, provenance } from './row-set-parts.ts';

/** No interval may reach further back; with a date in the index an old record is not read for a question of today. */
const LOOK_BACK = sql<Date>`now() - interval '10 years'`;

const ASKED_FOR = sql<string[]>`${hole('testFamilies', 'text[]')}`;
/** What tells that lines of plans were done. */
const ofLines = (lines: RawBuilder<unknown>) => sql<string[]>`array(
  select distinct jsonb_array_elements_text(proof -> 'keys')
  from ${lines} l cross join lateral jsonb_array_elements(l.basis -> 'doneBy') proof)`;
/** Of signed lines too: a centre may have put their rules away since. */
const OF_PLANS = sql<string[]>`(${ASKED_FOR} || ${ofLines(
  sql`(select basis from follow_up_line where patient_id in (select id from page))`,
)})`;

const observations = () =>
  reader
    .selectFrom('observation')
    .where('patient_id', 'in', inPage())
    .where((eb) => eb.or([eb('effective_at', '>', LOOK_BACK), eb('effective_at', 'is', null)]))
    .select([
      ...provenance,
      'family',
      'code_system',
      'code',
      'display',
      'status',
      'value_number',
      'value_text',
      'unit',
      'reference_low',
      'reference_high',
      'flag',
      'effective_at',
      'effective_precision',
      'issued_at',
      'body_site',
      'performer_name',
      'note',
      'told_by_parts',
    ]);

/** Values of the wanted families, and those whose family no import knew: a centre's file may know their codes. */
const observationsOf = (families: RawBuilder<string[]>) =>
  // Apart, each finds its rows by the index on patient and family. With "or" between them every result of the patient is read.
  observations()
    .where('family', '=', sql<string>`any (${families})`)
    .unionAll(
      observations()
        .where('family', 'is', null)
        .where('category', 'in', ['laboratory', 'imaging', 'tumor-marker', 'other']),
    );

/** What tells whether a test was done, is ordered or is planned. Row-level security admits what the session may read. */
export const testRowSets = {
  testObservations: () => observationsOf(ASKED_FOR),
  planObservations: () => observationsOf(OF_PLANS),
  dueObservations: () => observationsOf(ofLines(sql`shown`)),
  testReports: () =>
    reader
      .selectFrom('diagnostic_report')
      .where('patient_id', 'in', inPage())
      .where((eb) => eb.or([eb('effective_at', '>', LOOK_BACK), eb('effective_at', 'is', null)]))
      .select([
        ...provenance,
        'category',
        'code_system',
        'code',
        'display',
        'status',
        'effective_at',
        'issued_at',
        'conclusion',
        'performer_name',
        'told_by_parts',
      ]),
  imagingStudies: () =>
    reader
      .selectFrom('imaging_study')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'modality', 'body_site', 'description', 'status', 'started_at']),
  testProcedures: () =>
    reader
      .selectFrom('procedure')
      .where('patient_id', 'in', inPage())
      .where('kind', 'in', ['imaging', 'other'])
      .select([
        ...provenance,
        'kind',
        'code_system',
        'code',
        'display',
        'status',
        'body_site',
        'laterality',
        'started_on',
        'started_precision',
        'outcome',
      ]),
  testOrders: () =>
    reader
      .selectFrom('service_request')
      .where('patient_id', 'in', inPage())
      .where('kind', '=', 'order')
      .select([
        ...provenance,
        'code_system',
        'code',
        'display',
        'status',
        'intent',
        'authored_at',
        'occurs_on',
        'requester_name',
      ]),
  hospitalStays: () =>
    reader
      .selectFrom('encounter')
      .where('patient_id', 'in', inPage())
      .where('class', 'in', ['IMP', 'ACUTE', 'NONAC', 'inpatient', 'Inpatient'])
      .select([...provenance, 'status', 'started_at', 'ended_at']),
  cancerDrugs: () =>
    reader
      .selectFrom('medication_use')
      .where('patient_id', 'in', inPage())
      .where('category', '=', 'cancer-systemic')
      .select([...provenance, 'status', 'started_on', 'ended_on']),
} as const;
