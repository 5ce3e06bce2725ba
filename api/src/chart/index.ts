export { dayIn } from './day-in.ts';
export { Chart, type PatientRow, type RecordRows } from './chart.ts';
export { chartName, patientRefOf, type PatientRefRow } from './patient-ref.ts';
export {
  codingOf,
  earliest,
  latest,
  newestFirst,
  precisionOf,
  provenanceOf,
  section,
  sourceOf,
  stateOf,
} from './provenance.ts';
export { readChart, readDue, readPanel, readRows, type Panel } from './read.ts';
export type { ResultRow, SeriesRow } from './result-sets.ts';
export type { ChartRow, RowSetName, SourcedRow } from './row-sets.ts';
export { type SectionName } from './sections.ts';
export { selectedSections } from './selection.ts';
export { taskEventRows, taskRows, type TaskEventRow, type TaskRow } from './task-row-sets.ts';
export type { PlanContentRow, PlanLineRow, PlanRow } from './plan-row-sets.ts';
