export { PatientResolver } from './patient.resolver.ts';
