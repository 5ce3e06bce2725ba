/** A calendar day as the number of days since 1970-01-01 (UTC). Clinical stories are arithmetic on days. */
export type Day = number;

export interface Span {
  years?: number;
  months?: number;
  weeks?: number;
  days?: number;
}

const MS_PER_DAY = 86_400_000;

export function dayOf(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY);
}

export function lengthOf(span: Span): number {
  return (
    Math.round((span.years ?? 0) * 365.25 + (span.months ?? 0) * 30.4375) + (span.weeks ?? 0) * 7 + (span.days ?? 0)
  );
}

/** YYYY-MM-DD */
export function isoDate(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "23 Nov 2026", as a clinician writes it in a sentence. */
export function dateInWords(day: Day): string {
  const date = new Date(day * MS_PER_DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** RFC 3339 in UTC, at a minute of the day. */
export function isoTime(day: Day, minuteOfDay: number): string {
  return new Date(day * MS_PER_DAY + minuteOfDay * 60_000).toISOString().replace('.000Z', 'Z');
}

export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** 1970-01-01 was a Thursday: 0 is Sunday. */
function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Clinics are shut at the weekend: the Friday before. */
export function workdayBefore(day: Day): Day {
  const wd = weekday(day);
  return wd === 6 ? day - 1 : wd === 0 ? day - 2 : day;
}

/** The Monday after. */
export function workdayAfter(day: Day): Day {
  const wd = weekday(day);
  return wd === 6 ? day + 2 : wd === 0 ? day + 1 : day;
}

/** The day on which the last of `count` daily fractions falls, weekends left out; the first is on `start`. */
export function lastOfWorkdays(start: Day, count: number): Day {
  const weeks = Math.floor((count - 1) / 5);
  let day = start + weeks * 7;
  for (let left = (count - 1) % 5; left > 0; left--) {
    day = workdayAfter(day + 1);
  }
  return day;
}

/** Workdays from `from` to `to`, both included. */
export function countWorkdays(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day++) {
    count += workdayAfter(day) === day ? 1 : 0;
  }
  return count;
}

/** Days from `from` until `to` (inclusive), `step` apart, each moved off the weekend. */
export function every(from: Day, to: Day, step: number): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day += step) {
    days.push(workdayBefore(day));
  }
  return days;
}

/** The days at each of the offsets around each of the days: `around(cycles, [-1, 10])` is pre-dose and nadir bloods. */
export function around(days: readonly Day[], offsets: readonly number[]): Day[] {
  return [...new Set(days.flatMap((day) => offsets.map((offset) => workdayBefore(day + offset))))].toSorted(
    (a, b) => a - b,
  );
}
