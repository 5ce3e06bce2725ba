import type { DueRow } from '#portal/survivorship/due.query.ts';

export interface DueGroup {
  patient: DueRow['patient'];
  rows: readonly DueRow[];
}

/** A patient once, with all that is due of them; whoever has the longest overdue first, as the rows come. */
export function byPatient(rows: readonly DueRow[]): DueGroup[] {
  const groups = Map.groupBy(rows, ({ patient }) => patient.id);
  return [...groups.values()].flatMap((found) => (found[0] ? [{ patient: found[0].patient, rows: found }] : []));
}
