import { sql } from 'kysely';
import type { Chart, PlanRow } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import { isDay } from './calendar.ts';
import type { FillMissingFactInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { mayFill } from './care-plan.view.ts';
import { audited, changePlan, refuse, type Refusal } from './change-plan.ts';
import type { FilledFact } from './facts/facts.ts';
import { SMOKING_SAID } from './facts/person.ts';
import { treatmentSummary } from './facts/summary.ts';
import { mayEdit } from './plan.policy.ts';
import { factsOfPlan, filledOf, toldPlan } from './told-plan.ts';

const WORDS = 200;
const MOST = 100_000;

// Who says it is known to the database: the name goes in there.
const FILL = audited(sql`
  changed as (
    update follow_up_plan f set revision = f.revision + 1,
      filled = ${hole('others', 'jsonb')} || case when ${hole('text', 'text')} = '' then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
        'key', ${hole('key', 'text')}, 'what', ${hole('what', 'text')}, 'text', ${hole('text', 'text')}, 'value', ${hole('value', 'double precision')}, 'unit', ${hole('unit', 'text')},
        'by', trim(d.given_name || ' ' || d.family_name), 'at', now())) end
    from app.current_session() s cross join lateral app.directory(array[s.person_id]) d
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state = 'draft'
    returning f.id, f.patient_id
  )`);

/** Says what the record does not, under the name of whoever is signed in. */
export const fillMissingFact = (context: PlanContext, input: FillMissingFactInput): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', input.patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayEdit(chart.actor, factsOfPlan(row))) return refuse(row.state === 'draft' ? 'not-yours' : 'wrong-state');
    if (input.revision != null && input.revision !== row.revision) return refuse('changed-meanwhile');
    const known = [...toldPlan(chart, row, context.centre).facts.missing, ...filledOf(row)].find(
      ({ key }) => key === input.key,
    );
    if (known === undefined || !mayFill(input.key))
      return refuse('value-unusable', input.key, 'Nothing is missing under this key that could be filled in here.');
    const text = input.text.trim();
    const fault = faultOf(input.key, text, input.value ?? null, input.unit ?? null);
    if (fault !== undefined) return fault;
    const others = filledOf(row).filter(({ key }) => key !== input.key);
    const said = { key: input.key, what: known.what, text, value: input.value ?? null, unit: input.unit ?? null };
    const contradiction = text === '' ? undefined : contradictionOf(chart, row, others, said);
    if (contradiction !== undefined) return refuse('value-unusable', input.key, contradiction);
    return {
      statement: FILL,
      values: {
        planId: row.id,
        revision: row.revision,
        others: JSON.stringify(others),
        ...said,
      },
    };
  });

/** What the record would contradict if this were so. */
function contradictionOf(
  chart: Chart,
  row: PlanRow,
  others: readonly FilledFact[],
  said: Omit<FilledFact, 'by' | 'at'>,
): string | undefined {
  const faults = (filled: readonly FilledFact[]) =>
    treatmentSummary(chart, filled, row.zone).faults.map(({ text }) => text);
  const before = faults(others);
  return faults([...others, { ...said, by: 'you', at: chart.now.toISOString() }]).find(
    (text) => !before.includes(text),
  );
}

/** The answers that a plan understands, where it does not take words. */
function choicesOf(key: string): readonly string[] | undefined {
  if (key === 'intent') return ['curative', 'palliative'];
  if (key === 'smoking') return SMOKING_SAID;
  return key.startsWith('marker:') ? ['positive', 'negative'] : undefined;
}

/** A day must be one, a dose must have its unit. */
function faultOf(key: string, text: string, value: number | null, unit: string | null): Refusal | undefined {
  if (text.length > WORDS) return refuse('words-too-long', key, `A fact may have at most ${WORDS} characters.`);
  if (text === '') return undefined;
  if (/^(end-of-treatment|diagnosed-on|planned-end:)/.test(key) && !isDay(text))
    return refuse('value-unusable', key, 'Write the day as YYYY-MM-DD.');
  const choices = choicesOf(key);
  if (choices !== undefined && !choices.includes(text))
    return refuse('value-unusable', key, `Say one of: ${choices.join(', ')}.`);
  if (/^(dose|radiation):/.test(key)) {
    const wanted = key.startsWith('dose') ? 'mg/m²' : 'Gy';
    if (value === null || !(value > 0 && value < MOST))
      return refuse('value-unusable', key, 'Give the dose as a number.');
    if (unit !== wanted) return refuse('value-unusable', key, `The unit is ${wanted}.`);
  }
  return undefined;
}
