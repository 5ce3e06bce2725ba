import { daysBetween, dayInWords } from './calendar.ts';
import type { Family } from './family.ts';
import type { History, PastTest, PlannedTest } from './history.ts';
import { byInterval } from './judge-interval.ts';
import { isInconclusive } from './inconclusive.ts';
import type { PartJudgement, TestQuery, Verdict } from './judgement.ts';
import { isAbnormal, isPending, newestFirst, sameSite, speaking, stillStands, wasDone, type Dated } from './priors.ts';

/** A plan that is due within a week of the wanted day asks for this test and not for a later one. */
const PLAN_NEAR_DAYS = 7;
/** An order, or a result that was to come, of which nothing was heard for so long is not waited for. */
const FORGOTTEN_DAYS = 90;
/** A booking whose day has passed without a result. */
const MISSED_DAYS = 30;

export type Say = (verdict: Verdict, reason: string, more?: Partial<PartJudgement>) => PartJudgement;

/** From the judgement that asks for the test to the one that tells most surely against it. */
export const LEAST_SURE: readonly Verdict[] = ['not-duplicate', 'unknown', 'probable-duplicate', 'duplicate'];

/** Judges one test that has no parts. Both sides are done only when each is, together or apart. */
export function judgePart(family: Family, query: TestQuery, history: History): PartJudgement {
  if (query.laterality !== 'bilateral') return judgeSide(family, query, history);
  const left = judgeSide(family, { ...query, laterality: 'left' }, history);
  const right = judgeSide(family, { ...query, laterality: 'right' }, history);
  return LEAST_SURE.indexOf(left.verdict) <= LEAST_SURE.indexOf(right.verdict) ? left : right;
}

function judgeSide(family: Family, query: TestQuery, history: History): PartJudgement {
  const say: Say = (verdict, reason, more = {}) => ({
    family,
    verdict,
    reason,
    prior: undefined,
    interval: undefined,
    nextDue: undefined,
    ...more,
  });
  const { zone } = history;
  const own = history.tests.filter((test) => test.families.includes(family.key) && wasDone(test));
  const newest = own.filter((test) => isComparable(test, query, zone)).toSorted(newestFirst);
  const prior = speaking(newest, family.group, zone);
  const seen = prior === undefined ? {} : { prior };

  if (query.situation === 'new-symptom') return say('not-duplicate', 'A new symptom is a reason to test again.', seen);
  if (query.situation === 'requested-by-oncology') return say('not-duplicate', 'Oncology asks for it.', seen);
  const planned = history.planned.filter(
    (one) => one.families.includes(family.key) && stillStands(one) && sameSite(one, query) !== 'differs',
  );
  const order = planned.find((one) => isOrder(one) && isOpen(one, newest, query.on, zone));
  if (order) {
    const asked = alreadyAsked(family, order, zone);
    const done = prior && !isInconclusive(prior.text, family.group) && byInterval(family, query, history, prior, say);
    // What was done for certain is no less certain for being ordered again.
    if (done && done.verdict === 'duplicate') return { ...done, reason: `${done.reason} ${asked}` };
    return say('probable-duplicate', asked, seen);
  }
  const plan = planned.find((one) => !isOrder(one) && asksNow(one, prior, query.on, zone));
  if (plan) return say('not-duplicate', `${asksFor(family, plan, zone)}.`, seen);
  if (prior === undefined) return withoutPrior(family, query, own, zone, say);
  const when = dayInWords(prior.at, zone, prior.precision);
  if (isPending(prior) && daysBetween(prior.at, query.on, zone) <= FORGOTTEN_DAYS)
    return say('probable-duplicate', `${family.name} of ${when} has no final result yet.`, seen);
  if (isInconclusive(prior.text, family.group))
    return say('not-duplicate', `The last ${family.name} (${when}) did not give an answer.`, seen);
  if (isAbnormal(prior)) return say('not-duplicate', `The last ${family.name} (${when}) was abnormal.`, seen);
  return byInterval(family, query, history, prior, say);
}

/** Whether an earlier test can answer the question: done by that day, at that site, and in the same kind of care. */
function isComparable(test: PastTest, query: TestQuery, zone: string): test is Dated {
  if (test.at === undefined || isAfter(test, query, zone) || sameSite(test, query) === 'differs') return false;
  const age = daysBetween(test.at, query.on, zone);
  if (isPending(test) && test.text === '' && age > FORGOTTEN_DAYS) return false;
  return query.situation === 'inpatient' || !test.inpatient;
}

const isAfter = (test: PastTest, { on }: TestQuery, zone: string): test is Dated =>
  test.at !== undefined && daysBetween(test.at, on, zone) < 0;

function withoutPrior(family: Family, query: TestQuery, own: readonly PastTest[], zone: string, say: Say) {
  const undated = own.find((test) => test.at === undefined && sameSite(test, query) !== 'differs');
  if (undated) return say('unknown', `${family.name} is recorded without a date.`, { prior: undated });
  const ahead = own.filter((test) => isAfter(test, query, zone)).find((test) => sameSite(test, query) !== 'differs');
  if (ahead) {
    const when = dayInWords(ahead.at, zone, ahead.precision);
    return say('unknown', `${family.name} is recorded for ${when}, after the day of the order.`, { prior: ahead });
  }
  const other = own
    .filter((test) => !isAfter(test, query, zone))
    .toSorted(newestFirst)
    .find((test) => !isPending(test));
  if (other === undefined) return say('not-duplicate', `No ${family.name} is recorded.`);
  const why =
    sameSite(other, query) === 'differs'
      ? 'was of another side or with another use of contrast'
      : 'was taken during a stay in hospital';
  return say('not-duplicate', `The last ${family.name} ${why}.`, { prior: other });
}

const isOrder = ({ kind }: PlannedTest) => kind === 'order' || kind === 'appointment';

function alreadyAsked({ name }: Family, { kind, on, by }: PlannedTest, zone: string): string {
  const how = kind === 'order' ? 'ordered' : 'booked';
  const when = on === undefined ? '' : ` for ${dayInWords(on, zone)}`;
  return `${name} is already ${how}${when}${by ? ` by ${by}` : ''}.`;
}

function asksFor({ name }: Family, { opens, on, by }: PlannedTest, zone: string): string {
  const day = on === undefined ? '' : dayInWords(on, zone);
  if (opens === undefined) return `A plan asks for ${name} on ${day}`;
  const responsible = by === null ? '' : `; responsible: ${by}`;
  return `The follow-up plan asks for ${name} from ${dayInWords(opens, zone)} to ${day}${responsible}`;
}

/** A plan that is due about now, and that the last result has not met already. */
function asksNow(plan: PlannedTest, prior: Dated | undefined, on: Date, zone: string): boolean {
  const from = plan.opens ?? plan.on;
  if (from === undefined || daysBetween(on, from, zone) > PLAN_NEAR_DAYS) return false;
  return prior === undefined || daysBetween(prior.at, from, zone) > PLAN_NEAR_DAYS;
}

/** An order is open unless a result came after it, or nothing was heard of it for long. */
function isOpen(order: PlannedTest, newest: readonly Dated[], on: Date, zone: string): boolean {
  const { orderedAt, on: day } = order;
  const since = orderedAt ?? day;
  if (orderedAt !== undefined && daysBetween(orderedAt, on, zone) < 0) return false;
  if (since !== undefined && newest.some((test) => test.at >= since && !isPending(test))) return false;
  if (day !== undefined) return daysBetween(day, on, zone) <= MISSED_DAYS;
  return since === undefined || daysBetween(since, on, zone) <= FORGOTTEN_DAYS;
}
