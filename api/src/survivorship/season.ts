import { addMonths, type Day } from './calendar.ts';
import type { Schedule } from './rule.ts';
import type { Window } from './schedule.ts';

/** From which day of a year until which, of the same year or the next: an influenza season. */
export type Season = NonNullable<Schedule['season']>;

/** A dose so long before a season opens is meant for that season, and not for the last. From memory (C). */
const EARLY_MONTHS = 2;

const yearOf = (day: Day) => Number(day.slice(0, 4));

function seasonOf({ opens, closes }: Season, year: number): Window {
  return { opens: `${year}-${opens}`, closes: `${closes > opens ? year : year + 1}-${closes}` };
}

/** The first season that is not over on a day. A season that was missed is over: nobody makes up for it. */
export function seasonFrom(season: Season, day: Day): Window {
  const last = seasonOf(season, yearOf(day) - 1);
  if (last.closes >= day) return last;
  const present = seasonOf(season, yearOf(day));
  return present.closes >= day ? present : seasonOf(season, yearOf(day) + 1);
}

/** The first season for which something done on a day does not count. */
export function seasonAfter(season: Season, done: Day): Window {
  const present = seasonOf(season, yearOf(done));
  return addMonths(present.opens, -EARLY_MONTHS) > done ? present : seasonOf(season, yearOf(done) + 1);
}
