import { sql } from 'kysely';
import type { Chart, PlanLineRow, PlanRow } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import type { SignCarePlanInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { decided } from './build-plan.ts';
import { basisOf } from './dates.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { RuleSet } from './rule.ts';
import { ordinaryRows } from './ordinary-rows.ts';
import { asksForAnswer, maySign } from './plan.policy.ts';
import type { PlanLine } from './plan.ts';
import { contentOf, seal } from './signed-content.ts';
import { askedUntil, decisionsOf, factsOfPlan, lineIdOf, planToday } from './told-plan.ts';

const SIGN = audited(sql`
  signed as (
    update follow_up_plan f set state = 'signed', content = ${hole('content', 'text')}, hash = ${hole('hash', 'text')},
      rule_set_version = ${hole('ruleSetVersion', 'text')}, signed_at = now(), signed_by = s.person_id, revision = f.revision + 1
    from app.current_session() s
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state = 'draft'
    returning f.id, f.patient_id
  ),
  lines as (
    insert into follow_up_line (line_id, plan_id, patient_id, key, title, owner, opens_on, due_on, basis, asked, response, words, responded_at, responded_by)
    select l.line_id, signed.id, signed.patient_id, l.key, l.title, l.owner, l.opens_on, l.due_on, l.basis, l.asked, l.response, l.words, l.responded_at, l.responded_by
    from signed, jsonb_to_recordset(${hole('lines', 'jsonb')}) as l (line_id uuid, key text, title text, owner text, opens_on date, due_on date, basis jsonb,
      asked boolean, response text, words text, responded_at timestamptz, responded_by uuid)
    returning id, patient_id
  ),
  changed as (select * from signed union all select * from lines)`);

const OTHER_RULES =
  'The rules have changed since you opened this draft, and its lines with them. Read it again, then sign.';

/** Signs the draft: from then on this version does not change. */
export const signCarePlan = (context: PlanContext, input: SignCarePlanInput): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', input.patientId, (chart, row) => {
    if (row === undefined || row.version !== input.version) return refuse('no-plan');
    if (!maySign(chart.actor, factsOfPlan(row))) return refuse(row.state === 'draft' ? 'not-yours' : 'wrong-state');
    if (input.revision != null && input.revision !== row.revision) return refuse('changed-meanwhile');
    if (input.ruleSetVersion != null && input.ruleSetVersion !== context.centre.rules.version)
      return refuse('changed-meanwhile', undefined, OTHER_RULES);
    const { facts, plan } = planToday(ordinaryRows(chart), row, askedUntil(chart, row), context.centre);
    if (!facts.diagnoses.some(({ secondary }) => !secondary)) return refuse('no-diagnosis');
    const ownerless = plan.lines.find(needsOwner);
    if (ownerless) return refuse('owner-missing', ownerless.key, `Say who is responsible for: ${ownerless.what}.`);
    const { text, hash } = seal(contentOf(chart.patient.id, row.version, facts, plan, context.centre.rules.rules));
    return {
      statement: SIGN,
      values: {
        planId: row.id,
        revision: row.revision,
        ruleSetVersion: plan.ruleSetVersion,
        content: text,
        hash,
        lines: JSON.stringify(plan.lines.map((line) => lineRow(context.centre.rules, chart, row, line, facts))),
      },
    };
  });

/** Nobody answers for it: a plan with such a line cannot be signed. */
const needsOwner = ({ owner, state }: PlanLine) => owner === null && state !== 'not-applicable' && state !== 'declined';

/** What was taken on in the version before and has not changed need not be asked again. */
const agreedBefore = (answers: readonly PlanLineRow[], line: PlanLine) =>
  answers.find(
    ({ key, title, owner, in_force, response }) =>
      in_force && response === 'accepted' && key === line.key && title === line.what && owner === line.owner,
  );

function lineRow({ rules }: RuleSet, chart: Chart, plan: PlanRow, line: PlanLine, facts: TreatmentFacts) {
  const agreed = agreedBefore(chart.rows('followUpLines'), line);
  const rule = rules.find(({ key }) => key === line.key);
  if (rule === undefined) throw new RangeError(`no rule ${line.key} made this line`);
  const decision = decisionsOf(plan).find(({ key }) => key === line.key);
  return {
    line_id: lineIdOf(plan.id, line.key),
    key: line.key,
    title: line.what,
    // A line that nobody has to do needs no owner; the column does.
    owner: line.owner ?? 'other',
    opens_on: line.window?.opens ?? null,
    due_on: line.window?.closes ?? null,
    basis: basisOf(decided(rule, decision), facts, decision, line.askedOn),
    asked: asksForAnswer(line),
    response: agreed?.response ?? 'none',
    words: agreed?.words ?? null,
    responded_at: agreed?.responded_at ?? null,
    responded_by: agreed?.responded_by ?? null,
  };
}
