import type { Fact, TreatmentFacts } from './facts/facts.ts';
import type { SummaryFact, TreatmentSummary } from './summary.types.ts';

export function summaryOf(facts: TreatmentFacts): TreatmentSummary {
  return {
    intent: facts.intent,
    endOfTreatment: facts.endOfTreatment,
    diagnoses: facts.diagnoses.map((one) => ({
      ...factOf(one),
      site: one.site,
      histology: one.histology,
      stage: one.stageText,
      secondary: one.secondary,
      biomarkers: one.biomarkers.map(factOf),
    })),
    surgery: facts.surgery.map(factOf),
    systemic: facts.systemic.map((one) => ({
      ...factOf(one),
      name: one.substance,
      cycles: one.cycles,
      doses: one.doses,
      cumulativeDose: one.cumulative,
      endedOn: one.endedOn,
    })),
    radiation: facts.radiation.map((one) => ({
      ...factOf(one),
      site: one.site,
      doseGy: one.doseGy,
      fractions: one.fractions,
      endedOn: one.endedOn,
    })),
    transplants: facts.transplants.map(factOf),
    ongoing: facts.ongoing.map((one) => ({ ...factOf(one), name: one.substance, plannedEnd: one.plannedEnd })),
    toxicities: facts.toxicities.map(factOf),
    genetics: facts.genetics.map(factOf),
    comorbidities: facts.comorbidities.map(factOf),
    contacts: facts.contacts.map((one) => ({
      ...factOf(one),
      name: one.name,
      role: one.role,
      team: one.team,
      telephone: one.telephone,
    })),
  };
}

const factOf = ({ id, text, value, unit, on, source, filledInBy }: Fact): SummaryFact => ({
  id,
  text,
  value,
  unit,
  on,
  source,
  filledInBy,
});
