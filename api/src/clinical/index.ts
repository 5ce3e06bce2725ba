export {
  Allergy,
  AllergyList,
  DocumentItem,
  DocumentList,
  ImmunizationItem,
  ImmunizationList,
  MedicationItem,
  MedicationList,
  Problem,
  ProblemList,
} from './clinical.types.ts';
