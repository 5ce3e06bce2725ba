import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import { dayIn, isDay, type Day } from './calendar.ts';
import type { UpdateCarePlanLineInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse, type Refusal } from './change-plan.ts';
import { mayEdit } from './plan.policy.ts';
import type { LineDecision } from './plan.ts';
import { decisionsOf, factsOfPlan, lineIdOf, toldPlan } from './told-plan.ts';

const WORDS = 500;
const NAME = 100;
const MOST_MONTHS = 240;

const UPDATE = audited(sql`
  changed as (
    update follow_up_plan f set decisions = ${hole('decisions', 'jsonb')}, revision = f.revision + 1
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state = 'draft'
    returning f.id, f.patient_id
  )`);

/** What a person decides about a line of a draft: who, how often, by when, or why not. */
export const updateCarePlanLine = (context: PlanContext, input: UpdateCarePlanLineInput): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', input.patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayEdit(chart.actor, factsOfPlan(row))) return refuse(row.state === 'draft' ? 'not-yours' : 'wrong-state');
    if (input.revision != null && input.revision !== row.revision) return refuse('changed-meanwhile');
    const line = toldPlan(chart, row, context.centre).plan.lines.find(
      ({ key }) => lineIdOf(row.id, key) === input.lineId,
    );
    if (line === undefined) return refuse('no-such-line');
    const today = dayIn(row.zone, chart.now);
    const fault = faultOf(input, today);
    if (fault !== undefined) return fault;
    const before = input.byItsRule ? undefined : decisionsOf(row).find(({ key }) => key === line.key);
    const after = decisionOf(line.key, before, input, today);
    const others = decisionsOf(row).filter(({ key }) => key !== line.key);
    const decisions = Object.keys(after).length === 1 ? others : [...others, after];
    return {
      statement: UPDATE,
      values: { planId: row.id, revision: row.revision, decisions: JSON.stringify(decisions) },
    };
  });

function faultOf(
  { ownerName, declined, notApplicable, dueOn, everyMonths }: UpdateCarePlanLineInput,
  today: Day,
): Refusal | undefined {
  if ((ownerName ?? '').length > NAME)
    return refuse('words-too-long', 'ownerName', `A name may have at most ${NAME} characters.`);
  for (const [field, words] of Object.entries({ declined, notApplicable }))
    if ((words ?? '').length > WORDS)
      return refuse('words-too-long', field, `A reason may have at most ${WORDS} characters.`);
  if (dueOn != null && !isDay(dueOn)) return refuse('value-unusable', 'dueOn', 'The calendar has no such day.');
  if (dueOn != null && dueOn < today) return refuse('value-unusable', 'dueOn', 'The next one is due today or later.');
  if (
    everyMonths != null &&
    !(everyMonths.least >= 1 && everyMonths.least <= everyMonths.most && everyMonths.most <= MOST_MONTHS)
  )
    return refuse('value-unusable', 'everyMonths', `Months go from 1 to ${MOST_MONTHS}, the fewer first.`);
  return undefined;
}

function decisionOf(
  key: string,
  before: LineDecision | undefined,
  input: UpdateCarePlanLineInput,
  today: Day,
): LineDecision {
  const { owner, ownerName, declined, notApplicable, dueOn, everyMonths } = input;
  const { ownerName: wasName, declined: wasDeclined, notApplicable: wasNot, ...rest } = before ?? { key };
  return {
    ...rest,
    ...(owner == null ? {} : { owner: owner === 'nobody' ? null : owner }),
    ...said('ownerName', ownerName, wasName),
    ...said('declined', declined, wasDeclined),
    ...said('notApplicable', notApplicable, wasNot),
    ...(dueOn == null ? {} : { due: { by: dueOn, chosenOn: today } }),
    ...(everyMonths == null ? {} : { everyMonths: { least: everyMonths.least, most: everyMonths.most } }),
  };
}

/** Empty words take back what was said before. */
function said(
  name: 'ownerName' | 'declined' | 'notApplicable',
  now: string | null | undefined,
  before: string | undefined,
) {
  const words = now == null ? before : now.trim();
  return words === undefined || words === '' ? {} : { [name]: words };
}
