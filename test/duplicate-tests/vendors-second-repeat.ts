/**
 * Written afresh when the engine was thought finished, and labelled before it was asked: it told twenty of them wrong then.
 * Words of radiologists and laboratories, senders of DSTU2 and STU3, halves that make a whole.
 */
import {
  cases,
  dated,
  imaging,
  LIVER,
  MARKER,
  METABOLIC,
  normal,
  normalResults,
  observation,
  order,
  panel,
  procedure,
  reported,
  study,
} from './vendor-shapes.ts';

const LOINC = 'http://loinc.org';

export const SECOND_REPEATS = cases(
  'repeat',
  [
    'limited by motion',
    'CT chest',
    reported('CT CHEST W CONTRAST', 'Limited by motion at the bases. No metastatic disease.'),
  ],
  [
    'no indeterminate',
    'CT abdomen pelvis',
    reported('CT ABD/PELVIS W CONTRAST', 'No indeterminate lesions. Stable postoperative change.'),
  ],
  [
    'limited study of bowel',
    'CT abdomen pelvis',
    reported('CT Abdomen and Pelvis', 'Evaluation of the bowel is limited by lack of oral contrast. No recurrence.'),
  ],
  [
    'renal insufficiency in report',
    'US kidney',
    reported('US RENAL', 'Normal kidneys. History of renal insufficiency.'),
  ],
  [
    'follow-up repeat recommended in a year',
    'CT chest',
    reported('CT Chest', 'Stable. Repeat recommended in 12 months.'),
  ],
  [
    'not hemolyzed',
    'potassium',
    {
      ...observation(2, { system: LOINC, code: '2823-3' }, { value: 4.1, unit: 'mmol/L', ...normal }),
      note: [{ text: 'Specimen not hemolyzed' }],
    },
  ],
  [
    'no hemolysis comment',
    'potassium',
    {
      ...observation(2, { system: LOINC, code: '2823-3' }, { value: 4.1, unit: 'mmol/L', ...normal }),
      note: [{ text: 'No clots. Non-contaminated.' }],
    },
  ],
  [
    'dstu2 single objects',
    'creatinine',
    {
      ...observation(5, { system: LOINC, code: '2160-0' }, { value: 0.9, unit: 'mg/dL' }),
      category: { coding: [{ code: 'laboratory' }] },
      interpretation: { coding: [{ code: 'N' }] },
      comments: 'fine',
    },
  ],
  [
    'stu3 comment',
    'creatinine',
    {
      ...observation(5, { system: LOINC, code: '2160-0' }, { value: 0.9, unit: 'mg/dL', ...normal }),
      comment: 'fine',
      interpretation: { coding: [{ code: 'N' }] },
    },
  ],
  [
    'effectiveInstant',
    'creatinine',
    dated('effectiveInstant', observation(5, { system: LOINC, code: '2160-0' }, { value: 0.9, ...normal })),
  ],
  [
    'issued only',
    'creatinine',
    dated('issued', observation(5, { system: LOINC, code: '2160-0' }, { value: 0.9, ...normal })),
  ],
  [
    'preliminary without value',
    'ferritin',
    observation(2, { system: LOINC, code: '2276-4' }, { status: 'preliminary' }),
  ],
  [
    'corrected',
    'ferritin',
    observation(20, { system: LOINC, code: '2276-4' }, { value: 90, status: 'corrected', ...normal }),
  ],
  [
    'amended',
    'ferritin',
    observation(20, { system: LOINC, code: '2276-4' }, { value: 90, status: 'amended', ...normal }),
  ],
  ['active order', 'CT chest', order({ text: 'CT CHEST W CONTRAST' })],
  [
    'active order by hcpcs-like local',
    'MRI brain',
    order({ coding: [{ system: 'urn:ris', code: 'MRBRWWO', display: 'MR BRAIN W WO' }] }),
  ],
  ['CMP asked, parts from two panels', 'CMP', ...normalResults([...METABOLIC, '2885-2', ...LIVER])],
  [
    'BMP asked, CMP done',
    'BMP',
    ...panel(
      5,
      { system: LOINC, code: '24323-8' },
      Object.fromEntries([...METABOLIC, '2885-2', ...LIVER].map((c) => [c, 5])),
      'result',
    ),
  ],
  ['BI-RADS 1', 'mammogram', reported('MAMMO SCREENING BILAT', 'BI-RADS 1: Negative.', 90)],
  ['both sides apart', 'MRI both knees', imaging(10, 'MRI left knee'), imaging(12, 'MRI right knee')],
  [
    'both breasts apart',
    'bilateral mammogram',
    imaging(10, 'MAMMO DIAGNOSTIC LEFT'),
    imaging(10, 'MAMMO DIAGNOSTIC RIGHT'),
  ],
  ['site in the series only', 'CT chest', study(30, 'CT', 'Thorax')],
  [
    'procedure echo',
    'echo',
    procedure(
      20,
      { system: 'http://snomed.info/sct', code: '433236007', display: 'Transthoracic echocardiography (procedure)' },
      {},
    ),
  ],
  [
    'observation of colonoscopy',
    'colonoscopy',
    {
      ...observation(
        60,
        { system: LOINC, code: '28023-0', display: 'Colonoscopy Study observation' },
        { text: 'Normal' },
      ),
      category: [{ coding: [{ code: 'procedure' }] }],
    },
  ],
  [
    'echo as exam observation',
    'echo',
    {
      ...observation(20, { text: 'Echocardiogram' }, { text: 'Normal LV function' }),
      category: [{ coding: [{ code: 'exam' }] }],
    },
  ],
  [
    'hl7v2 OBX style',
    'WBC',
    observation(
      2,
      { system: 'urn:id:L', code: '1003', display: 'WHITE BLOOD CELL COUNT' },
      { value: 7.1, unit: 'K/uL', low: 4, high: 11 },
    ),
  ],
  [
    'text-only range normal',
    'ferritin',
    {
      ...observation(20, { system: LOINC, code: '2276-4' }, { value: 90, unit: 'ng/mL' }),
      referenceRange: [{ text: '15-150 ng/mL' }],
    },
  ],
  [
    'interpretation text normal',
    'ferritin',
    {
      ...observation(20, { system: LOINC, code: '2276-4' }, { value: 90, unit: 'ng/mL' }),
      interpretation: [{ text: 'Normal' }],
    },
  ],
  ['CT whole abdomen', 'CT liver', imaging(20, 'CT ABDOMEN W CONTRAST')],
  [
    'mcode tumor marker profile CEA',
    'CEA',
    { ...observation(20, { system: LOINC, code: '2039-6' }, { value: 1.9, unit: 'ng/mL', ...normal }), ...MARKER },
  ],
  [
    'mcode tumor marker profile, local code',
    'CA 19-9',
    {
      ...observation(
        10,
        { system: 'urn:lab', code: 'CA199', display: 'CA 19-9' },
        { value: 12, unit: 'U/mL', ...normal },
      ),
      ...MARKER,
    },
  ],
  [
    'marker by words below detection',
    'PSA',
    {
      ...observation(10, { system: 'urn:lab', code: 'PSAU', display: 'PSA ultrasensitive' }, { text: '<0.01' }),
      ...MARKER,
    },
  ],
  [
    'marker undetectable in words',
    'PSA',
    {
      ...observation(10, { system: 'urn:lab', code: 'PSAU', display: 'PSA ultrasensitive' }, { text: 'Undetectable' }),
      ...MARKER,
    },
  ],
  [
    'date only today',
    'ferritin',
    observation(0, { system: LOINC, code: '2276-4' }, { value: 90, dayOnly: true, ...normal }),
  ],
  [
    'SNOMED-coded lab with words',
    'HbA1c',
    observation(
      20,
      { system: 'http://snomed.info/sct', code: '43396009', display: 'Hemoglobin A1c measurement (procedure)' },
      { value: 5.4, ...normal },
    ),
  ],
  [
    'lab as Procedure',
    'HbA1c',
    procedure(
      20,
      { system: 'http://snomed.info/sct', code: '43396009', display: 'Hemoglobin A1c measurement (procedure)' },
      {},
    ),
  ],
);
