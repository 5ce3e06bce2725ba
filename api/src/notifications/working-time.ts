import { instantOf, localTime, weekday, type LocalTime } from './zoned-time.ts';

/** Hours of the day during which nobody wants to be disturbed; `from` 20 until 7 runs over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** ISO days: 1 is Monday, 7 Sunday. */
export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];

/** The next day, at the same time; days that run over are put right by what reads them. */
const dayAfter = (local: LocalTime): LocalTime => ({ ...local, day: local.day + 1 });

/** The first instant after `after` at which a clock in the zone shows that hour. */
export function nextHour(after: Date, hour: number, zone: string): Date {
  const today = { ...localTime(after, zone), hour, minute: 0 };
  const at = instantOf(today, zone);
  return at > after ? at : instantOf(dayAfter(today), zone);
}

/** `at`, or the end of the quiet hours that it falls into. Hours that begin when they end are none. */
export function afterQuiet(at: Date, quiet: QuietHours | undefined, zone: string): Date {
  if (!quiet || quiet.from === quiet.until) return at;
  const { hour } = localTime(at, zone);
  const { from, until } = quiet;
  const isQuiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
  return isQuiet ? nextHour(at, until, zone) : at;
}

/**
 * When that many working days of the practice have gone by, at the same time of day.
 * What comes on a day off counts from the beginning of the next working day.
 */
export function afterWorkingDays(at: Date, days: number, zone: string, week = MONDAY_TO_FRIDAY): Date {
  const isWorkingDay = (day: LocalTime): boolean => week.includes(weekday(day) || 7);
  let local = localTime(at, zone);
  while (!isWorkingDay(local)) local = { ...dayAfter(local), hour: 0, minute: 0 };
  for (let left = days; left > 0;) {
    local = dayAfter(local);
    if (isWorkingDay(local)) left -= 1;
  }
  return instantOf(local, zone);
}
