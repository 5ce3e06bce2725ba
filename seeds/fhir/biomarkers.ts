import type * as fhir4 from 'fhir/r4';
import { isoDate, type Day } from '#seeds/days.ts';
import { concept, hl7, LOINC, mcode, text } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinicianReference } from './directory.ts';

/** Marker name -> LOINC, where a code is sure; the rest go by text. */
const BIOMARKER_CODES: Record<string, string> = {
  'Estrogen receptor': '85337-4',
  'Progesterone receptor': '85339-0',
  HER2: '48676-1',
  'HER2 (FISH)': '85318-4',
  'Microsatellite instability': '81695-9',
  'KRAS mutation': '21702-6',
  'ALK rearrangement': '78205-2',
  'PD-L1 (22C3)': '83052-1',
  'BRAF V600E': '85299-6',
  CD20: '10438-0',
};

/** Tissue findings that choose the treatment, as words: receptor states, mutations, expression. */
export function biomarkers(chart: Chart, condition: fhir4.Condition, on: Day, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const code = BIOMARKER_CODES[name];
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [concept(hl7('observation-category'), 'laboratory')],
        code: code ? concept(LOINC, code, name) : text(name),
        subject: chart.subject,
        focus: [chart.reference(condition)],
        effectiveDateTime: isoDate(on),
        performer: [clinicianReference('pathologist')],
        valueCodeableConcept: text(value),
      },
      { key: 'biomarker', on, profile: mcode('tumor-marker-test') },
    );
  }
}

/** A germline finding. It concerns relatives too, so it always carries the genetics label. */
export function germlineVariant(chart: Chart, on: Day, gene: string, hgnc: string, change: string): void {
  chart.sensitively('GDIS', () => {
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [concept(hl7('observation-category'), 'laboratory')],
        code: concept(LOINC, '69548-6', 'Genetic variant assessment', `${gene} germline variant`),
        subject: chart.subject,
        effectiveDateTime: isoDate(on),
        valueCodeableConcept: concept(LOINC, 'LA9633-4', 'Present', `${gene} ${change}, pathogenic, germline`),
        component: [
          {
            code: concept(LOINC, '48018-6', 'Gene studied'),
            valueCodeableConcept: concept('http://www.genenames.org', hgnc, gene),
          },
          {
            code: concept(LOINC, '48002-0', 'Genomic source class'),
            valueCodeableConcept: concept(LOINC, 'LA6683-2', 'Germline'),
          },
        ],
      },
      { key: 'germline', on, profile: mcode('genomic-variant') },
    );
  });
}
