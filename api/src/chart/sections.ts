import type { Action } from '#api/graphql/action.ts';
import type { RowSetName } from './row-sets.ts';

interface Section {
  /** What a reader does when they ask for it. */
  readonly action: Action;
  readonly sets: readonly RowSetName[];
}

const phaseSets = [
  'conditions',
  'oncologyObservations',
  'procedures',
  'medicationUses',
  'carePlans',
  'careTeamMembers',
  'serviceRequests',
  'palliativeEncounters',
] as const satisfies readonly RowSetName[];

/** The sections of a chart: the fields of the GraphQL type Patient that read more than the patient's own row. */
export const sections = {
  headline: { action: 'oncology:read', sets: phaseSets },
  careTeam: { action: 'care-team:read', sets: ['careTeamMembers'] },
  oncology: {
    action: 'oncology:read',
    sets: [...phaseSets, 'radiotherapyDoses', 'carePlanActivities', 'flags', 'appointments'],
  },
  palliative: {
    action: 'palliative:read',
    sets: [
      'palliativeObservations',
      'careTeamMembers',
      'goals',
      'consents',
      'documents',
      'serviceRequests',
      'palliativeEncounters',
      'medicationUses',
      'patientContacts',
    ],
  },
  referrals: { action: 'referral:read', sets: ['serviceRequests', 'appointments'] },
  problems: { action: 'clinical:read', sets: ['conditions'] },
  medications: { action: 'clinical:read', sets: ['medicationUses'] },
  allergies: { action: 'clinical:read', sets: ['allergies'] },
  immunizations: { action: 'clinical:read', sets: ['immunizations'] },
  results: { action: 'results:read', sets: [] },
  resultFamilies: { action: 'results:read', sets: [] },
  documents: { action: 'documents:read', sets: ['documents'] },
  tasks: { action: 'tasks:read', sets: ['tasks', 'taskEvents'] },
  accessLog: { action: 'access-log:read', sets: [] },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof sections;
export const isSection = (field: string): field is SectionName => field in sections;
