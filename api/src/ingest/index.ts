export { ImportRefusedError } from './access/parties.ts';
export { importFhir } from './import-fhir.ts';
export type { ImportInput, ImportOptions, ImportProgress, ImportSummary, Reject } from './import-types.ts';
export { siteOfIcd10, siteOfWords } from './mapping/sites.ts';
