import { v5 } from 'uuid';
import type { Chart, PlanLineRow, PlanRow, RecordRows } from '#api/chart/index.ts';
import { buildPlan } from './build-plan.ts';
import type { FilledFact, TreatmentFacts } from './facts/facts.ts';
import { treatmentSummary } from './facts/summary.ts';
import { pastEvents } from './history.ts';
import { isOfCentre, mayRead } from './plan.policy.ts';
import type { Asked, LineDecision, Plan, PlanLine } from './plan.ts';
import type { PlanCentre } from './centre.ts';
import type { RuleSet } from './rule.ts';
import { unseal, type SignedContent } from './signed-content.ts';

/** A version of a plan with all that is told of it. */
export interface ToldPlan {
  readonly row: PlanRow;
  /** Null in a draft. */
  readonly signed: SignedContent | null;
  /** As the record tells it to this reader today. */
  readonly facts: TreatmentFacts;
  readonly plan: Plan;
  readonly answers: readonly PlanLineRow[];
}

/** Of one line of one version, always the same. */
export const lineIdOf = (planId: string, key: string): string => v5(key, planId);

export const decisionsOf = (row: PlanRow): LineDecision[] => row.decisions as LineDecision[];
export const filledOf = (row: PlanRow): FilledFact[] => row.filled as FilledFact[];

/** The version that this reader is told of: a draft only to who writes plans, else the newest in force. */
export function currentVersion(chart: Chart): PlanRow | undefined {
  const newestFirst = readableVersions(chart);
  const draft = newestFirst.find(({ state }) => state === 'draft');
  return (isOfCentre(chart.actor) ? draft : undefined) ?? newestFirst.find(({ state }) => state !== 'revised');
}

/** The versions that this reader may know of, the newest first. */
export const readableVersions = (chart: Chart): PlanRow[] =>
  chart
    .rows('followUpPlans')
    .filter((row) => mayRead(chart.actor, factsOfPlan(row)))
    .toSorted((a, b) => b.version - a.version || b.drafted_at.localeCompare(a.drafted_at));

export const factsOfPlan = ({ state, recipient_id: recipientId }: PlanRow) => ({ state, recipientId });

/** One version as it stands today. */
export function toldPlan(chart: Chart, row: PlanRow, centre: PlanCentre): ToldPlan {
  const signed = signedContent(chart, row);
  const rules: RuleSet = signed === null ? centre.rules : { version: signed.ruleSetVersion, rules: signed.rules };
  const { facts, plan } = planToday(chart, row, askedUntil(chart, row), { ...centre, rules });
  return {
    row,
    signed,
    facts,
    plan: signed === null ? plan : { ...plan, lines: signed.lines.map((line) => asItStands(line, plan)) },
    answers: chart.rows('followUpLines').filter(({ plan_id }) => plan_id === row.id),
  };
}

function signedContent(chart: Chart, row: PlanRow): SignedContent | null {
  const content = chart.rows('followUpContents').find(({ id }) => id === row.id);
  return content === undefined ? null : unseal(content.content, row.hash);
}

/** Whom this version asked, or those before it that were read: a new version asks nobody anew for the same. */
export function askedUntil(chart: Chart, row: PlanRow): Asked[] {
  return readableVersions(chart)
    .filter(({ version }) => version <= row.version)
    .flatMap((version) => signedContent(chart, version)?.lines ?? []);
}

/** Facts and lines as a record tells them today, under what people decided in a version. */
export function planToday(
  record: RecordRows,
  row: PlanRow,
  asked: readonly Asked[],
  { rules, catalogue }: PlanCentre,
): { facts: TreatmentFacts; plan: Plan } {
  const facts = treatmentSummary(record, filledOf(row), row.zone);
  const history = pastEvents(record, catalogue, row.zone);
  const plan = buildPlan({
    rules,
    facts,
    history,
    decisions: decisionsOf(row),
    asked,
    now: record.now,
    zone: row.zone,
  });
  return { facts, plan };
}

/** A signed line keeps its words, owner and interval; when it was done and when it is due is of today. */
function asItStands(line: PlanLine, { lines }: Plan): PlanLine {
  const now = lines.find(({ key }) => key === line.key);
  if (now === undefined) return { ...line, reason: `As signed; the record no longer tells why. ${line.reason}` };
  const { lastDone, neverRecorded, every, window, nextDue, state, reason, unconfirmed } = now;
  return { ...line, lastDone, neverRecorded, every, window, nextDue, state, reason, unconfirmed };
}
