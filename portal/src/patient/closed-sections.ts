import type { Clinical } from '#portal/clinical/clinical.query.ts';
import type { Problem } from '#portal/app/problem.ts';
import { isSection, sectionWords, type Section } from '#portal/identity/roles.ts';
import type { Scope } from '#portal/identity/viewer.query.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';

/** Parts of the record that are not shown, and why: the reader's role, or what the server answered. */
export type ClosedSections = ReadonlyMap<Section, 'role' | Problem>;

const fieldSections: Record<string, Section> = {
  careTeam: 'DEMOGRAPHICS',
  headline: 'ONCOLOGY',
  oncology: 'ONCOLOGY',
  palliative: 'PALLIATIVE',
  problems: 'CLINICAL',
  medications: 'CLINICAL',
  allergies: 'CLINICAL',
  immunizations: 'CLINICAL',
  documents: 'DOCUMENTS',
};

/** The part of the record that a problem belongs to; null when it concerns the record as a whole. */
export const sectionOf = ({ path }: Problem): Section | null => fieldSections[String(path[1])] ?? null;

export function closedByRole(scopes: readonly Scope[]): Section[] {
  return Object.keys(sectionWords).filter((section) => isSection(section) && !scopes.includes(section)) as Section[];
}

export function hasClinical(patient: PatientRecord): patient is PatientRecord & Clinical {
  return 'problems' in patient;
}
