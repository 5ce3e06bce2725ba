import { daysBetween, durationInWords, later } from './duration.ts';
import type { Family, Interval, IntervalSituation } from './family.ts';
import type { History, PastTest, PlannedTest } from './history.ts';
import type { PartJudgement, TestQuery, Verdict } from './judgement.ts';
import { isInconclusive } from './words.ts';

const NEVER_DONE = new Set(['cancelled', 'entered-in-error', 'not-done', 'aborted', 'stopped', 'revoked', 'rejected']);
const NOT_YET = new Set(['registered', 'preliminary', 'partial', 'in-progress', 'preparation', 'on-hold']);
/** A plan that is due within a week of the wanted day asks for this test and not for a later one. */
const PLAN_NEAR_DAYS = 7;

const day = (moment: Date) => moment.toISOString().slice(0, 10);

/** Whether a row counts as a test that was done. */
export const wasDone = (test: PastTest): boolean => !NEVER_DONE.has(test.status ?? '');
/** Whether an order or plan still stands. */
export const stillStands = ({ status }: PlannedTest): boolean =>
  !['draft', 'completed', 'fulfilled', 'noshow', 'ended', 'checked-in', ...NEVER_DONE].includes(status ?? '');

/** Judges one test that has no parts. */
export function judgePart(family: Family, query: TestQuery, history: History): PartJudgement {
  const say = (verdict: Verdict, reason: string, more: Partial<PartJudgement> = {}): PartJudgement => ({
    family,
    verdict,
    reason,
    prior: undefined,
    interval: undefined,
    nextDue: undefined,
    ...more,
  });
  const endOfDay = new Date(Date.parse(`${day(query.on)}T23:59:59.999Z`));
  const own = history.tests.filter((test) => test.families.includes(family.key) && wasDone(test));
  const comparable = own.filter(
    (test) =>
      test.at !== undefined &&
      test.at <= endOfDay &&
      sameSite(test, query) !== 'differs' &&
      (query.situation === 'inpatient' || !test.inpatient),
  );
  const newest = comparable.toSorted(
    (a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || a.id.localeCompare(b.id),
  );
  const prior = speaking(newest);
  const seen = prior === undefined ? {} : { prior };

  if (query.situation === 'new-symptom') return say('not-duplicate', 'A new symptom is a reason to test again.', seen);
  if (query.situation === 'requested-by-oncology') return say('not-duplicate', 'Oncology asks for it.', seen);
  const planned = history.planned.filter(
    (one) => one.families.includes(family.key) && stillStands(one) && sameSite(one, query) !== 'differs',
  );
  const order = planned.find((one) => one.kind !== 'plan' && isOpen(one, newest, endOfDay));
  if (order)
    return say(
      'probable-duplicate',
      `${family.name} is already ${order.kind === 'order' ? 'ordered' : 'booked'}${order.on ? ` for ${day(order.on)}` : ''}${order.by ? ` by ${order.by}` : ''}.`,
      seen,
    );
  const plan = planned.find(
    (one) =>
      one.kind === 'plan' &&
      one.on !== undefined &&
      daysBetween(query.on, one.on) <= PLAN_NEAR_DAYS &&
      (prior?.at === undefined || daysBetween(prior.at, one.on) > PLAN_NEAR_DAYS),
  );
  if (plan?.on) return say('not-duplicate', `A plan asks for ${family.name} on ${day(plan.on)}.`, seen);
  if (prior?.at === undefined) return withoutPrior(family, query, own, say);
  if (NOT_YET.has(prior.status ?? ''))
    return say('probable-duplicate', `${family.name} of ${day(prior.at)} has no final result yet.`, seen);
  if (isInconclusive(prior.text))
    return say('not-duplicate', `The last ${family.name} (${day(prior.at)}) did not give an answer.`, seen);
  if (isAbnormal(prior)) return say('not-duplicate', `The last ${family.name} (${day(prior.at)}) was abnormal.`, seen);
  return byInterval(family, query, history, prior, prior.at, say);
}

/** The result that speaks for the latest day: an abnormal one, or one without an answer unless another was normal. */
function speaking(newest: readonly PastTest[]): PastTest | undefined {
  const [first] = newest;
  const latest = newest.filter(({ at }) => at !== undefined && first?.at !== undefined && day(at) === day(first.at));
  const normal = latest.find(({ flag }) => flag === 'normal');
  return latest.find(isAbnormal) ?? normal ?? latest.find(({ text }) => isInconclusive(text)) ?? first;
}

type Say = (verdict: Verdict, reason: string, more?: Partial<PartJudgement>) => PartJudgement;

function withoutPrior(family: Family, query: TestQuery, own: readonly PastTest[], say: Say): PartJudgement {
  const undated = own.find((test) => test.at === undefined && sameSite(test, query) !== 'differs');
  if (undated) return say('unknown', `A ${family.name} is recorded without a date.`, { prior: undated });
  const other = own.find((test) => test.at !== undefined && test.at <= query.on);
  if (other === undefined) return say('not-duplicate', `No ${family.name} is recorded.`);
  const why =
    sameSite(other, query) === 'differs'
      ? 'was of another side or with another use of contrast'
      : 'was taken during a stay in hospital';
  return say('not-duplicate', `The last ${family.name} ${why}.`, { prior: other });
}

function byInterval(
  family: Family,
  query: TestQuery,
  history: History,
  prior: PastTest,
  at: Date,
  say: Say,
): PartJudgement {
  const age = daysBetween(at, query.on);
  const ago = age === 0 ? 'the same day' : `${age} day${age === 1 ? '' : 's'} before`;
  const interval = intervalFor(family, query, history);
  if (interval === undefined) {
    if (age === 0) return say('probable-duplicate', `${family.name} was done the same day.`, { prior });
    const what = query.situation === 'inpatient' ? 'for patients in hospital' : 'after a change of treatment';
    return say('not-duplicate', `No minimum is published ${what}; the last ${family.name} was ${ago}.`, { prior });
  }
  const sure = prior.flag === 'normal' && interval.schedule !== true && sameSite(prior, query) === 'same';
  const doubt = prior.flag === null ? '; nobody judged it normal or abnormal' : '';
  if (interval.least === null) {
    const until = later(at, interval.pause ?? 'P0D');
    if (isBefore(query.on, until))
      return say('probable-duplicate', `${family.name} was done ${ago}; no minimum is published${doubt}.`, {
        prior,
        interval,
      });
    return say('not-duplicate', `The last ${family.name} was ${ago}; no minimum is published.`, { prior, interval });
  }
  const due = later(at, interval.least);
  const nextDue = later(at, interval.most ?? interval.least);
  const length = durationInWords(interval.least);
  if (isBefore(query.on, due)) {
    return say(
      sure ? 'duplicate' : 'probable-duplicate',
      `${family.name} was done ${ago}; ${interval.schedule ? 'it is scheduled every' : 'the minimum interval is'} ${length}${doubt}.`,
      { prior, interval, nextDue },
    );
  }
  if (interval.most !== undefined && isBefore(query.on, nextDue)) {
    return say(
      'probable-duplicate',
      `${family.name} was done ${ago}; the interval is ${length} to ${durationInWords(interval.most)}.`,
      { prior, interval, nextDue },
    );
  }
  return say('not-duplicate', `The last ${family.name} was ${ago}, longer than the interval of ${length}.`, {
    prior,
    interval,
    nextDue,
  });
}

/** A wanted day is a whole day: it is before a moment of that day only when the whole day is. */
const isBefore = (on: Date, until: Date) => daysBetween(on, until) > 0;

function intervalFor(family: Family, query: TestQuery, history: History): Interval | undefined {
  const of = (situation: IntervalSituation) => family.intervals.find((interval) => interval.situation === situation);
  if (query.situation === 'inpatient' || query.situation === 'after-treatment-change') return of(query.situation);
  return (history.onCancerDrugs ? of('on-cancer-drugs') : undefined) ?? of('routine');
}

const isAbnormal = ({ flag }: PastTest) => flag !== null && flag !== 'normal';

/** An order is open unless a result came after it, or its day is long past. */
function isOpen(order: PlannedTest, newest: readonly PastTest[], endOfDay: Date): boolean {
  const since = order.orderedAt ?? order.on;
  if (since !== undefined && since > endOfDay && order.orderedAt !== undefined) return false;
  const answered =
    since !== undefined &&
    newest.some(({ at, status }) => at !== undefined && at >= since && !NOT_YET.has(status ?? ''));
  const stale =
    order.on === undefined
      ? since !== undefined && daysBetween(since, endOfDay) > 90
      : daysBetween(order.on, endOfDay) > 30;
  return !answered && !stale;
}

/** Whether side and contrast agree; what one of them leaves unsaid is unclear. */
export function sameSite(
  one: Pick<PastTest, 'laterality' | 'contrast'>,
  query: Pick<TestQuery, 'laterality' | 'contrast'>,
): 'same' | 'differs' | 'unclear' {
  const side =
    one.laterality === query.laterality || one.laterality === 'bilateral'
      ? 'same'
      : one.laterality && query.laterality
        ? 'differs'
        : 'unclear';
  const contrast = one.contrast === query.contrast ? 'same' : one.contrast && query.contrast ? 'differs' : 'unclear';
  if (side === 'differs' || contrast === 'differs') return 'differs';
  return side === 'same' && contrast === 'same' ? 'same' : 'unclear';
}
