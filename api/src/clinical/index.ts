export {
  AllergyList,
  DocumentList,
  ImmunizationList,
  MedicationItem,
  MedicationList,
  ProblemList,
} from './clinical.types.ts';
export {
  allergyList,
  documentList,
  immunizationList,
  medicationItem,
  medicationList,
  problemList,
} from './clinical.view.ts';
