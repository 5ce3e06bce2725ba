import {
  cases,
  imaging,
  LIVER,
  METABOLIC,
  normal,
  normalResults,
  observation,
  order,
  procedure,
  report,
  reported,
  stay,
} from './vendor-shapes.ts';

const LOINC = 'http://loinc.org';

/** The near-misses of the second look: a warning would be wrong. */
export const SECOND_NEW = cases(
  'new',
  [
    'BI-RADS 0',
    'mammogram left',
    reported('MAMMO SCREENING BILAT', 'BI-RADS 0: Incomplete, needs additional imaging evaluation.'),
  ],
  ['BI-RADS 4', 'mammogram', reported('MAMMO SCREENING BILAT', 'Suspicious calcifications. BI-RADS Category 4.')],
  ['Lung-RADS 4A', 'CT chest', reported('LDCT LUNG SCREENING', 'Lung-RADS 4A')],
  ['non-diagnostic', 'CT chest', reported('CT CHEST W CONTRAST', 'Nondiagnostic study due to motion.')],
  [
    'interpretation text high',
    'ferritin',
    {
      ...observation(20, { system: LOINC, code: '2276-4' }, { value: 900, unit: 'ng/mL' }),
      interpretation: [{ text: 'High' }],
    },
  ],
  [
    'interpretation H with star',
    'ferritin',
    {
      ...observation(20, { system: LOINC, code: '2276-4' }, { value: 900, unit: 'ng/mL' }),
      interpretation: [{ coding: [{ code: '>' }] }],
    },
  ],
  [
    'positive by its code alone',
    'hepatitis C antibody',
    observation(3, { system: LOINC, code: '16128-1' }, { text: 'See comment', interpretation: 'POS' }),
  ],
  ['no value: error', 'potassium', observation(2, { system: LOINC, code: '2823-3' }, { absent: 'Error' })],
  ['dstu2 inpatient class', 'LFT', ...normalResults(LIVER, 5), { ...stay(6, 4), class: 'inpatient' }],
  ['cancelled report and parts', 'CMP', report(3, { system: LOINC, code: '24323-8' }, { status: 'cancelled' })],
  ['cbc without diff', 'CBC with diff', ...normalResults(['6690-2', '789-8', '718-7', '4544-3', '777-3'], 5)],
  ['protein missing', 'CMP', ...normalResults([...METABOLIC, ...LIVER])],
  ['one side only', 'MRI both knees', imaging(10, 'MRI left knee')],
  ['draft order', 'CT chest', order({ text: 'CT CHEST' }, 'draft')],
  ['revoked order', 'CT chest', order({ text: 'CT CHEST' }, 'revoked')],
  ['entered-in-error order', 'CT chest', order({ text: 'CT CHEST' }, 'entered-in-error')],
  [
    'urine sodium',
    'sodium',
    observation(
      2,
      { system: LOINC, code: '2955-3', display: 'Sodium [Moles/volume] in Urine' },
      { value: 80, ...normal },
    ),
  ],
  [
    'csf glucose',
    'glucose',
    observation(
      2,
      { system: LOINC, code: '2342-4', display: 'Glucose [Mass/volume] in Cerebral spinal fluid' },
      { value: 60, ...normal },
    ),
  ],
  [
    'free PSA',
    'PSA',
    observation(
      20,
      { system: LOINC, code: '10886-0', display: 'Prostate Specific Ag Free [Mass/volume] in Serum or Plasma' },
      { value: 0.2, ...normal },
    ),
  ],
  ['procedure not-done', 'colonoscopy', procedure(20, { text: 'Colonoscopy' }, { status: 'not-done' })],
  ['stopped procedure', 'colonoscopy', procedure(20, { text: 'Colonoscopy' }, { status: 'stopped' })],
  [
    'neutrophil percent only',
    'ANC',
    observation(
      2,
      { system: LOINC, code: '770-8', display: 'Neutrophils/100 leukocytes in Blood by Automated count' },
      { value: 60, ...normal },
    ),
  ],
  [
    'culture grew',
    'urine culture',
    observation(2, { system: LOINC, code: '630-4' }, { text: '>100,000 CFU/mL Escherichia coli' }),
  ],
);
