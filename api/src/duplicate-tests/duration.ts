const FORM = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/;

/** Whether a text is a duration that intervals may be written as: P3M, P1Y, P90D, PT72H. */
export const isDuration = (text: string): boolean => FORM.test(text) && /\d/.test(text);

/** A moment so much later, in UTC. A day that its month lacks is the month's last. */
export function later(from: Date, duration: string): Date {
  const [, years = 0, months = 0, days = 0, hours = 0] = FORM.exec(duration) ?? [];
  const month = from.getUTCMonth() + Number(months) + 12 * Number(years);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = new Date(from);
  moved.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay));
  return new Date(moved.getTime() + (Number(days) * 24 + Number(hours)) * 3_600_000);
}

const UNITS: readonly [letter: RegExp, word: string][] = [
  [/(\d+)Y/, 'year'],
  [/(\d+)M/, 'month'],
  [/(\d+)D/, 'day'],
  [/(\d+)H/, 'hour'],
];

/** "3 months", "72 hours". */
export function durationInWords(duration: string): string {
  return UNITS.flatMap(([letter, word]) => {
    const count = letter.exec(duration)?.[1];
    return count === undefined ? [] : [`${count} ${word}${count === '1' ? '' : 's'}`];
  }).join(' ');
}
