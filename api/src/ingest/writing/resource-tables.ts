import type { TableName } from './tables.ts';

/** For each resource type, the tables in which its standing row may be, then those of its further rows. */
const TABLES_OF: Record<string, { readonly standing: readonly TableName[]; readonly further: readonly TableName[] }> = {
  Patient: { standing: ['patient'], further: ['patient_identifier', 'patient_contact', 'care_team_member'] },
  Practitioner: { standing: ['practitioner'], further: [] },
  PractitionerRole: { standing: ['practitioner_role'], further: [] },
  Organization: { standing: ['healthcare_organization'], further: [] },
  Location: { standing: ['location'], further: [] },
  CareTeam: { standing: ['care_team_member'], further: ['care_team_member'] },
  Condition: { standing: ['condition'], further: [] },
  Observation: { standing: ['observation'], further: ['observation'] },
  Procedure: { standing: ['procedure', 'radiotherapy_fraction'], further: ['radiotherapy_dose'] },
  MedicationRequest: { standing: ['medication_use'], further: [] },
  MedicationAdministration: { standing: ['medication_use'], further: [] },
  MedicationStatement: { standing: ['medication_use'], further: [] },
  AllergyIntolerance: { standing: ['allergy_intolerance'], further: [] },
  Immunization: { standing: ['immunization'], further: [] },
  DiagnosticReport: {
    standing: ['diagnostic_report'],
    further: ['observation', 'document_content', 'document_reference'],
  },
  ImagingStudy: { standing: ['imaging_study'], further: [] },
  DocumentReference: { standing: ['document_reference'], further: ['document_content', 'document_reference'] },
  Encounter: { standing: ['encounter'], further: [] },
  ServiceRequest: { standing: ['service_request'], further: [] },
  Appointment: { standing: ['appointment'], further: [] },
  Goal: { standing: ['goal'], further: [] },
  CarePlan: { standing: ['care_plan'], further: ['care_plan_activity'] },
  Flag: { standing: ['flag'], further: [] },
  Consent: { standing: ['consent'], further: [] },
};

const NONE = { standing: [], further: [] };

export const standingTables = (type: string): readonly TableName[] => (TABLES_OF[type] ?? NONE).standing;

/** Every table that may hold a row of the type and names a patient: where a former version is cleared away. */
export function compartmentTables(type: string): readonly TableName[] {
  const { standing, further } = TABLES_OF[type] ?? NONE;
  return [...new Set([...standing, ...further])].filter((table) => table !== 'patient');
}
