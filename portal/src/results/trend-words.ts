import type { ResultFlag, Series } from '#portal/results/series.query.ts';
import { dayWords } from '#portal/ui/dates.ts';
import { flagWords } from '#portal/ui/words.ts';

/** "▲ high": a flag is a shape and a word; a normal result needs neither shape nor weight. */
export const flagShapes: Record<ResultFlag, string> = {
  LOW: '▼',
  NORMAL: '',
  HIGH: '▲',
  CRITICAL_LOW: '▼▼',
  CRITICAL_HIGH: '▲▲',
  ABNORMAL: '◆',
};

export const isCritical = (flag: ResultFlag | null): boolean => flag === 'CRITICAL_LOW' || flag === 'CRITICAL_HIGH';

const superscripts: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** UCUM as a clinician writes it: "10*9/L" becomes "10⁹/L", "ug" becomes "µg". */
export function unitWords(unit: string | null): string {
  if (unit === null || unit === '1') return '';
  return unit
    .replaceAll('_', ' ')
    .replaceAll(
      /10[*^](\d+)/g,
      (_, power: string) => `10${[...power].map((digit) => superscripts[digit] ?? digit).join('')}`,
    )
    .replaceAll(/\bu(?=(g|mol|L)\b)/g, 'µ')
    .replaceAll(/\bm(2|3)\b/g, (_, power: string) => `m${superscripts[power] ?? power}`)
    .replaceAll(/[{}[\]]/g, '');
}

/** "4.4" of "4.4 ng/mL": the value without the unit that its text may carry. */
const withoutUnit = (text: string, unit: string | null): string =>
  unit && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;

/** "4.4 ng/mL", the unit as a clinician writes it; words such as "negative" stay alone. */
export function valueWords(text: string, unit: string | null): string {
  const value = withoutUnit(text, unit);
  const words = unitWords(unit);
  return words && /\d$/.test(value) ? `${value} ${words}` : value;
}

/** "4 to 11", "up to 5", "from 60", or null where no range was sent. */
export function referenceWords(low: number | null, high: number | null): string | null {
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (high !== null) return `up to ${high}`;
  if (low !== null) return `from ${low}`;
  return null;
}

const directions = { RISING: 'Rising', FALLING: 'Falling', STEADY: 'Steady', UNKNOWN: null } as const;
const remembered = 4;

/** "Rising: 2.6, 3.1, 3.6, 4.4 (since 16 Feb 2026)": the direction, and the values that show it. */
export function trendWords(
  { trend, points, unit }: Pick<Series, 'trend' | 'points' | 'unit'>,
  timeZone: string,
): string {
  const last = points.slice(-remembered);
  const [first] = last;
  if (!first) return 'No values';
  if (last.length === 1) return 'One value only';
  const direction = directions[trend] ?? 'Last values';
  return `${direction}: ${last.map(({ text }) => withoutUnit(text, unit)).join(', ')} (since ${dayWords(first.at, timeZone)})`;
}

/** The last value in one line: "CEA 4.4 ng/mL, normal (up to 5), 16 Nov 2026". */
export function latestWords(
  { name, unit, latest, referenceLow, referenceHigh }: Omit<Series, 'points' | 'trend' | 'family'>,
  timeZone: string,
): string {
  if (!latest) return `${name}: no value`;
  const range = referenceWords(referenceLow, referenceHigh);
  const flag = latest.flag ? `, ${flagWords[latest.flag]}` : '';
  return `${name} ${valueWords(latest.text, unit)}${flag}${range ? ` (reference ${range})` : ''}, ${dayWords(latest.at, timeZone)}`;
}
