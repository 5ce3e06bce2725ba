import { ageOn, type Day } from './calendar.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { Condition } from './rule.ts';

/** Whether something is so of a patient; null where the record does not tell. */
export interface Answer {
  readonly holds: boolean | null;
  /** The facts that decide, or that are not recorded, each once. */
  readonly because: readonly string[];
}

const answer = (holds: boolean | null, ...because: readonly string[]): Answer => ({
  holds,
  because: [...new Set(because)],
});

/** Judges a condition. What is not recorded is neither so nor not so, and neither is what depends on it. */
export function judge(condition: Condition, facts: TreatmentFacts, today: Day): Answer {
  if ('all' in condition) return both(condition.all.map((one) => judge(one, facts, today)));
  if ('any' in condition) return either(condition.any.map((one) => judge(one, facts, today)));
  if ('not' in condition) {
    const { holds, because } = judge(condition.not, facts, today);
    return answer(holds === null ? null : !holds, ...because);
  }
  if ('radiation' in condition) return radiation(condition, facts);
  if ('drug' in condition) return cumulative(condition, facts);
  if ('age' in condition) return age(condition.age, facts, today);
  if ('ageAtTreatment' in condition) return ageAtTreatment(condition.ageAtTreatment.least, facts);
  if ('cardiovascularRisks' in condition) return risks(condition.cardiovascularRisks.least, facts);
  return simple(condition, facts);
}

/** One that is not so decides; else one that is not known. */
function both(answers: readonly Answer[]): Answer {
  const deciding = answers.find(({ holds }) => holds === false) ?? answers.find(({ holds }) => holds === null);
  return deciding ?? answer(true, ...together(answers));
}

function either(answers: readonly Answer[]): Answer {
  const yes = answers.filter(({ holds }) => holds === true);
  if (yes.length > 0) return answer(true, ...together(yes));
  const unknown = answers.filter(({ holds }) => holds === null);
  return unknown.length > 0 ? answer(null, ...together(unknown)) : answer(false, ...together(answers));
}

const together = (answers: readonly Answer[]) => answers.flatMap(({ because }) => because);

function radiation(
  { radiation: fields, leastGy, belowGy }: Extract<Condition, { radiation: unknown }>,
  { radiation: courses }: TreatmentFacts,
): Answer {
  const hit = courses.filter((course) => course.fields.some((field) => fields.includes(field)));
  const named = fields.join(' or ');
  if (hit.length === 0) return answer(false, `no radiation to ${named} is recorded`);
  const doses = hit.map(({ doseGy }) => doseGy);
  const told = hit.map(({ text }) => `radiation to ${text}`);
  if (leastGy === undefined && belowGy === undefined) return answer(true, ...told);
  if (doses.includes(null)) return answer(null, `the radiation dose to ${named} is not recorded`);
  const most = Math.max(...doses.map((dose) => dose ?? 0));
  return answer((leastGy === undefined || most >= leastGy) && (belowGy === undefined || most < belowGy), ...told);
}

function cumulative(
  { drug, least, below }: Extract<Condition, { drug: string }>,
  { systemic }: TreatmentFacts,
): Answer {
  const given = systemic.find(({ substance }) => substance === drug);
  if (given === undefined) return answer(false, `no ${drug} is recorded`);
  if (least === undefined && below === undefined) return answer(true, given.text);
  if (given.cumulative?.unit !== 'mg/m²') return answer(null, `the cumulative dose of ${drug} per m² is not recorded`);
  const { value } = given.cumulative;
  return answer(
    (least === undefined || value >= least) && (below === undefined || value < below),
    `${drug} ${value} mg/m² in all`,
  );
}

function age(
  { least = 0, most = Number.POSITIVE_INFINITY }: { least?: number | undefined; most?: number | undefined },
  { birthDate }: TreatmentFacts,
  today: Day,
): Answer {
  if (birthDate === null) return answer(null, 'the birth date is not recorded');
  const years = ageOn(birthDate, today);
  return answer(years >= least && years <= most, `age ${years}`);
}

