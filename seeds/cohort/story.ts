import { Chart } from '#seeds/fhir/chart.ts';
import type { PatientFacts } from '#seeds/fhir/patient.ts';

export type DiseaseGroup =
  | 'breast'
  | 'colorectal'
  | 'prostate'
  | 'lung'
  | 'lymphoma'
  | 'myeloma'
  | 'melanoma'
  | 'gynaecological'
  | 'other';

/** The phase that a clinician reading the record would name. */
export type StoryPhase =
  | 'DIAGNOSIS'
  | 'ACTIVE_TREATMENT'
  | 'SURVEILLANCE'
  | 'ADVANCED'
  | 'PALLIATIVE'
  | 'HOSPICE'
  | 'DECEASED';

export interface Story {
  name: string;
  group: DiseaseGroup;
  phase: StoryPhase;
  /** Treated to cure: such a record states its stage. */
  curative: boolean;
  facts: PatientFacts;
  tell: (chart: Chart) => void;
}

export function write(story: Story, asOf: Date): Chart {
  const chart = new Chart(asOf, story.facts);
  story.tell(chart);
  return chart;
}
