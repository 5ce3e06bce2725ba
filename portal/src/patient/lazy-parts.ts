import { lazyPage } from '#portal/app/lazy-page.tsx';
import type { PatientRecord } from '#portal/patient/patient.query.ts';

// The parts of a record beside its summary, each fetched on its own: the summary does not wait for them.

export const plan = lazyPage<{ patient: PatientRecord }>(
  async () => (await import('#portal/survivorship/plan-part.tsx')).PlanPart,
  'the follow-up plan',
);
export const tests = lazyPage<{ id: string }>(
  async () => (await import('#portal/results/tests-part.tsx')).TestsPart,
  'tests',
);
export const palliative = lazyPage<{ patient: PatientRecord }>(
  async () => (await import('#portal/palliative/palliative-part.tsx')).PalliativePart,
  'palliative care',
);
export const problems = lazyPage<{ patient: PatientRecord }>(
  async () => (await import('#portal/clinical/clinical-part.tsx')).ClinicalPart,
  'problems and medicines',
);
export const documents = lazyPage<{ patient: PatientRecord }>(
  async () => (await import('#portal/documents/documents-part.tsx')).DocumentsPart,
  'documents',
);
export const viewed = lazyPage<{ id: string }>(
  async () => (await import('#portal/audit/viewed-part.tsx')).ViewedPart,
  'who has viewed this',
);

/** Once the record is shown the line is free for what the reader may open next. */
export function fetchPartsEarly(): void {
  for (const { fetchEarly } of [plan, tests, palliative, problems, documents, viewed]) fetchEarly();
}
