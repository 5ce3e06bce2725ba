const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A calendar date as sent ("1961-03-12") in words: "12 Mar 1961"; "Mar 1961" or "1961" where the source knew no more.
 * It has no zone and is not given one.
 */
export function dateWords(date: string, precision: 'DAY' | 'MONTH' | 'YEAR' | null = 'DAY'): string {
  const [year, month, day] = date.split('-');
  const name = months[Number(month) - 1];
  if (year && precision === 'YEAR') return year;
  if (year && name && precision === 'MONTH') return `${name} ${year}`;
  return year && name && day ? `${Number(day)} ${name} ${year}` : date;
}

interface ZonedParts {
  date: string;
  iso: string;
  time: string;
  zone: string;
}

function zoned(instant: string | number, timeZone: string): ZonedParts {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const iso = `${parts.year}-${parts.month}-${parts.day}`;
  return { date: dateWords(iso), iso, time: `${parts.hour}:${parts.minute}`, zone: parts.timeZoneName ?? timeZone };
}

/** "21 Nov 2026, 06:10 MST": an instant in the reader's zone, the zone named. */
export function instantWords(instant: string | number, timeZone: string): string {
  const { date, time, zone } = zoned(instant, timeZone);
  return `${date}, ${time} ${zone}`;
}

/** "21 Nov 2026": the day of an instant in the reader's zone. */
export const dayWords = (instant: string | number, timeZone: string): string => zoned(instant, timeZone).date;

/** "06:10 MST" */
export function clockWords(instant: string | number, timeZone: string): string {
  const { time, zone } = zoned(instant, timeZone);
  return `${time} ${zone}`;
}

/** The day of an instant in a zone as "2026-11-21". */
export const isoDay = (instant: string | number, timeZone: string): string => zoned(instant, timeZone).iso;

/** "12 Oct 2026", or "today, 06:10 MST": of today the day alone would not tell what came first. */
export const sinceWords = (instant: string, now: number, timeZone: string): string =>
  isoDay(instant, timeZone) === isoDay(now, timeZone)
    ? `today, ${clockWords(instant, timeZone)}`
    : dayWords(instant, timeZone);

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/**
 * "today", "tomorrow", "in 3 days", "2 days ago": from today in the reader's zone to a calendar date ("2026-12-04"),
 * which has no zone and would move by a day if it were given one.
 */
export function dueWords(date: string, now: number, timeZone: string): string {
  const days = dayNumber(date) - dayNumber(isoDay(now, timeZone));
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const size = Math.abs(days);
  const span =
    size < 60
      ? `${size} days`
      : size < 730
        ? `${Math.round(size / 30.44)} months`
        : `${Math.round(size / 365.25)} years`;
  return days > 0 ? `in ${span}` : `${span} ago`;
}

export interface Lifespan {
  birthDate: string | null;
  age: number | null;
  deceased: boolean;
}

/** "12 Mar 1961 (65 y)"; after death the age is the age at death and says so. */
export function bornWords({ birthDate, age, deceased }: Lifespan): string {
  if (birthDate === null) return 'birth date not recorded';
  if (age === null) return dateWords(birthDate);
  return deceased ? `${dateWords(birthDate)} (died at ${age} y)` : `${dateWords(birthDate)} (${age} y)`;
}

interface DuePlan {
  /** Calendar date, "2026-12-04". */
  due: string | null;
  /** Instant of an appointment. */
  at: string | null;
}

/** "4 Dec 2026, 09:30 MST, in 12 days": the time where one is set; null where nothing is. */
export function planWords({ due, at }: DuePlan, now: number, timeZone: string): string | null {
  if (at !== null) return `${instantWords(at, timeZone)}, ${dueWords(isoDay(at, timeZone), now, timeZone)}`;
  return due === null ? null : `${dateWords(due)}, ${dueWords(due, now, timeZone)}`;
}
