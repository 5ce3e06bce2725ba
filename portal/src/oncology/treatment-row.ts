import type { Treatment } from '#portal/oncology/oncology.query.ts';
import type { TimelineRow } from '#portal/oncology/timeline-table.tsx';
import { doseWords, spanWords } from '#portal/oncology/words.ts';
import { kindWords, statusWords } from '#portal/ui/words.ts';

/** A treatment as it stands in a timeline. */
export function treatmentRow(treatment: Treatment): TimelineRow {
  const { id, name, kind, intent, status, terminationReason, doses } = treatment;
  return {
    id,
    name,
    when: `${spanWords(treatment)}, ${statusWords(status)}${terminationReason ? `: ${terminationReason}` : ''}`,
    more: `${kindWords[kind]}${intent ? `, ${intent} intent` : ''}${doses.length > 0 ? `. ${doses.map(doseWords).join('; ')}` : ''}`,
    parts: [{ kind, placed: treatment }],
  };
}
