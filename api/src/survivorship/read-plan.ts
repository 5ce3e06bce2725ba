import { readRows, type Chart, type RowSetName } from '#api/chart/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { PlanContext } from './centre.ts';
import type { FilledFact, TreatmentFacts } from './facts/facts.ts';
import { SUMMARY_SETS, treatmentSummary } from './facts/summary.ts';
import { familiesOf, HISTORY_SETS, pastEvents, type PastEvent } from './history.ts';

const RECORD_SETS: readonly RowSetName[] = [...new Set([...SUMMARY_SETS, ...HISTORY_SETS])];
const PLAN_SETS: readonly RowSetName[] = [
  ...RECORD_SETS,
  'followUpPlans',
  'followUpLines',
  'followUpContents',
  'tasks',
  'taskEvents',
];

/**
 * Reads a patient's plans and all that they are told from, in one audited statement.
 * @param versions whose signed content is read; none: of those that no newer one has replaced
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read care plans of this patient.
 */
export function readPlans(
  context: PlanContext,
  action: Action,
  patientId: string,
  versions: readonly number[] = [],
): Promise<Chart> {
  if (!isUuid(patientId)) return Promise.reject(new NotFoundError());
  return readRows(context, action, patientId, PLAN_SETS, {
    testFamilies: familiesOf(context.centre.rules),
    planVersions: versions,
  });
}

/** What a plan is built from, as one reader may read it. */
export interface RecordForPlan {
  readonly facts: TreatmentFacts;
  readonly history: readonly PastEvent[];
}

/** The same without any plan: what one would be built from. */
export async function readRecordForPlan(
  context: PlanContext,
  patientId: string,
  filled: readonly FilledFact[],
  zone: string,
): Promise<RecordForPlan> {
  const values = { testFamilies: familiesOf(context.centre.rules) };
  const chart = await readRows(context, 'care-plan:read', patientId, RECORD_SETS, values);
  return { facts: treatmentSummary(chart, filled, zone), history: pastEvents(chart, context.centre.catalogue, zone) };
}
