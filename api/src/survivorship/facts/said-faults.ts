import type { RecordRows } from '#api/chart/index.ts';
import { treatmentsOf } from '#api/oncology/index.ts';
import { dayInWords, earliestOf, type Day } from '../calendar.ts';
import { isForYears } from './course.ts';
import type { CancerFact, FilledFact, RecordFault } from './facts.ts';

/** Days that a person filled in and that cannot be so, or no longer, beside what the record tells. */
export function saidFaults(
  record: RecordRows,
  diagnoses: readonly CancerFact[],
  filled: readonly FilledFact[],
  today: Day,
): RecordFault[] {
  return filled.flatMap((fact) => {
    if (fact.key === 'end-of-treatment') return endFaults(record, diagnoses, fact, today);
    if (fact.key.startsWith('planned-end:') && fact.text < today)
      return [contradiction(`${told(fact)} has passed, and it is recorded as taken now.`)];
    return [];
  });
}

const contradiction = (text: string, rowId: string | null = null): RecordFault => ({
  kind: 'contradictory-dates',
  text,
  rowId,
});

/** "End of treatment (2 May 2026), filled in by Ada Okafor," */
const told = ({ what, text, by }: FilledFact): string => `${what} (${dayInWords(text)}), filled in by ${by},`;

function endFaults(record: RecordRows, diagnoses: readonly CancerFact[], fact: FilledFact, today: Day): RecordFault[] {
  const end = fact.text;
  if (end > today) return [{ kind: 'date-to-come', text: `${told(fact)} is still to come.`, rowId: null }];
  const found = diagnoses.flatMap(({ on, secondary }) => (on === null || secondary ? [] : on));
  if (found.length > 0 && end < earliestOf(...found))
    return [contradiction(`${told(fact)} is before the diagnosis (${dayInWords(earliestOf(...found))}).`)];
  // An operation may follow, such as one that rebuilds the breast.
  return treatmentsOf(record, today)
    .filter((treatment) => treatment.kind !== 'surgery' && treatment.status !== 'planned' && !isForYears(treatment))
    .flatMap(({ id, name, startedOn }) =>
      startedOn !== null && startedOn > end
        ? [contradiction(`${told(fact)} is before ${name} began (${dayInWords(startedOn)}).`, id)]
        : [],
    );
}
