/**
 * A measured number as a person reads it. Some senders write decimals that no test can measure: four digits tell as
 * much. The digits before the point are never rounded away: 123,456 platelets are not 123,500.
 */
export const shownNumber = (value: number): string =>
  String(Number.isInteger(value) || Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
