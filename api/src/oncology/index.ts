export { Biomarker, Diagnosis, Stage, StageKindEnum, type StageKind } from './diagnosis.types.ts';
export { DiseaseStatus, NextStep, OncologySummary, PerformanceStatus, RedFlag } from './oncology.types.ts';
export { PhaseEnum, type Phase } from './phase.types.ts';
export { Treatment, TreatmentDose, TreatmentKindEnum, type TreatmentKind } from './treatment.types.ts';
export { oncologyHeadline, oncologySummary, performanceStatus } from './oncology.view.ts';
