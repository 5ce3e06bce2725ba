export { type RagStatus, type Severity } from './assessment.types.ts';
export { PalliativeSummary, type Involvement } from './palliative.types.ts';
export { palliativeSummary } from './palliative.view.ts';
