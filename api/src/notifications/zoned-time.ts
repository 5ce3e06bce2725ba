/** A wall clock's reading: what a practice's clock shows, without saying where. Months from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const number = 'numeric';
    const parts = { year: number, month: number, day: number, hour: number, minute: number, second: number } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
    formats.set(zone, format);
  }
  return format;
}

/** What a clock in the IANA time zone shows at an instant. */
export function localTime(at: Date, zone: string): LocalTime {
  const read = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = read;
  return { year, month, day, hour, minute };
}

const asIfUtc = ({ year, month, day, hour, minute }: LocalTime): number => Date.UTC(year, month - 1, day, hour, minute);

/**
 * The instant at which a clock in the zone shows this. Days and hours may run over (day 32 is the 1st).
 * An hour that the clock shows twice is its first; one that it skips is as long after the skip as it would have been.
 */
export function instantOf(local: LocalTime, zone: string): Date {
  const wanted = asIfUtc(local);
  const shift = (at: number) => asIfUtc(localTime(new Date(at), zone)) - at;
  // The offsets of the day before and after: all that a change of clocks can choose from.
  const candidates = [wanted - shift(wanted - 86_400_000), wanted - shift(wanted + 86_400_000)];
  const exact = candidates.filter((at) => at + shift(at) === wanted);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}

/** The day of the week of a local day: 0 is Sunday. */
export const weekday = ({ year, month, day }: LocalTime): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();
