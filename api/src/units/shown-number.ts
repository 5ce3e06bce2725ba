/**
 * A measured number as a person reads it. Some senders write decimals that no test can measure: four digits tell as
 * much. The digits before the point are never rounded away: 123,456 platelets are not 123,500.
 */
export function shownNumber(value: number): string {
  const written = String(value);
  // Most have no more digits than that, and are not worth the work of rounding.
  if (written.length <= FOUR_DIGITS_AND_POINT) return written;
  return String(Number.isInteger(value) || Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
}

const FOUR_DIGITS_AND_POINT = 5;
