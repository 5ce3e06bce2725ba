export { familyOfLoinc, TEST_FAMILIES, type FamilyKind, type TestFamily } from './test-families.ts';
