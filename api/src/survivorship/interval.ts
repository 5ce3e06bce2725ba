import { addMonths, dayOfYearInWords, type Day } from './calendar.ts';
import type { Phase, Schedule } from './rule.ts';

/** How often, as a number and a unit. */
export interface Interval {
  readonly least: number;
  readonly most: number;
  readonly unit: 'month' | 'year' | 'season';
}

const MONTHS_PER_YEAR = 12;

/** How often at a time: of the phase in which a day lies. Null: once. */
export function intervalAt({ repeat, season }: Schedule, anchor: Day, day: Day): Interval | null {
  if (season !== undefined) return { least: 1, most: 1, unit: 'season' };
  const phase = repeat.find(({ until }) => until === null || addMonths(anchor, until) >= day) ?? repeat.at(-1);
  if (phase === undefined) return null;
  const { least, most } = phase.every;
  return least % MONTHS_PER_YEAR === 0 && most % MONTHS_PER_YEAR === 0
    ? { least: least / MONTHS_PER_YEAR, most: most / MONTHS_PER_YEAR, unit: 'year' }
    : { least, most, unit: 'month' };
}

const monthsInWords = ({ least, most }: Phase['every']) => {
  const unit = (months: number) => (months % 12 === 0 && months >= 24 ? `${months / 12} years` : `${months} months`);
  if (least !== most) return `every ${least} to ${most} months`;
  return least === 12 ? 'every year' : `every ${unit(least)}`;
};

/** "every 3 to 6 months until year 3, every 6 to 12 months until year 5, then every year". */
export function intervalInWords({ repeat, first, season }: Schedule): string {
  if (season !== undefined)
    return `each season, ${dayOfYearInWords(season.opens)} to ${dayOfYearInWords(season.closes)}`;
  if (repeat.length === 0)
    return first.least === first.most
      ? `once, at ${first.most} months`
      : `once, within ${first.least} to ${first.most} months`;
  return repeat
    .map(({ until, every }, index) => {
      const often = monthsInWords(every);
      if (until !== null) return `${often} until ${until % 12 === 0 ? `year ${until / 12}` : `month ${until}`}`;
      return index === 0 ? often : `then ${often}`;
    })
    .join(', ');
}
