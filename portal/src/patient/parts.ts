import type { Section } from '#portal/identity/roles.ts';

/** The parts of a record as they stand in the address: /patients/<id>/<path>. */
export const parts = [
  { path: '', title: 'Summary', section: null },
  { path: 'plan', title: 'Plan', section: 'CARE_PLAN' },
  { path: 'tests', title: 'Tests', section: 'RESULTS' },
  { path: 'palliative', title: 'Palliative', section: 'PALLIATIVE' },
  { path: 'problems', title: 'Problems & medicines', section: 'CLINICAL' },
  { path: 'documents', title: 'Documents', section: 'DOCUMENTS' },
  { path: 'viewed', title: 'Who has viewed this', section: 'ACCESS_LOG' },
] as const satisfies readonly { path: string; title: string; section: Section | null }[];

export type Part = (typeof parts)[number];

export const partAddress = (id: string, path: string): string => (path ? `/patients/${id}/${path}` : `/patients/${id}`);
