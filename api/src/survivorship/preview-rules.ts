import { sql } from 'kysely';
import type { Chart, PlanRow } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession } from '#api/database/index.ts';
import { requireToken } from '#api/graphql/context.ts';
import type { PlanChange } from './care-plan.results.ts';
import type { PlanContext } from './centre.ts';
import { ordinaryRows } from './ordinary-rows.ts';
import { planDiff, type LineField } from './plan-diff.ts';
import type { PlanLine } from './plan.ts';
import { readPlans } from './read-plan.ts';
import type { RuleSet } from './rule.ts';
import { askedUntil, planToday, readableVersions, toldPlan } from './told-plan.ts';

/** What other rules would make of one open plan. */
export interface PlanPreview {
  readonly patient: Chart['patient'];
  readonly plan: Pick<PlanRow, 'version' | 'state'>;
  /** Of the rules that it stands on now. */
  readonly ruleSetVersion: string;
  /** Null: it runs. Why it is suspended otherwise. */
  readonly suspendedBecause: string | null;
  readonly changes: readonly PlanChange[];
}

const OPEN = ['draft', 'signed', 'sent', 'received', 'active'];

/** Whose plans are open, of the patients whom the reader may read, with the audit row of each. */
const OPEN_PLANS = sql`
  with open as (
    select patient_id, array_agg(id) as ids from follow_up_plan where state = any (${hole('open', 'text[]')}) group by patient_id
  ), audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, o.patient_id, 'care-plan:list', 'done', o.ids
    from open o, app.current_session() s
    returning 1
  )
  select patient_id, (select count(*) from audited) as audited from open`.compile(reader);

/**
 * What a rule set would change in each open plan that the reader may read, by the record of today: the difference is the
 * rules' alone. Nothing is written but the audit of the reading.
 */
export async function previewRules(context: PlanContext, rules: RuleSet): Promise<PlanPreview[]> {
  const statement = fill(OPEN_PLANS, { open: OPEN, requestId: context.requestId });
  const { rows } = await runAsSession<{ patient_id: string }>(context.pool, requireToken(context), statement);
  const both = { ...context.centre.rules, rules: [...context.centre.rules.rules, ...rules.rules] };
  const previews: PlanPreview[] = [];
  // One after the other: a preview of a thousand plans must not crowd out those who work.
  for (const { patient_id: id } of rows) {
    const wider = { ...context, centre: { ...context.centre, rules: both } };
    const chart = await readPlans(wider, 'care-plan:read', id);
    for (const row of readableVersions(chart).filter(({ state }) => OPEN.includes(state)))
      previews.push(previewOf(context, chart, row, rules));
  }
  return previews.toSorted(
    (a, b) => a.patient.name_search.localeCompare(b.patient.name_search) || a.plan.version - b.plan.version,
  );
}

function previewOf({ centre }: PlanContext, chart: Chart, row: PlanRow, rules: RuleSet): PlanPreview {
  const { signed } = toldPlan(chart, row, centre);
  // A signed plan has kept the rules of its own lines only; while they are in use, all of them are known.
  const current =
    signed === null || signed.ruleSetVersion === centre.rules.version
      ? centre.rules
      : { version: signed.ruleSetVersion, rules: signed.rules };
  const by = (set: RuleSet) =>
    planToday(ordinaryRows(chart), row, askedUntil(chart, row), { ...centre, rules: set }).plan;
  const [before, after] = [by(current), by(rules)];
  return {
    patient: chart.patient,
    plan: row,
    ruleSetVersion: current.version,
    suspendedBecause: before.suspendedBecause,
    changes: planDiff(asked(before.lines), asked(after.lines), DAY),
  };
}

/** What asks nothing of anybody is no line that comes or goes. */
const asked = (lines: readonly PlanLine[]) => ({
  lines: lines.filter(({ state }) => state !== 'not-applicable'),
  facts: [],
});

/** The record being the same, another day is the rules' doing. */
const DAY: readonly LineField[] = [['nextDue', ({ nextDue }) => nextDue]];
