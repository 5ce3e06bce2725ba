export { PatientResolver } from './patient.resolver.ts';
export { foldName } from './search.ts';
