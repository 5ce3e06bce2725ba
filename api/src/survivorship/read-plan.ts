import { readRows, type Chart } from '#api/chart/index.ts';
import { OWN_CATALOGUE } from '#api/duplicate-tests/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import type { FilledFact, TreatmentFacts } from './facts/facts.ts';
import { SUMMARY_SETS, treatmentSummary } from './facts/summary.ts';
import { familiesOf, HISTORY_SETS, pastEvents, type PastEvent } from './history.ts';
import type { RuleSet } from './rule.ts';

/** What a plan is built from, as one reader may read it. */
export interface RecordForPlan {
  readonly chart: Chart;
  readonly facts: TreatmentFacts;
  readonly history: readonly PastEvent[];
}

/**
 * Reads what a patient's plan is built from, in one audited statement.
 * @param filled what people wrote where the record is silent
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read care plans of this patient.
 */
export async function readRecordForPlan(
  context: RequestContext,
  patientId: string,
  rules: RuleSet,
  filled: readonly FilledFact[],
  zone: string,
): Promise<RecordForPlan> {
  const sets = [...new Set([...SUMMARY_SETS, ...HISTORY_SETS])];
  const chart = await readRows(context, 'care-plan:read', patientId, sets, { testFamilies: familiesOf(rules) });
  return {
    chart,
    facts: treatmentSummary(chart, filled, zone),
    history: pastEvents(chart, OWN_CATALOGUE, zone),
  };
}
