// Observations, reports and imaging: what is measured, and what is assessed.
import { moment, type MakeRow, type RecordRow } from './clinic-row.ts';

const OWN = 'urn:portage:code:assessment';
const LOINC = 'http://loinc.org';

export function stageRows(make: MakeRow, canary: string, cancer: string): RecordRow[] {
  const stage = (code: string, family: string, value: string) =>
    make('observation', ['oncology'], {
      category: 'stage',
      code_system: LOINC,
      code,
      family,
      display: `Stage ${canary}`,
      status: 'final',
      value_text: value,
      value_code: value,
      effective_at: moment(390),
      effective_precision: 'day',
      method: `AJCC ${canary}`,
      focus_id: cancer,
    });
  return [
    stage('21908-9', 'clinical-stage-group', `IIA ${canary}`),
    stage('21905-5', 'clinical-t', 'cT2'),
    stage('21906-3', 'clinical-n', 'cN0'),
    stage('21907-1', 'clinical-m', 'cM0'),
  ];
}

export function resultRows(make: MakeRow, canary: string): RecordRow[] {
  const observation = (needs: 'oncology' | 'palliative' | 'results', columns: Record<string, unknown>) =>
    make('observation', [needs], { status: 'final', effective_precision: 'time', ...columns });
  const series = (columns: Record<string, unknown>, needs: 'oncology' | 'palliative' | 'results') =>
    [20, 10].map((daysAgo, index) =>
      observation(needs, { ...columns, value_number: 3 + index * 4, effective_at: moment(daysAgo) }),
    );
  const range = { reference_low: 1, reference_high: 5, flag: 'high', performer_name: `Laboratory ${canary}` };
  const named = (display: string) => ({ display: `${display} ${canary}` });
  return [
    ...series(
      {
        category: 'tumor-marker',
        family: 'cea',
        code_system: LOINC,
        code: '2039-6',
        ...named('CEA'),
        unit: 'ng/mL',
        ...range,
      },
      'oncology',
    ),
    ...series(
      {
        category: 'laboratory',
        family: 'hemoglobin',
        code_system: LOINC,
        code: '718-7',
        ...named('Hb'),
        unit: 'g/dL',
        ...range,
      },
      'results',
    ),
    ...series(
      {
        category: 'assessment',
        family: 'esas-pain',
        code_system: OWN,
        code: 'esas-pain',
        ...named('ESAS pain'),
        flag: 'abnormal',
      },
      'palliative',
    ),
    observation('oncology', {
      category: 'biomarker',
      code_system: LOINC,
      code: '16112-5',
      ...named('ER'),
      value_text: `positive ${canary}`,
      effective_at: moment(380),
    }),
    // ECOG for the oncology page, PPS for the palliative one
    observation('oncology', {
      category: 'performance-status',
      family: 'ecog',
      code_system: LOINC,
      code: '89247-1',
      ...named('ECOG'),
      value_number: 1,
      effective_at: moment(5),
    }),
    observation('palliative', {
      category: 'performance-status',
      family: 'pps',
      code_system: OWN,
      code: 'pps',
      ...named('PPS'),
      value_number: 60,
      effective_at: moment(4),
    }),
    observation('oncology', {
      category: 'disease-status',
      code_system: LOINC,
      code: '97509-4',
      ...named('Disease status'),
      value_text: `stable ${canary}`,
      effective_at: moment(6),
    }),
    observation('palliative', {
      category: 'assessment',
      code_system: OWN,
      code: 'surprise-question',
      ...named('Surprise question'),
      value_code: 'false',
      value_text: 'false',
      value_number: 0,
      effective_at: moment(7),
    }),
    observation('palliative', {
      category: 'assessment',
      code_system: OWN,
      code: 'gsf-stage',
      ...named('GSF stage'),
      value_code: 'yellow',
      value_text: 'yellow',
      effective_at: moment(8),
    }),
    observation('palliative', {
      category: 'preference',
      code_system: LOINC,
      code: '75773-2',
      ...named('Preference'),
      value_text: `At home ${canary}`,
      effective_at: moment(9),
    }),
    make('diagnostic_report', ['results'], {
      category: 'imaging',
      code_system: LOINC,
      code: '24627-2',
      ...named('CT chest'),
      status: 'final',
      effective_at: moment(11),
      conclusion: `No new lesion ${canary}`,
      performer_name: `Radiology ${canary}`,
    }),
    make('imaging_study', ['results'], {
      modality: 'CT',
      body_site: `Chest ${canary}`,
      description: `CT chest ${canary}`,
      status: 'available',
      started_at: moment(11),
      series_count: 2,
      instance_count: 90,
    }),
  ];
}
