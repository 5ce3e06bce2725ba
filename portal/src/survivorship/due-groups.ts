import type { DueRow } from '#portal/survivorship/due.query.ts';

export interface DueGroup {
  patient: DueRow['patient'];
  rows: readonly DueRow[];
}

/**
 * The rows of one page after the other. Each page tells whole patients; one of whom something was done meanwhile has
 * moved down the list, comes again with the next page, and is not told twice.
 */
export function toldOnce(rows: readonly DueRow[]): DueRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** A patient once, with all that is due of them; whoever has the longest overdue first, as the rows come. */
export function byPatient(rows: readonly DueRow[]): DueGroup[] {
  const groups = Map.groupBy(rows, ({ patient }) => patient.id);
  return [...groups.values()].flatMap((found) => (found[0] ? [{ patient: found[0].patient, rows: found }] : []));
}
