const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at a moment in a time zone, such as America/Phoenix: 2026-11-22. */
export function dayIn(zone: string, moment: Date): string {
  let format = formats.get(zone);
  if (format === undefined) {
    // The Swedish form of a date is ISO 8601's.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(moment);
}
