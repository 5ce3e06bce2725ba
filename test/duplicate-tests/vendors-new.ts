import { cases, observation, panel, procedure, report, stay, study, type Resource } from './vendor-shapes.ts';

const LOINC = 'http://loinc.org';
const normal = { interpretation: 'N' };

/** A warning would be wrong. */
export const NEW_CASES = cases(
  'new',
  [
    'a contained member is abnormal',
    'liver function',
    ...panel(
      12,
      { system: LOINC, code: '24325-3' },
      { '1742-6': 220, '1920-8': 22, '6768-6': 70, '1975-2': 0.8, '1751-7': 4.1 },
      'contained',
      ['1742-6'],
    ),
  ],
  [
    'a member contained in an observation is abnormal',
    'liver function',
    ...panel(
      12,
      { system: LOINC, code: '24325-3' },
      { '1742-6': 220, '1920-8': 22, '6768-6': 70, '1975-2': 0.8, '1751-7': 4.1 },
      'containedMember',
      ['1742-6'],
    ),
  ],
  ['cancelled', 'creatinine', observation(5, { system: LOINC, code: '2160-0' }, { status: 'cancelled' })],
  [
    'entered in error',
    'creatinine',
    observation(5, { system: LOINC, code: '2160-0' }, { value: 0.9, status: 'entered-in-error', ...normal }),
  ],
  [
    'high by its flag',
    'ferritin',
    observation(20, { system: LOINC, code: '2276-4' }, { value: 900, unit: 'ng/mL', interpretation: 'H' }),
  ],
  [
    'high by its range alone',
    'ferritin',
    observation(20, { system: LOINC, code: '2276-4' }, { value: 900, unit: 'ng/mL', low: 15, high: 150 }),
  ],
  [
    'critical',
    'potassium',
    observation(2, { system: LOINC, code: '2823-3' }, { value: 6.9, unit: 'mmol/L', interpretation: 'HH' }),
  ],
  [
    'positive in words',
    'FIT',
    observation(20, { text: 'Stool occult blood, FIT' }, { text: 'Positive', interpretation: 'POS' }),
  ],
  [
    'a sample that was hemolysed',
    'potassium',
    observation(2, { system: LOINC, code: '2823-3' }, { text: 'Specimen hemolyzed' }),
  ],
  [
    'no value and why',
    'magnesium',
    observation(2, { system: LOINC, code: '19123-9' }, { absent: 'Quantity not sufficient' }),
  ],
  [
    'another specimen',
    'creatinine',
    observation(2, { text: 'Creatinine, urine' }, { value: 90, unit: 'mg/dL', ...normal }),
  ],
  [
    'a panel of which only half came',
    'CMP',
    ...panel(5, { system: LOINC, code: '24323-8' }, { '2345-7': 90, '3094-0': 12, '2160-0': 0.8 }, 'result'),
  ],
  ...(['result', 'contained', 'hasMember', 'containedMember', 'component'] as const).flatMap(
    (how): [string, string, ...Resource[]][] =>
      ['CMP', 'potassium'].map((asked) => [
        `half of a metabolic panel came, by ${how}: ${asked}`,
        asked,
        ...panel(5, { system: LOINC, code: '24323-8' }, { '2345-7': 90, '3094-0': 12, '2160-0': 0.8 }, how),
      ]),
  ),
  [
    'one member abnormal',
    'lipid panel',
    ...panel(
      100,
      { system: LOINC, code: '57698-3' },
      { '2093-3': 290, '13457-7': 80, '2085-9': 60, '2571-8': 90 },
      'result',
      ['2093-3'],
    ),
  ],
  [
    'a renal panel is more than electrolytes',
    'renal function panel',
    ...panel(5, { text: 'Electrolytes' }, { '2951-2': 140, '2823-3': 4, '2075-0': 101, '2028-9': 25 }, 'result'),
  ],
  ['the other side', 'X-ray left knee', procedure(10, { text: 'Plain X-ray' }, { site: 'Right knee' })],
  ['one breast does not answer for the other', 'mammogram left', report(50, { text: 'MAMMO DIAGNOSTIC RIGHT' }, {})],
  ['another region', 'CT abdomen', study(10, 'CT', 'Chest')],
  ['a radiograph, not creatinine', 'creatinine', study(3, 'CR')],
  ['a mammogram, not magnesium', 'magnesium', study(3, 'MG')],
  ['a PET, not prothrombin time', 'PT', study(3, 'PT')],
  ['another modality', 'MRI brain', study(10, 'CT', 'Head')],
  ['without contrast, and contrast is wanted', 'CT head with contrast', report(5, { text: 'CT HEAD WO CONTRAST' }, {})],
  ['a guided biopsy is no study', 'CT chest', procedure(5, { text: 'CT guided biopsy of lung' }, {})],
  [
    'a study that gave no answer',
    'CT chest',
    report(5, { text: 'CT CHEST' }, { conclusion: 'Nondiagnostic due to motion; repeat recommended.' }),
  ],
  ['another tracer', 'FDG PET', report(30, { text: 'PET/CT PSMA SKULL BASE TO THIGH' }, {})],
  [
    'free is not total',
    'testosterone',
    observation(3, { text: 'Testosterone, free' }, { value: 9, unit: 'pg/mL', ...normal }),
  ],
  [
    'ionized is not total',
    'calcium',
    observation(
      5,
      { system: LOINC, code: '1995-0', display: 'Calcium ionized' },
      { value: 1.2, unit: 'mmol/L', ...normal },
    ),
  ],
  [
    'viral load is not the antibody',
    'hep c antibody',
    observation(4, { text: 'Hepatitis C RNA, quantitative' }, { text: 'Not detected' }),
  ],
  [
    'of a stay in hospital',
    'ALT',
    stay(7, 3),
    observation(5, { system: LOINC, code: '1742-6' }, { value: 20, unit: 'U/L', ...normal }),
  ],
  [
    'after its interval, day without a time',
    'CA 125',
    observation(40, { system: LOINC, code: '10334-1' }, { value: 12, unit: 'U/mL', dayOnly: true, ...normal }),
  ],
  ['a procedure not done', 'colonoscopy', procedure(60, { text: 'Colonoscopy' }, { status: 'not-done' })],
);
