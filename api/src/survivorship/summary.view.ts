import type { Fact, TreatmentFacts } from './facts/facts.ts';
import {
  wordsOfCancer,
  wordsOfMedicine,
  wordsOfRadiation,
  wordsOfSurgery,
  wordsOfTransplant,
  type PatientWords,
} from './patient-words.ts';
import type { SummaryFact, TreatmentSummary } from './summary.types.ts';

export function summaryOf(facts: TreatmentFacts): TreatmentSummary {
  return {
    intent: facts.intent,
    endOfTreatment: facts.endOfTreatment,
    diagnoses: facts.diagnoses.map((one) => ({
      ...factOf(one, wordsOfCancer(one)),
      site: one.site,
      histology: one.histology,
      stage: one.stageText,
      secondary: one.secondary,
      biomarkers: one.biomarkers.map(plainOf),
    })),
    surgery: facts.surgery.map((one) => factOf(one, wordsOfSurgery(one))),
    systemic: facts.systemic.map((one) => ({
      ...factOf(one, wordsOfMedicine(one)),
      name: one.substance,
      cycles: one.cycles,
      doses: one.doses,
      cumulativeDose: one.cumulative,
      endedOn: one.endedOn,
    })),
    radiation: facts.radiation.map((one) => ({
      ...factOf(one, wordsOfRadiation(one)),
      site: one.site,
      doseGy: one.doseGy,
      fractions: one.fractions,
      endedOn: one.endedOn,
    })),
    transplants: facts.transplants.map((one) => factOf(one, wordsOfTransplant(one))),
    ongoing: facts.ongoing.map((one) => ({
      ...factOf(one, wordsOfMedicine(one)),
      name: one.substance,
      plannedEnd: one.plannedEnd,
    })),
    toxicities: facts.toxicities.map(plainOf),
    genetics: facts.genetics.map(plainOf),
    comorbidities: facts.comorbidities.map(plainOf),
    contacts: facts.contacts.map((one) => ({
      ...plainOf(one),
      name: one.name,
      role: one.role,
      team: one.team,
      telephone: one.telephone,
    })),
    filledIn: facts.filled.map(({ key, what, text, by, at }) => ({ key, what, text, by, at })),
  };
}

const plainOf = (fact: Fact): SummaryFact => factOf(fact, null);

const factOf = (
  { id, text, value, unit, on, source, filledInBy }: Fact,
  patientWords: PatientWords | null,
): SummaryFact => ({
  id,
  text,
  value,
  unit,
  on,
  source,
  filledInBy,
  patientWords,
});
