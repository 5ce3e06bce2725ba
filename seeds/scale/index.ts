export { scalePatients } from './patients.ts';
export { scalePractices } from './practices.ts';