function ageAtTreatment(least: number, { birthDate, endOfTreatment }: TreatmentFacts): Answer {
  if (birthDate === null || endOfTreatment === null) return answer(null, 'the age at treatment is not recorded');
  const years = ageOn(birthDate, endOfTreatment);
  return answer(years >= least, `age ${years} at treatment`);
}

/** Conditions of the record that each count as one cardiovascular risk; obesity and family history are not counted. */
function risks(least: number, { comorbidities, smoked }: TreatmentFacts): Answer {
  const named: string[] = comorbidities
    .map(({ comorbidity }) => comorbidity)
    .filter((comorbidity) => comorbidity !== 'osteoporosis');
  if (smoked === true) named.push('smoking');
  if (named.length >= least) return answer(true, `cardiovascular risks: ${named.join(', ')}`);
  if (smoked === null && named.length + 1 >= least) return answer(null, 'smoking is not recorded');
  return answer(false, `${named.length} cardiovascular risks are recorded`);
}

type Simple = Exclude<
  Condition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { radiation: unknown }
  | { drug: unknown }
  | { age: unknown }
  | { ageAtTreatment: unknown }
  | { cardiovascularRisks: unknown }
>;

function simple(condition: Simple, facts: TreatmentFacts): Answer {
  if ('cancer' in condition) {
    const found = facts.diagnoses.find(({ cancer }) => condition.cancer.includes(cancer));
    return answer(found !== undefined, found?.text ?? `no ${condition.cancer.join(' or ')} cancer is recorded`);
  }
  if ('histology' in condition) return histology(condition.histology, facts);
  if ('intent' in condition)
    return facts.intent === null
      ? answer(null, 'the intent of treatment is not recorded')
      : answer(facts.intent === condition.intent, `${facts.intent} treatment`);
  if ('sex' in condition)
    return facts.sex === 'female' || facts.sex === 'male'
      ? answer(facts.sex === condition.sex, facts.sex)
      : answer(null, 'the sex is not recorded');
  if ('drugGroup' in condition) {
    const given = facts.systemic.filter(({ groups }) => groups.includes(condition.drugGroup));
    return given.length > 0
      ? answer(true, ...given.map(({ text }) => text))
      : answer(false, `no ${condition.drugGroup} is recorded`);
  }
  if ('onDrugGroup' in condition) {
    const taken = facts.ongoing.find(({ groups }) => groups.includes(condition.onDrugGroup));
    return answer(taken !== undefined, taken?.text ?? `no ${condition.onDrugGroup} is taken now`);
  }
  if ('transplant' in condition) {
    const [transplant] = facts.transplants;
    return answer(transplant !== undefined, transplant?.text ?? 'no transplant is recorded');
  }
  if ('comorbidity' in condition) {
    const found = facts.comorbidities.find(({ comorbidity }) => comorbidity === condition.comorbidity);
    return answer(found !== undefined, found?.text ?? `no ${condition.comorbidity} is recorded`);
  }
  if ('smoked' in condition)
    return facts.smoked === null
      ? answer(null, 'smoking is not recorded')
      : answer(facts.smoked, facts.smoked ? 'has smoked' : 'has never smoked');
  const operation = facts.surgery.find(({ removed }) => removed.includes(condition.removed));
  return answer(operation !== undefined, operation?.text ?? `no removal of the ${condition.removed} is recorded`);
}

function histology(wanted: readonly string[], { diagnoses }: TreatmentFacts): Answer {
  const told = diagnoses
    .filter(({ secondary }) => !secondary)
    .map(({ histology: kind, text }) => `${kind ?? ''} ${text}`.trim());
  const fits = told.find((words) => wanted.some((form) => words.toLowerCase().includes(form)));
  if (fits !== undefined) return answer(true, fits);
  if (diagnoses.some(({ histology: kind, secondary }) => kind === null && !secondary))
    return answer(null, 'the histology is not recorded');
  return answer(false, `the histology is ${told.join('; ')}`);
}
