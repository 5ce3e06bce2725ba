export { ImportRefusedError } from './access/parties.ts';
export { importFhir } from './import-fhir.ts';
export type { ImportInput, ImportOptions, ImportProgress, ImportSummary, Reject } from './import-types.ts';
export {
  FAMILY_SOURCES,
  familyOfLoinc,
  TEST_FAMILIES,
  TEST_FAMILIES_VERSION,
  type FamilyKind,
  type TestFamily,
} from './data/test-families.ts';
export { listRejects } from './rejects.ts';
