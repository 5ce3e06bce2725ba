import { readRows, type Chart, type ChartRow, type RowSetName } from '#api/chart/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { partsOf, type Catalogue } from './catalogue.ts';
import type { Flag, History, PastTest, PlannedTest } from './history.ts';
import { recognize, type TestName } from './recognize.ts';
import { contrastIn, lateralityIn } from './words.ts';

const SETS: readonly RowSetName[] = [
  'testObservations',
  'testReports',
  'imagingStudies',
  'testProcedures',
  'testOrders',
  'appointments',
  'carePlanActivities',
  'hospitalStays',
  'cancerDrugs',
];

/**
 * What the record tells this reader of a patient's tests, in one audited statement.
 * @param names the tests that are asked about
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read results of this patient.
 */
export async function readHistory(
  context: RequestContext,
  patientId: string,
  names: readonly TestName[],
  catalogue: Catalogue,
): Promise<{ chart: Chart; history: History }> {
  const wanted = names
    .map((name) => recognize(name, catalogue))
    .flatMap((known) => (known.found === 'one' ? known.parts : []));
  const chart = await readRows(context, 'duplicate-tests:check', patientId, SETS, {
    testFamilies: [...new Set(wanted)],
  });
  return { chart, history: historyOf(chart, catalogue) };
}

function historyOf(chart: Chart, catalogue: Catalogue): History {
  const stays = chart
    .rows('hospitalStays')
    .map((stay) => ({ from: momentOf(stay.started_at), to: momentOf(stay.ended_at) }));
  const inHospital = (at: Date | undefined) =>
    at !== undefined &&
    stays.some(({ from, to }) => from !== undefined && from <= at && (to === undefined || at <= to));
  const measured = chart.rows('testObservations').map((row) => measuredTest(chart, row, catalogue));
  const answered = new Set(measured.flatMap(({ families, at }) => families.map((family) => `${family} ${dayOf(at)}`)));
  const others = [...reports(chart, catalogue), ...studies(chart, catalogue), ...procedures(chart, catalogue)]
    // A report of a panel says nothing beside its values.
    .map((test) => ({
      ...test,
      families: test.families.filter((family) => !answered.has(`${family} ${dayOf(test.at)}`)),
    }));
  return {
    tests: [...measured, ...others]
      .filter(({ families }) => families.length > 0)
      .map((test) => ({ ...test, inpatient: inHospital(test.at) })),
    planned: [...orders(chart, catalogue), ...appointments(chart, catalogue), ...plans(chart, catalogue)].filter(
      ({ families }) => families.length > 0,
    ),
    onCancerDrugs: chart
      .rows('cancerDrugs')
      .some((drug) => drug.status === 'active' && (drug.ended_on === null || new Date(drug.ended_on) >= chart.now)),
    seesOrders: chart.allows('clinical:read'),
    seesPlans: chart.allows('oncology:read'),
  };
}

function measuredTest(chart: Chart, row: ChartRow<'testObservations'>, catalogue: Catalogue): PastTest {
  const known = row.family === null ? undefined : catalogue.families.get(row.family);
  const shown = row.value_text ?? (row.value_number === null ? '' : String(Number(row.value_number.toPrecision(4))));
  return {
    ...common(chart, row, row.body_site),
    families: known
      ? partsOf(known)
      : familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue),
    at: row.effective_precision === 'year' ? undefined : (momentOf(row.effective_at) ?? momentOf(row.issued_at)),
    text: [shown, row.unit === '1' ? null : row.unit, row.note].filter(Boolean).join(' '),
    value: row.value_number,
    unit: row.unit,
    flag: flagOf(row),
    institution: row.performer_name ?? chart.sourceName(row.source_system),
  };
}

const common = (
  chart: Chart,
  row: { id: string; display: string; status: string | null; source_system: string },
  site: string | null,
) => ({
  id: row.id,
  name: row.display,
  status: row.status,
  laterality: lateralityIn(`${row.display} ${site ?? ''}`),
  contrast: contrastIn(row.display),
  inpatient: false,
  value: null,
  unit: null,
  flag: null,
  institution: chart.sourceName(row.source_system),
});

const reports = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  chart.rows('testReports').map((row) => ({
    ...common(chart, row, null),
    families: familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue),
    at: momentOf(row.effective_at) ?? momentOf(row.issued_at),
    text: row.conclusion ?? '',
    institution: row.performer_name ?? chart.sourceName(row.source_system),
  }));

const studies = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  chart.rows('imagingStudies').map((row) => {
    const display = row.description ?? [row.modality, row.body_site].filter(Boolean).join(' ');
    const inWords = familiesOf({ text: display }, catalogue);
    return {
      ...common(chart, { ...row, display }, row.body_site),
      families:
        inWords.length > 0 ? inWords : familiesOf({ text: `${row.modality ?? ''} ${row.body_site ?? ''}` }, catalogue),
      at: momentOf(row.started_at),
      text: '',
    };
  });

const procedures = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  chart.rows('testProcedures').map((row) => ({
    ...common(chart, row, `${row.body_site ?? ''} ${row.laterality ?? ''}`),
    families: familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue),
    at: momentOf(row.started_on),
    text: row.outcome ?? '',
  }));

const planned = (row: { id: string; status: string | null }, name: string) => ({
  id: row.id,
  name,
  status: row.status,
  laterality: lateralityIn(name),
  contrast: contrastIn(name),
});

const orders = (chart: Chart, catalogue: Catalogue): PlannedTest[] =>
  chart.rows('testOrders').map((row) => ({
    ...planned(row, row.display),
    kind: row.intent === 'plan' || row.intent === 'proposal' ? 'plan' : 'order',
    families: familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue),
    on: momentOf(row.occurs_on),
    orderedAt: momentOf(row.authored_at),
    by: row.requester_name,
  }));

const appointments = (chart: Chart, catalogue: Catalogue): PlannedTest[] =>
  chart.rows('appointments').map((row) => ({
    ...planned(row, row.description),
    kind: 'appointment',
    families: familiesOf({ text: row.description }, catalogue),
    on: momentOf(row.starts_at),
    by: row.location_name ?? row.practitioner_name,
  }));

const plans = (chart: Chart, catalogue: Catalogue): PlannedTest[] =>
  chart.rows('carePlanActivities').map((row) => ({
    ...planned(row, row.description),
    kind: 'plan',
    families: everyFamilyOf(row.description, catalogue),
    on: momentOf(row.due_on),
    by: row.performer_name,
  }));

function familiesOf(name: TestName, catalogue: Catalogue): readonly string[] {
  const known = recognize(name, catalogue);
  return known.found === 'one' ? known.parts : [];
}

/** A plan may name several tests in one sentence. */
function everyFamilyOf(text: string, catalogue: Catalogue): readonly string[] {
  const known = recognize({ text }, catalogue);
  return known.found === 'one' ? known.parts : known.nearest.flatMap(partsOf);
}

/** The sender's judgement, or else the sender's own reference range applied. */
function flagOf({
  flag,
  value_number: value,
  reference_low: low,
  reference_high: high,
}: ChartRow<'testObservations'>): Flag | null {
  if (flag !== null) return flag;
  if (value === null || (low === null && high === null)) return null;
  if (low !== null && value < low) return 'low';
  return high !== null && value > high ? 'high' : 'normal';
}

const momentOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
const dayOf = (moment: Date | undefined) => moment?.toISOString().slice(0, 10) ?? '';
