/** A calendar day as YYYY-MM-DD: no time, no zone. Days compare as they read. */
export type Day = string;

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

const utcOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOfUtc = (date: Date): Day => date.toISOString().slice(0, 10);

/** Whether a text is a day that the calendar has: 2027-02-29 is not. */
export function isDay(text: string): boolean {
  return FORM.test(text) && !Number.isNaN(utcOf(text).getTime()) && dayOfUtc(utcOf(text)) === text;
}

export { dayIn } from '#api/chart/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "1 Sep" for 09-01. */
export function dayOfYearInWords(monthAndDate: string): string {
  const [month, date] = monthAndDate.split('-').map(Number) as [number, number];
  return `${date} ${MONTHS[month - 1]}`;
}

/** "12 Oct 2026": no reader takes day for month. */
export const dayInWords = (day: Day): string => `${dayOfYearInWords(day.slice(5))} ${day.slice(0, 4)}`;

export function addDays(day: Day, days: number): Day {
  return dayOfUtc(new Date(utcOf(day).getTime() + days * DAY_MS));
}

/** So many months later. A day that its month lacks is the month's last: 31 January and a month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const from = utcOf(day);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return dayOfUtc(target);
}

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utcOf(to).getTime() - utcOf(from).getTime()) / DAY_MS);

/** Whole years from birth to a day. Who was born on 29 February is a year older on the 28th where there is no 29th. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day >= addMonths(birthDate, 12 * years) ? years : years - 1;
}

export const earliestOf = (...days: Day[]): Day => days.reduce((first, day) => (day < first ? day : first));
export const latestOf = (...days: Day[]): Day => days.reduce((last, day) => (day > last ? day : last));
