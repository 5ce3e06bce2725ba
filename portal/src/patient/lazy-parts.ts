import { lazyPage } from '#portal/app/lazy-page.tsx';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import type { LoadedPatient } from '#portal/patient/use-patient.ts';

// The parts of a record, each fetched on its own: who opens one does not wait for the others.

export const summary = lazyPage<{ patient: PatientRecord; loaded: LoadedPatient }>(
  async () => (await import('#portal/patient/summary-part.tsx')).SummaryPart,
  'the summary',
);
/** The first paint does not wait for it: what it shows is asked for by itself and comes later anyway. */
export const underWay = lazyPage<{ patientId: string }>(
  async () => (await import('#portal/patient/under-way-part.tsx')).UnderWayPart,
  'tasks and messages',
);
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
  for (const { fetchEarly } of [summary, plan, tests, palliative, problems, documents, viewed]) fetchEarly();
}
