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
export { allergyList, documentList, immunizationList, medicationItem, medicationList, problemList } from './clinical.view.ts';
