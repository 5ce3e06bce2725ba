import { cases, imaging, observation, panel, procedure, report, study } from './vendor-shapes.ts';

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
const LOCAL = 'urn:lab:mesa';
const normal = { interpretation: 'N' };

/** A physician would be glad to be told. */
export const REPEAT_CASES = cases(
  'repeat',
  [
    'local code and words only',
    'creatinine',
    observation(
      5,
      { system: LOCAL, code: 'CRE1', display: 'CREATININE, SERUM' },
      { value: 0.9, unit: 'mg/dL', ...normal },
    ),
  ],
  [
    'words without any coding',
    'TSH',
    observation(90, { text: 'Thyroid stimulating hormone' }, { value: 2.1, unit: 'mIU/L', ...normal }),
  ],
  [
    'the code of one system and the words of another',
    'potassium',
    observation(10, { system: LOINC, code: '6298-4', display: 'Potassium' }, { value: 4.1, unit: 'mmol/L', ...normal }),
  ],
  [
    'a LOINC code under a wrong system',
    'hemoglobin a1c',
    observation(
      30,
      { system: SNOMED, code: '4548-4', display: 'Hemoglobin A1c' },
      { value: 5.4, unit: '%', ...normal },
    ),
  ],
  [
    'a value in words: below a limit',
    'CEA',
    observation(20, { system: LOINC, code: '2039-6' }, { text: '< 0.5 ng/mL', ...normal }),
  ],
  ['a value in words: negative', 'FIT', observation(3, { text: 'Stool occult blood, FIT' }, { text: 'Negative' })],
  [
    'a value as a code',
    'hep c antibody',
    observation(4, { system: LOINC, code: '16128-1' }, { coded: 'Negative', ...normal }),
  ],
  [
    'millimoles of one hospital, milligrams of another',
    'cholesterol',
    observation(200, { system: LOINC, code: '2093-3' }, { value: 4.2, unit: 'mmol/L', ...normal }),
    observation(600, { system: LOINC, code: '2093-3' }, { value: 180, unit: 'mg/dL', ...normal }),
  ],
  [
    'an A1c by IFCC',
    'A1c',
    observation(40, { system: LOINC, code: '59261-8' }, { value: 38, unit: 'mmol/mol', ...normal }),
  ],
  [
    'an A1c by its HPLC code',
    'hgb a1c',
    observation(40, { system: LOINC, code: '17856-6' }, { value: 5.5, unit: '%', ...normal }),
  ],
  [
    'without a judgement, but with a range',
    'ferritin',
    observation(60, { system: LOINC, code: '2276-4' }, { value: 80, unit: 'ng/mL', low: 15, high: 150 }),
  ],
  [
    'without a judgement or a range',
    'ferritin',
    observation(60, { system: LOINC, code: '2276-4' }, { value: 80, unit: 'ng/mL' }),
  ],
  [
    'a panel as a report with its members beside it',
    'lipid panel',
    ...panel(
      100,
      { system: LOINC, code: '57698-3' },
      { '2093-3': 150, '13457-7': 80, '2085-9': 60, '2571-8': 90 },
      'result',
    ),
  ],
  [
    'a panel as an observation with members',
    'lipid panel',
    ...panel(
      100,
      { system: LOINC, code: '24331-1' },
      { '2093-3': 150, '13457-7': 80, '2085-9': 60, '2571-8': 90 },
      'hasMember',
    ),
  ],
  [
    'a panel whose members are contained',
    'liver function',
    ...panel(
      12,
      { system: LOINC, code: '24325-3' },
      { '1742-6': 20, '1920-8': 22, '6768-6': 70, '1975-2': 0.8, '1751-7': 4.1 },
      'contained',
    ),
  ],
  [
    'a panel whose members are contained in an observation',
    'liver function',
    ...panel(
      12,
      { system: LOINC, code: '24325-3' },
      { '1742-6': 20, '1920-8': 22, '6768-6': 70, '1975-2': 0.8, '1751-7': 4.1 },
      'containedMember',
    ),
  ],
  [
    'a panel as one observation with components',
    'CBC',
    ...panel(
      5,
      { system: LOINC, code: '58410-2' },
      { '6690-2': 6, '789-8': 4.6, '718-7': 13.9, '4544-3': 41, '777-3': 250 },
      'component',
    ),
  ],
  [
    'a panel as a report without values',
    'CMP',
    report(6, { system: LOINC, code: '24323-8', display: 'Comprehensive metabolic 2000 panel' }, {}),
  ],
  [
    'a part of a reported panel',
    'ALT',
    ...panel(12, { system: LOINC, code: '24325-3' }, { '1742-6': 20, '1920-8': 22 }, 'result'),
  ],
  [
    'the half of a panel that is still to come',
    'potassium',
    ...panel(1, { system: LOINC, code: '24323-8' }, { '2345-7': 90, '3094-0': 12 }, 'result', [], 'partial'),
  ],
  ['a preliminary result', 'urine culture', report(1, { text: 'Urine culture' }, { status: 'preliminary' })],
  ['a registered study', 'MRI brain', report(2, { text: 'MRI BRAIN W WO CONTRAST' }, { status: 'registered' })],
  [
    'an amended result',
    'CA 125',
    observation(10, { system: LOINC, code: '10334-1' }, { value: 12, unit: 'U/mL', status: 'amended', ...normal }),
  ],
  [
    'a corrected result',
    'CA 19-9',
    observation(10, { system: LOINC, code: '24108-3' }, { value: 12, unit: 'U/mL', status: 'corrected', ...normal }),
  ],
  ['imaging as a study with modality and site', 'CT chest', study(30, 'CT', 'Chest')],
  ['a radiograph as a study with DICOM’s code', 'chest x-ray', study(30, 'CR', 'Chest')],
  ['a mammogram as a study without words', 'mammogram', study(30, 'MG')],
  ['a PET as a study without words', 'PET scan', study(30, 'PT')],
  ['moles, by code alone', 'creatinine', observation(10, { system: LOINC, code: '14682-9' }, { value: 80, ...normal })],
  ['a local code alone', 'creatinine', observation(10, { system: 'urn:lab', code: 'CREA' }, { value: 0.9, ...normal })],
  [
    'a name with a litre at its end',
    'TSH Rfx on Abnormal to Free T4',
    observation(30, { display: 'Thyrotropin by Detection limit <= 0.05 mIU/L', code: '1', system: 'urn:lab' }, normal),
  ],
  ['one study of two regions', 'CT neck', imaging(10, 'CT HEAD AND NECK W CONTRAST')],
  ['the abdomen shows the liver', 'US liver', imaging(10, 'US ABDOMEN COMPLETE')],
  ['imaging as a study with a description', 'CT abdomen pelvis', study(30, 'CT', undefined, 'CT ABD/PEL W CONTRAST')],
  ['imaging as a report under a LOINC code alone', 'CT chest', report(30, { system: LOINC, code: '24627-2' }, {})],
  ['imaging as a report in words', 'PET scan', report(40, { text: 'PET/CT SKULL BASE TO MID THIGH' }, {})],
  [
    'imaging as a procedure with site and side',
    'X-ray left knee',
    procedure(10, { text: 'Plain X-ray' }, { site: 'Left knee' }),
  ],
  [
    'imaging as a procedure by SNOMED',
    'mammogram',
    procedure(100, { system: SNOMED, code: '71651007', display: 'Mammography (procedure)' }, {}),
  ],
  ['both breasts answer for one', 'mammogram left', report(100, { text: 'MAMMO SCREENING BILATERAL' }, {})],
  ['a study of three regions answers for one', 'CT chest', report(20, { text: 'CT C/A/P WITH IV CONTRAST' }, {})],
  ['bone density in a vendor’s words', 'DEXA', imaging(300, 'DXA BONE DENSITY AXIAL SKELETON')],
  ['an echocardiogram in a vendor’s words', 'TTE', imaging(20, 'ECHO COMPLETE W DOPPLER')],
  ['a colonoscopy with polyps not told', 'colonoscopy', procedure(200, { text: 'Colonoscopy, diagnostic' }, {})],
  [
    'effective as a period',
    'PSA',
    observation(30, { system: LOINC, code: '2857-1' }, { value: 0.1, unit: 'ng/mL', period: true, ...normal }),
  ],
  [
    'a day without a time',
    'PSA',
    observation(30, { system: LOINC, code: '2857-1' }, { value: 0.1, unit: 'ng/mL', dayOnly: true, ...normal }),
  ],
);
