import { dateWords, instantWords, isoDay } from '#portal/ui/dates.ts';

const HOUR = 3_600_000;

/** The instant at which a calendar day ends in a zone, as RFC 3339; days of 23 and 25 hours included. */
export function endOfDay(day: string, timeZone: string): string {
  // No zone is further than fourteen hours from UTC: from there on, hour by quarter hour, until the day is over.
  let instant = Date.parse(`${day}T00:00:00Z`) + 8 * HOUR;
  while (isoDay(instant, timeZone) <= day) instant += HOUR / 4;
  return new Date(instant).toISOString();
}

/** The instant at which it begins: the end of the day before. */
export function startOfDay(day: string, timeZone: string): string {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 24 * HOUR).toISOString().slice(0, 10);
  return endOfDay(before, timeZone);
}

/** "the end of 14 Jul 2027", not the midnight after it; an instant within a day with its time. */
export function untilWords(instant: string, timeZone: string): string {
  const lastDay = isoDay(Date.parse(instant) - 1, timeZone);
  const whole = Date.parse(endOfDay(lastDay, timeZone)) === Date.parse(instant);
  return whole ? `the end of ${dateWords(lastDay)}` : instantWords(instant, timeZone);
}
