import type { Role, Scope } from '#portal/identity/viewer.query.ts';

export const roleWords: Record<Role, string> = {
  COMMUNITY_CLINICIAN: 'Community clinician',
  PRACTICE_STAFF: 'Practice staff',
  PRACTICE_ADMINISTRATOR: 'Practice administrator',
  ONCOLOGIST: 'Oncologist',
  ONCOLOGY_NURSE: 'Oncology nurse',
  PALLIATIVE_CLINICIAN: 'Palliative clinician',
  NAVIGATOR: 'Navigator',
  CENTRE_ADMINISTRATOR: 'Centre administrator',
  PRIVACY_OFFICER: 'Privacy officer',
  INTEGRATION: 'System account',
};

/** The parts of a record that the portal shows, each under the scope that opens it. */
export const sectionWords = {
  DEMOGRAPHICS: 'the care team and contact details',
  ONCOLOGY: 'the oncology summary',
  PALLIATIVE: 'the palliative summary',
  CLINICAL: 'problems, medicines, allergies and immunisations',
  RESULTS: 'test results',
  DOCUMENTS: 'documents',
  ACCESS_LOG: 'the list of who has viewed a record',
  MESSAGES: 'messages',
  TASKS: 'tasks',
  CARE_PLAN: 'the follow-up plan',
} as const satisfies Partial<Record<Scope, string>>;

export type Section = keyof typeof sectionWords;

export const isSection = (value: string): value is Section => value in sectionWords;

/** The first page holds patients only for those who may read of some. */
export const homeTitle = ({ scopes }: { scopes: readonly Scope[] }): string =>
  scopes.includes('DEMOGRAPHICS') ? 'My patients' : 'Home';

/** Whom this reader can turn to for a part of the record that their role does not open. */
export function whomToAsk(role: Role): string {
  switch (role) {
    case 'PRACTICE_STAFF':
    case 'PRACTICE_ADMINISTRATOR':
      return 'the clinician at your practice who looks after this patient';
    case 'COMMUNITY_CLINICIAN':
    case 'NAVIGATOR':
      return 'the patient’s oncology team';
    default:
      return 'the clinician who treats this patient';
  }
}
