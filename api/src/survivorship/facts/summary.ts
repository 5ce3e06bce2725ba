import type { RecordRows, RowSetName } from '#api/chart/index.ts';
import { dayIn } from '../calendar.ts';
import { cancerFacts } from './cancers.ts';
import { courseOf } from './course.ts';
import type { FilledFact, TreatmentFacts } from './facts.ts';
import { geneticFacts } from './genetics.ts';
import { radiationFacts, surgeryFacts, transplantFacts } from './local.ts';
import { missingFacts, recordFaults } from './missing.ts';
import { comorbidityFacts, contactFacts, smoked, toxicityFacts } from './person.ts';
import { saidFaults } from './said-faults.ts';
import { ongoingFacts, systemicFacts } from './systemic.ts';

/** The rows that a treatment summary is told from. */
export const SUMMARY_SETS = [
  'conditions',
  'oncologyObservations',
  'procedures',
  'radiotherapyDoses',
  'medicationUses',
  'carePlans',
  'careTeamMembers',
  'socialHistory',
] as const satisfies readonly RowSetName[];

/**
 * The treatment summary of a record. Nothing is guessed: what is not recorded is named under `missing`, what cannot be
 * so under `faults`, and the rest is still told.
 * @param filled what people wrote where the record is silent
 * @param zone IANA time zone whose today counts, such as America/Denver
 */
export function treatmentSummary(record: RecordRows, filled: readonly FilledFact[], zone: string): TreatmentFacts {
  const { patient } = record;
  const today = dayIn(zone, record.now);
  const diagnoses = cancerFacts(record, filled);
  const { systemic, faults: doseFaults } = systemicFacts(record, filled, today);
  const radiation = radiationFacts(record, filled);
  const ongoing = ongoingFacts(systemic, record, filled, today);
  const contacts = contactFacts(record, filled, today);
  const { faults: courseFaults, ...course } = courseOf(record, diagnoses, filled, today);
  const habit = smoked(record, filled);
  return {
    birthDate: patient.birth_date,
    sex: patient.sex,
    deceased: patient.deceased,
    deceasedOn: patient.deceased_at === null ? null : dayIn(zone, new Date(patient.deceased_at)),
    diagnoses,
    surgery: surgeryFacts(record),
    systemic,
    radiation,
    transplants: transplantFacts(record),
    ongoing,
    toxicities: toxicityFacts(record),
    genetics: geneticFacts(record),
    contacts,
    comorbidities: comorbidityFacts(record),
    smoked: habit,
    ...course,
    missing: missingFacts({
      diagnoses,
      systemic,
      radiation,
      ongoing,
      contacts,
      smoked: habit,
      course,
    }),
    filled,
    faults: [
      ...recordFaults(record, diagnoses, today),
      ...saidFaults(record, diagnoses, filled, today),
      ...doseFaults,
      ...courseFaults,
    ],
  };
}
