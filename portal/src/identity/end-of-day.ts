import { isoDay } from '#portal/ui/dates.ts';

const HOUR = 3_600_000;

/** The instant at which a calendar day ends in a zone, as RFC 3339; days of 23 and 25 hours included. */
export function endOfDay(day: string, timeZone: string): string {
  // No zone is further than fourteen hours from UTC: from there on, hour by quarter hour, until the day is over.
  let instant = Date.parse(`${day}T00:00:00Z`) + 8 * HOUR;
  while (isoDay(instant, timeZone) <= day) instant += HOUR / 4;
  return new Date(instant).toISOString();
}
