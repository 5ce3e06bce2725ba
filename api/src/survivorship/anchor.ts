import { addMonths, earliestOf, latestOf, type Day } from './calendar.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { Condition, DrugGroup, Field, Rule, Schedule } from './rule.ts';

/** The day that a rule's schedule counts from, or why there is none. */
export type Anchored = { readonly day: Day } | { readonly day: null; readonly because: string };

export function anchorOf(rule: Rule, schedule: Schedule, facts: TreatmentFacts): Anchored {
  const noEnd = { day: null, because: facts.noEndBecause ?? 'The end of treatment is not recorded.' };
  switch (schedule.anchor) {
    case 'end-of-treatment':
      return facts.endOfTreatment === null ? noEnd : { day: facts.endOfTreatment };
    case 'local-treatment': {
      const day = facts.localTreatmentEnd ?? facts.endOfTreatment;
      return day === null ? noEnd : { day };
    }
    case 'radiation':
      return radiationEnd(rule, facts);
    case 'drug-start':
      return drugStart(rule, facts);
    case 'age': {
      if (facts.birthDate === null) return { day: null, because: 'The birth date is not recorded.' };
      if (facts.endOfTreatment === null) return noEnd;
      // Nobody is told that they were late before follow-up began.
      return { day: latestOf(addMonths(facts.birthDate, 12 * (schedule.age ?? 0)), facts.endOfTreatment) };
    }
  }
}

function radiationEnd(rule: Rule, facts: TreatmentFacts): Anchored {
  const fields = leavesOf(rule.when).flatMap((leaf): readonly Field[] => ('radiation' in leaf ? leaf.radiation : []));
  const ends = facts.radiation
    .filter((course) => course.fields.some((field) => fields.includes(field)))
    .flatMap(({ endedOn }) => endedOn ?? []);
  return ends.length > 0 ? { day: latestOf(...ends) } : { day: null, because: 'The end of radiation is not recorded.' };
}

function drugStart(rule: Rule, facts: TreatmentFacts): Anchored {
  const groups = leavesOf(rule.when).flatMap((leaf): DrugGroup[] => ('onDrugGroup' in leaf ? [leaf.onDrugGroup] : []));
  const starts = facts.ongoing
    .filter((drug) => drug.groups.some((group) => groups.includes(group)))
    .flatMap(({ startedOn }) => startedOn ?? []);
  return starts.length > 0
    ? { day: earliestOf(...starts) }
    : { day: null, because: 'The start of the medicine is not recorded.' };
}

function leavesOf(condition: Condition | undefined): Condition[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}
