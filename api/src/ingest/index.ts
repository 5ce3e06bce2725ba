export { ImportRefusedError } from './access/parties.ts';
export { importFhir } from './import-fhir.ts';
export type { ImportInput, ImportOptions, ImportProgress, ImportSummary, Reject } from './import-types.ts';
export { tellsMetastasis } from './mapping/cancer.ts';
export { siteOfIcd10, siteOfWords } from './mapping/sites.ts';
