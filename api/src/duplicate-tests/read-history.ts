import { setTimeout as sleep } from 'node:timers/promises';
import { readRows, type Chart, type RowSetName } from '#api/chart/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import type { Catalogue } from './catalogue.ts';
import type { History } from './history.ts';
import { pastTests } from './past-tests.ts';
import { plannedTests, type PlanSource } from './planned-tests.ts';
import { familiesOf, recognize, type TestName } from './recognize.ts';

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
 * A read takes at least so long. A policy is judged only where there is a row, so a hidden result of the asked test
 * makes the statement a tenth slower than none: seen by the clock, that would tell of it.
 */
const LEAST_MS = 40;

/** What a check goes by, besides the record. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly plans: PlanSource;
}

interface ReadHistory {
  readonly chart: Chart;
  readonly history: History;
}

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
  knowledge: Knowledge,
): Promise<ReadHistory> {
  const [read] = await Promise.all([readAtOnce(context, patientId, names, knowledge), sleep(LEAST_MS)]);
  return read;
}

/** The same as soon as it is known, for whoever measures; to a reader the time itself would tell. */
export async function readAtOnce(
  context: RequestContext,
  patientId: string,
  names: readonly TestName[],
  { catalogue, plans }: Knowledge,
): Promise<ReadHistory> {
  const wanted = names.flatMap((name) => familiesOf(name, catalogue));
  const chart = await readRows(context, 'duplicate-tests:check', patientId, [...SETS, ...plans.sets], {
    testFamilies: [...new Set(wanted)],
    detail: keysOf(names, catalogue),
  });
  return { chart, history: historyOf(chart, catalogue, plans) };
}

/** What was asked about, for the centre's counts: keys of families, which say nothing of the patient. */
const keysOf = (names: readonly TestName[], catalogue: Catalogue): string =>
  names
    .map((name) => recognize(name, catalogue))
    .map((known) => (known.found === 'one' ? known.family.key : ''))
    .filter((key) => key !== '')
    .join(' ');

function historyOf(chart: Chart, catalogue: Catalogue, plans: PlanSource): History {
  return {
    tests: pastTests(chart, catalogue),
    planned: plannedTests(chart, catalogue, plans),
    onCancerDrugs: chart
      .rows('cancerDrugs')
      .some((drug) => drug.status === 'active' && (drug.ended_on === null || new Date(drug.ended_on) >= chart.now)),
    seesOrders: chart.allows('clinical:read'),
    seesPlans: chart.allows('oncology:read') && chart.allows('care-plan:read'),
    zone: chart.zone,
  };
}
