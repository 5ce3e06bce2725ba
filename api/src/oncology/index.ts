export { diagnosesOf } from './diagnoses.view.ts';
export { type Diagnosis, type StageKind } from './diagnosis.types.ts';
export { OncologySummary, PerformanceStatus } from './oncology.types.ts';
export { PhaseEnum, type Phase } from './phase.types.ts';
export { treatmentsOf } from './treatments.view.ts';
export { type Treatment, type TreatmentKind } from './treatment.types.ts';
export { oncologyHeadline, oncologySummary, performanceStatus } from './oncology.view.ts';
