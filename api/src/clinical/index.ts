export {
  Allergy,
  AllergyList,
  ImmunizationItem,
  ImmunizationList,
  MedicationItem,
  MedicationList,
  Problem,
  ProblemList,
} from './clinical.types.ts';
export { DocumentItem, DocumentList } from './document.types.ts';
