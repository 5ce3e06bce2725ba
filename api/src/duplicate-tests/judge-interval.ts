import { dayInWords, daysBetween, lastDayOf } from './calendar.ts';
import { durationInWords, later } from './duration.ts';
import type { Family, Interval, IntervalSituation } from './family.ts';
import type { History, PastTest } from './history.ts';
import type { Say } from './judge-part.ts';
import type { PartJudgement, TestQuery } from './judgement.ts';
import { isPending, sameSite, type Dated } from './priors.ts';

/** Judges a test by how long ago it was last done, and was not abnormal then. */
export function byInterval(family: Family, query: TestQuery, history: History, prior: Dated, say: Say): PartJudgement {
  const { zone } = history;
  const { name } = family;
  const done = whenDone(prior, query.on, zone);
  const interval = intervalFor(family, query, history);
  if (interval === undefined) {
    if (done.age === 0) return say('probable-duplicate', `${name} was done the same day.`, { prior });
    const what = query.situation === 'inpatient' ? 'for patients in hospital' : 'after a change of treatment';
    return say('not-duplicate', `No minimum is published ${what}; the last ${name} was ${done.ago}.`, { prior });
  }
  const doubt = doubtsAbout(prior);
  const { least, most, schedule } = interval;
  const first = least ?? interval.pause ?? 'P0D';
  const nextDue = least === null ? undefined : later(prior.at, most ?? least);
  const about = { prior, interval, nextDue };
  const length = durationInWords(first);
  const isWithin = (length: string, from = prior.at) => isBefore(query.on, later(from, length), length, zone);
  if (isWithin(first)) {
    if (least === null)
      return say('probable-duplicate', `${name} was done ${done.ago}; no minimum is published${doubt}.`, about);
    const sure = prior.flag === 'normal' && schedule !== true && isWhole(prior) && sameSite(prior, query) === 'same';
    const rule = schedule ? 'it is scheduled every' : 'the minimum interval is';
    return say(
      sure ? 'duplicate' : 'probable-duplicate',
      `${name} was done ${done.ago}; ${rule} ${length}${doubt}.`,
      about,
    );
  }
  if (isWithin(first, lastDayOf(prior.at, prior.precision)))
    return say('unknown', `The last ${name} is dated ${done.on} only, so it may lie within ${length}${doubt}.`, about);
  if (least !== null && most !== undefined && isWithin(most)) {
    const range = `the interval is ${length} to ${durationInWords(most)}`;
    return say('probable-duplicate', `${name} was done ${done.ago}; ${range}${doubt}.`, about);
  }
  const why = least === null ? '; no minimum is published' : `, longer than the interval of ${length}`;
  return say('not-duplicate', `The last ${name} was ${done.ago}${why}.`, about);
}

/** Hours are counted from moment to moment, across midnight; of longer times a day is a whole day. */
const isBefore = (on: Date, end: Date, length: string, zone: string): boolean =>
  length.includes('T') ? on < end : daysBetween(on, end, zone) > 0;

function whenDone({ at, precision }: Dated, wanted: Date, zone: string) {
  const age = daysBetween(at, wanted, zone);
  const on = dayInWords(at, zone, precision);
  if (precision !== 'day') return { age, on, ago: `in ${on}` };
  return { age, on, ago: age === 0 ? 'the same day' : `${age} day${age === 1 ? '' : 's'} before` };
}

/** Final, with a day. */
const isWhole = (prior: PastTest) => prior.precision === 'day' && !isPending(prior) && prior.status !== 'unknown';

function doubtsAbout({ flag, unit, ucum }: PastTest): string {
  if (flag !== null) return '';
  if (unit !== null && ucum === null)
    return `; its unit “${unit}” cannot be read, so nobody can say whether it was normal`;
  return '; nobody judged it normal or abnormal';
}

function intervalFor(family: Family, query: TestQuery, history: History): Interval | undefined {
  const of = (situation: IntervalSituation) => family.intervals.find((interval) => interval.situation === situation);
  if (query.situation === 'inpatient' || query.situation === 'after-treatment-change') return of(query.situation);
  return (history.onCancerDrugs ? of('on-cancer-drugs') : undefined) ?? of('routine');
}
