import type { CarePlan, CarePlanActivity, Flag, Goal } from 'fhir/r4';
import { allCodesOf, clean, nameOf, wordsOf } from '../fhir/concepts.ts';
import { moment, span } from '../fhir/dates.ts';
import { portage } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode } from '../fhir/values.ts';
import type { RowValues } from '../writing/tables.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

const PALLIATIVE = /palliat|hospice|end.of.life|comfort|advance care/;

export function mapGoal(goal: Goal, context: MappingContext): MappedRow[] {
  const description = nameOf(goal.description);
  if (description === undefined) throw new UnreadableResourceError('Goal has no description');
  // A goal that is tied to no category, measure or problem and is not marked off is what the patient hopes for, not a target for a laboratory value.
  const ownWish =
    !goal.category?.length && !goal.target?.length && !goal.addresses?.length && goal.achievementStatus === undefined;
  const palliative = ownWish || PALLIATIVE.test(`${wordsOf(...(goal.category ?? []))} ${wordsOf(goal.description)}`);
  return [
    {
      table: 'goal',
      id: context.rowId,
      values: {
        needs: context.needs(palliative ? 'palliativeGoal' : 'otherGoal'),
        description,
        status: closedCode(goal.lifecycleStatus, 'Goal.lifecycleStatus', STATUS.goal) ?? null,
        category: nameOf(goal.category?.[0]) ?? null,
        startedOn: moment(goal.startDate, 'Goal.startDate')?.on ?? null,
        dueOn: moment(goal.target?.[0]?.dueDate, 'Goal.target.dueDate')?.on ?? null,
      },
    },
  ];
}

type PlanCategory = RowValues['care_plan']['category'];
const PLAN_NEED = { 'treatment-plan': 'treatmentPlan', palliative: 'palliativePlan', other: 'otherPlan' } as const;

/** A plan and what is to be done under it. */
export function mapCarePlan(plan: CarePlan, context: MappingContext): MappedRow[] {
  const category = planCategory(plan);
  const needs = context.needs(PLAN_NEED[category]);
  const period = span(plan.period, 'CarePlan.period');
  const named = (plan.category ?? []).filter((one) => !allCodesOf([one]).some(({ code }) => code === 'assess-plan'));
  const row: MappedRow = {
    table: 'care_plan',
    id: context.rowId,
    values: {
      needs,
      title: clean(plan.title) ?? nameOf(named[0]) ?? clean(plan.description) ?? 'Care plan',
      category,
      status: closedCode(plan.status, 'CarePlan.status', STATUS.request) ?? null,
      intent: clean(plan.intent) ?? null,
      startedOn: period.start?.on ?? null,
      endedOn: period.end?.on ?? null,
    },
  };
  return [row, ...(plan.activity ?? []).flatMap((activity, index) => activityRow(activity, index, needs, context))];
}

function planCategory(plan: CarePlan): PlanCategory {
  const own = allCodesOf(plan.category).find(({ system }) => system === portage('care-plan'))?.code;
  if (own === 'treatment-plan') return 'treatment-plan';
  return own === 'palliative' ||
    PALLIATIVE.test(`${wordsOf(...(plan.category ?? []))} ${plan.title ?? ''}`.toLowerCase())
    ? 'palliative'
    : 'other';
}

function activityRow(
  { detail, reference }: CarePlanActivity,
  index: number,
  needs: ReturnType<MappingContext['needs']>,
  context: MappingContext,
): MappedRow[] {
  const description = clean(detail?.description) ?? nameOf(detail?.code) ?? clean(reference?.display);
  if (description === undefined) return [];
  const due =
    moment(detail?.scheduledPeriod?.start, `CarePlan.activity[${index}].detail.scheduledPeriod.start`) ??
    moment(detail?.scheduledTiming?.event?.[0], `CarePlan.activity[${index}].detail.scheduledTiming.event`);
  const rhythm = clean(detail?.scheduledString);
  return [
    {
      table: 'care_plan_activity',
      id: context.part('activity', index),
      values: {
        needs,
        carePlanId: context.rowId,
        description: rhythm === undefined ? description : `${description} (${rhythm})`,
        status: clean(detail?.status) ?? null,
        dueOn: due?.on ?? null,
        performerName: context.nameOf(detail?.performer?.[0]),
      },
    },
  ];
}

/** A red flag; those about safety, contact or administration are read with the rest of the record. */
export function mapFlag(flag: Flag, context: MappingContext): MappedRow[] {
  const display = nameOf(flag.code);
  if (display === undefined) throw new UnreadableResourceError('Flag has no code: what to look out for is not said');
  const categories = allCodesOf(flag.category).map(({ code }) => code);
  const category = categories.find((code) => code !== undefined) ?? nameOf(flag.category?.[0]) ?? null;
  const period = span(flag.period, 'Flag.period');
  return [
    {
      table: 'flag',
      id: context.rowId,
      values: {
        needs: context.needs(
          category === null || categories.includes('clinical') || categories.includes('drug')
            ? 'clinicalFlag'
            : 'otherFlag',
        ),
        display,
        category,
        status: closedCode(flag.status, 'Flag.status', STATUS.flag) ?? null,
        startedOn: period.start?.on ?? null,
        endedOn: period.end?.on ?? null,
      },
    },
  ];
}
