export {
  PalliativeStage,
  RagStatusEnum,
  SeverityEnum,
  SurpriseReview,
  SymptomSeries,
  type RagStatus,
  type Severity,
} from './assessment.types.ts';
export { InvolvementEnum, PalliativeSummary, type Involvement } from './palliative.types.ts';
export { AdvanceDirective, CareGoal, Carer, CodeStatus, Preference } from './wishes.types.ts';
export { palliativeSummary } from './palliative.view.ts';
