import { newestFirst, sourceOf, type RecordRows } from '#api/chart/index.ts';
import { emptyFact, isGermline, isWithdrawn } from './cancers.ts';
import type { Fact } from './facts.ts';

const INHERITED_PROBLEM = /(?<!family history.*)(lynch syndrome|brca)/i;

/** Inherited findings; they concern relatives too, so only who may read genetics has the rows. */
export function geneticFacts(record: RecordRows): Fact[] {
  const found = record
    .rows('oncologyObservations')
    .filter((row) => isGermline(`${row.display} ${row.value_text ?? ''}`))
    .toSorted(newestFirst((row) => row.effective_at))
    .map((row) => ({
      ...emptyFact(row.id),
      text: row.value_text ?? row.display,
      on: row.effective_at?.slice(0, 10) ?? null,
      source: sourceOf(record, row),
    }));
  const problems = record
    .rows('conditions')
    .filter(
      (row) =>
        row.category === 'problem' &&
        !isWithdrawn(row) &&
        (row.code?.startsWith('Z15') === true || INHERITED_PROBLEM.test(row.display)),
    )
    .toSorted(newestFirst((row) => row.onset_on))
    .map((row) => ({ ...emptyFact(row.id), text: row.display, on: row.onset_on, source: sourceOf(record, row) }));
  return [...found, ...problems];
}
