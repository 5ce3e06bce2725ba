import { quoted, UnreadableResourceError } from './unreadable.ts';

export type Precision = 'year' | 'month' | 'day' | 'time';

/** A FHIR date or dateTime. */
export interface Moment {
  /** RFC 3339 in UTC. A day without a time is taken at noon UTC, so that it stays the same day from Hawaii to Tokyo. */
  readonly at: string;
  /** YYYY-MM-DD, as the source wrote it in its own offset; a year or month stands for its first day. */
  readonly on: string;
  readonly precision: Precision;
}

/** A period's two ends; either may be unknown. */
export interface Span {
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
}

// Seconds and offset are optional here although FHIR demands them: senders leave them out, and the meaning is clear enough (UTC).
const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

/**
 * Reads a FHIR date or dateTime, of any precision. A date to come is a date; one that cannot be is refused.
 * @param path where it stands, for the reason.
 * @returns undefined when there is none.
 * @throws {UnreadableResourceError} naming the value, when it is no date or lies before 1800 or after 2100.
 */
export function moment(value: unknown, path: string): Moment | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new UnreadableResourceError(`${path} ${quoted(value)} is not a date`);
  const known = recent.get(value);
  if (known) return known;
  const read = readMoment(value, path);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(value, read);
  return read;
}

// A laboratory panel repeats one moment in twenty resources, twice in each.
const recent = new Map<string, Moment>();
const MOST_RECENT = 5_000;

function readMoment(value: string, path: string): Moment {
  const form = FORM.exec(value.trim());
  if (!form) throw new UnreadableResourceError(`${path} ${quoted(value)} is not a date`);
  const [, year = '', month, day, hour, minute, second, zone] = form;
  const number = Number(year);
  if (number < FIRST_YEAR || number > LAST_YEAR) {
    throw new UnreadableResourceError(
      `${path} ${quoted(value)} lies ${number > LAST_YEAR ? `after ${LAST_YEAR}` : `before ${FIRST_YEAR}`}`,
    );
  }
  const on = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const precision = hour !== undefined ? 'time' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const offset =
    zone === undefined || zone === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  // A leap second is a time; the engine knows none.
  const time = new Date(
    precision === 'time'
      ? `${on}T${hour}:${minute}:${second === '60' ? '59' : (second ?? '00')}${offset}`
      : `${on}T12:00:00Z`,
  );
  // The engine rolls 30 February over into March; a calendar does not.
  const rolled =
    Number.isNaN(time.getTime()) ||
    (day !== undefined && new Date(`${on}T12:00:00Z`).toISOString().slice(0, 10) !== on);
  if (rolled) throw new UnreadableResourceError(`${path} ${quoted(value)} is not a day of the calendar`);
  return { at: time.toISOString(), on, precision };
}

/** Whether a moment has not come yet, with a day and a half of grace for clocks and zones. */
export const isToCome = ({ at }: Moment): boolean => Date.parse(at) > Date.now() + 36 * 3_600_000;

/** Whether one moment is earlier than another, as far as the less precise of them tells. */
export function isBefore(one: Moment, other: Moment): boolean {
  const told = Math.min(...[one, other].map(({ precision }) => ({ year: 4, month: 7, day: 10, time: 10 })[precision]));
  return one.on.slice(0, told) < other.on.slice(0, told);
}

/** Reads a FHIR Period. */
export function span(period: { start?: string; end?: string } | undefined, path: string): Span {
  return { start: moment(period?.start, `${path}.start`), end: moment(period?.end, `${path}.end`) };
}

/** A date or a period as a span; a date is its own beginning and end. */
export function dateOrPeriod(
  date: string | undefined,
  period: { start?: string; end?: string } | undefined,
  path: string,
): Span {
  const single = moment(date, `${path}DateTime`);
  return single ? { start: single, end: single } : span(period, `${path}Period`);
}

/** Only a year or month is worth a note beside a date column; a whole day says so itself. */
export const partial = (when: Moment | undefined): 'year' | 'month' | null =>
  when?.precision === 'year' || when?.precision === 'month' ? when.precision : null;

/** Whether a period that ends so is over; one without an end is not. */
export function isPast(end: string | undefined): boolean {
  const when = moment(end, 'period.end');
  return when !== undefined && Date.parse(when.at) < Date.now();
}
