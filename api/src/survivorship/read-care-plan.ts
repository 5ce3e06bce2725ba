import type { Chart, PlanRow } from '#api/chart/index.ts';
import { NotFoundError } from '#api/graphql/errors.ts';
import type { PlanCentre, PlanContext } from './centre.ts';
import type { PlanChange } from './care-plan.results.ts';
import type { CarePlan, CarePlanVersion } from './care-plan.types.ts';
import { carePlanOf, versionOf } from './care-plan.view.ts';
import type { PlanPaper } from './paper/plan-paper.ts';
import { paperOf } from './paper/told-paper.ts';
import { planDiff } from './plan-diff.ts';
import { readPlans } from './read-plan.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import { currentVersion, readableVersions, toldPlan } from './told-plan.ts';

/** The plan that the viewer is told of; null when there is none. */
export async function readCarePlan(
  context: PlanContext,
  patientId: string,
  version: number | null,
): Promise<CarePlan | null> {
  const chart = await readPlans(context, 'care-plan:read', patientId, version === null ? [] : [version]);
  const row = version === null ? currentVersion(chart) : versionNumbered(chart, version);
  return row === undefined ? null : carePlanOf(chart, row, context.centre);
}

/**
 * The same for paper; that a copy was handed out is in the audit.
 * @throws {NotFoundError} when there is no such patient, or no such version, for this reader.
 */
export async function readPaper(context: PlanContext, patientId: string, version: number | null): Promise<PlanPaper> {
  const chart = await readPlans(context, 'care-plan:export', patientId, version === null ? [] : [version]);
  const row = version === null ? currentVersion(chart) : versionNumbered(chart, version);
  if (row === undefined) throw new NotFoundError();
  return paperOf(chart, row, context.centre);
}

export async function readVersions(context: PlanContext, patientId: string): Promise<CarePlanVersion[]> {
  return readableVersions(await readPlans(context, 'care-plan:read', patientId)).map(versionOf);
}

/**
 * What differs between two versions.
 * @throws {NotFoundError} when there is no such patient, or no such version, for this reader.
 */
export async function readDiff(
  context: PlanContext,
  patientId: string,
  from: number,
  to: number,
): Promise<PlanChange[]> {
  const chart = await readPlans(context, 'care-plan:read', patientId, [from, to]);
  return planDiff(versionOfDiff(chart, from, context.centre), versionOfDiff(chart, to, context.centre));
}

function versionOfDiff(chart: Chart, version: number, centre: PlanCentre): Parameters<typeof planDiff>[0] {
  const row = versionNumbered(chart, version);
  if (row === undefined) throw new NotFoundError();
  const { signed, plan, facts } = toldPlan(chart, row, centre);
  return { lines: signed?.lines ?? plan.lines, facts: factTexts(signed?.facts ?? facts) };
}

const versionNumbered = (chart: Chart, wanted: number): PlanRow | undefined =>
  readableVersions(chart).find(({ version }) => version === wanted);

/** Inherited findings are in no version: they are not compared. */
const factTexts = ({
  diagnoses,
  surgery,
  systemic,
  radiation,
  transplants,
  ongoing,
  toxicities,
  comorbidities,
}: TreatmentFacts) =>
  [diagnoses, surgery, systemic, radiation, transplants, ongoing, toxicities, comorbidities].flatMap((list) =>
    list.map(({ id, text }) => ({ key: id, text })),
  );
