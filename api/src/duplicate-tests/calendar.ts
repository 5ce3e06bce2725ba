const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, as 2026-11-22. */
export function dayIn(moment: Date, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    // Swedish dates are ISO dates.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(moment);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How much of a date the source knew. */
export type Precision = 'year' | 'month' | 'day';

/** "22 Nov 2026", or "Nov 2026" and "2026" where no more is known. */
export function dayInWords(moment: Date, zone: string, precision: Precision = 'day'): string {
  const day = dayIn(moment, zone);
  const year = day.slice(0, 4);
  if (precision === 'year') return year;
  const inMonth = `${MONTHS[Number(day.slice(5, 7)) - 1]} ${year}`;
  return precision === 'month' ? inMonth : `${Number(day.slice(8))} ${inMonth}`;
}

/** Days from one calendar day of a zone to another. */
export const daysBetween = (from: Date, to: Date, zone: string): number =>
  Math.round((Date.parse(dayIn(to, zone)) - Date.parse(dayIn(from, zone))) / 86_400_000);

/** A calendar day as a moment: noon UTC, which is the same day from Hawaii to Tokyo. */
export const momentOfDay = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The last day that an incomplete date may mean. */
export function lastDayOf(at: Date, precision: Precision): Date {
  if (precision === 'day') return at;
  const [year, month] = [at.getUTCFullYear(), precision === 'year' ? 12 : at.getUTCMonth() + 1];
  return new Date(Date.UTC(year, month, 0, 12));
}
