import type { Rule } from '../rule.ts';
import { by, every } from './parts.ts';
import { MEMORY } from './sources.ts';

const screening = (rule: Omit<Rule, 'kind' | 'owner' | 'source' | 'year' | 'confidence'> & Partial<Rule>): Rule => ({
  kind: 'screening',
  owner: 'primary-care',
  ...MEMORY,
  ...rule,
});
const NOT_BREAST = [
  'colorectal',
  'prostate',
  'lung',
  'lymphoma',
  'melanoma',
  'gynaecological',
  'myeloma',
  'in-situ',
  'other',
] as const;

/** Screening for other cancers, by age, sex and risk: what anybody of that age is offered. From memory, for the centre to verify. */
export const SCREENING: readonly Rule[] = [
  screening({
    key: 'screen-breast',
    what: 'Breast cancer screening (mammogram)',
    cancers: [...NOT_BREAST],
    when: {
      all: [
        { sex: 'female' },
        { age: { most: 74 } },
        { not: { removed: 'breast' } },
        { not: { radiation: ['chest', 'axilla'] } },
      ],
    },
    schedule: {
      anchor: 'age',
      age: 40,
      earlierCounts: true,
      first: { least: 0, most: 12 },
      repeat: [every(0, null, 24)],
    },
    doneBy: by('mammogram'),
    why: 'A survivor of another cancer is offered what every woman of her age is.',
  }),
  screening({
    key: 'screen-cervix',
    what: 'Cervical cancer screening (cytology, or HPV test)',
    cancers: ['breast', 'colorectal', 'lung', 'lymphoma', 'melanoma', 'myeloma', 'in-situ', 'other'],
    when: { all: [{ sex: 'female' }, { age: { most: 65 } }, { not: { removed: 'cervix' } }] },
    schedule: {
      anchor: 'age',
      age: 21,
      earlierCounts: true,
      first: { least: 0, most: 12 },
      repeat: [every(0, null, 36)],
    },
    doneBy: [...by('cervical-cytology'), { keys: ['hpv-test'], months: 60 }],
    why: 'A survivor of another cancer is offered what every woman of her age is; weaker immunity may shorten the interval.',
  }),
  screening({
    key: 'screen-colorectal',
    what: 'Colorectal cancer screening (colonoscopy, or stool test every year)',
    cancers: ['breast', 'prostate', 'lung', 'lymphoma', 'melanoma', 'gynaecological', 'myeloma', 'in-situ', 'other'],
    when: { all: [{ age: { most: 75 } }, { not: { removed: 'colon' } }] },
    schedule: {
      anchor: 'age',
      age: 45,
      earlierCounts: true,
      first: { least: 0, most: 12 },
      repeat: [every(0, null, 120)],
    },
    doneBy: [...by('colonoscopy'), { keys: ['fit'], months: 12 }],
    why: 'A survivor of another cancer is offered what everybody of that age is.',
  }),
  screening({
    key: 'screen-lung',
    what: 'Lung cancer screening (low-dose CT), if 20 pack-years or more and smoking within 15 years',
    cancers: [
      'breast',
      'colorectal',
      'prostate',
      'lymphoma',
      'melanoma',
      'gynaecological',
      'myeloma',
      'in-situ',
      'other',
    ],
    when: { all: [{ age: { least: 50, most: 80 } }, { smoked: true }] },
    schedule: null,
    doneBy: by('ct-chest'),
    why: 'Pack-years decide, and those the record does not count.',
  }),
  screening({
    key: 'screen-prostate',
    what: 'Prostate cancer screening (PSA): a decision to talk about',
    cancers: ['colorectal', 'lung', 'lymphoma', 'melanoma', 'myeloma', 'other', 'breast'],
    when: { all: [{ sex: 'male' }, { age: { least: 55, most: 69 } }, { not: { removed: 'prostate' } }] },
    schedule: null,
    doneBy: by('psa'),
    why: 'Benefit and harm are close: the man decides with his physician.',
  }),
];

const vaccine = (rule: Omit<Rule, 'kind' | 'owner' | 'source' | 'year' | 'confidence'> & Partial<Rule>): Rule => ({
  kind: 'immunisation',
  owner: 'primary-care',
  ...MEMORY,
  ...rule,
});

export const IMMUNISATIONS: readonly Rule[] = [
  vaccine({
    key: 'vaccine-influenza',
    what: 'Influenza vaccine, inactivated, each season, best by the end of October',
    // The northern season; a centre elsewhere writes its own.
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 0, most: 12 },
      season: { opens: '09-01', closes: '03-31' },
      repeat: [],
    },
    doneBy: by('vaccine:influenza'),
    why: 'Infections are more dangerous after cancer treatment.',
  }),
  vaccine({
    key: 'vaccine-pneumococcal',
    what: 'Pneumococcal conjugate vaccine',
    schedule: { anchor: 'end-of-treatment', earlierCounts: true, first: { least: 3, most: 12 }, repeat: [] },
    doneBy: by('vaccine:pneumococcal'),
    why: 'Infections are more dangerous after cancer treatment.',
  }),
  vaccine({
    key: 'vaccine-zoster',
    what: 'Zoster vaccine, recombinant (not live)',
    when: { any: [{ age: { least: 50 } }, { transplant: true }, { cancer: ['lymphoma', 'myeloma'] }] },
    schedule: { anchor: 'end-of-treatment', earlierCounts: true, first: { least: 3, most: 12 }, repeat: [] },
    doneBy: by('vaccine:zoster'),
    why: 'Shingles is commoner after cancer treatment; the recombinant vaccine is not live.',
  }),
  vaccine({
    key: 'vaccine-tetanus',
    what: 'Tetanus, diphtheria and pertussis booster, every ten years',
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 3, most: 24 },
      repeat: [every(0, null, 120)],
    },
    doneBy: by('vaccine:tetanus'),
    why: 'What every adult is offered.',
  }),
  vaccine({
    key: 'vaccine-covid-19',
    what: 'COVID-19 vaccine, as public health advises this season',
    schedule: null,
    doneBy: by('vaccine:covid-19'),
    why: 'The advice changes by season, so no interval is shipped.',
  }),
  vaccine({
    key: 'vaccine-live',
    what: 'No live vaccine (MMR, varicella, yellow fever, nasal influenza) without the oncologist’s word',
    owner: 'oncology',
    schedule: null,
    doneBy: [],
    why: 'A live vaccine may cause the illness while immunity is weak; the oncologist says when it is safe.',
  }),
];

const ON_BONE_LOSS = {
  any: [{ onDrugGroup: 'aromatase-inhibitor' }, { onDrugGroup: 'androgen-deprivation' }],
} as const;

export const BONE_AND_HEART: readonly Rule[] = [
  {
    key: 'bone-density',
    kind: 'bone-health',
    what: 'Bone density (DXA) on an aromatase inhibitor or androgen deprivation',
    owner: 'primary-care',
    when: ON_BONE_LOSS,
    schedule: { anchor: 'drug-start', earlierCounts: true, first: { least: 0, most: 3 }, repeat: [every(0, null, 24)] },
    doneBy: by('bone-density'),
    why: 'These medicines thin the bones: at the beginning, then every two years.',
    ...MEMORY,
  },
  {
    key: 'bone-vitamin-d',
    kind: 'bone-health',
    what: 'Weight-bearing exercise, calcium and vitamin D',
    owner: 'patient',
    when: ON_BONE_LOSS,
    schedule: null,
    doneBy: [],
    why: 'Protects the bones while the medicine is taken.',
    ...MEMORY,
  },
  {
    key: 'heart-blood-pressure',
    kind: 'heart-health',
    what: 'Blood pressure every year',
    owner: 'primary-care',
    when: {
      all: [
        { not: { comorbidity: 'hypertension' } },
        {
          any: [
            { drugGroup: 'anthracycline' },
            { drugGroup: 'anti-her2' },
            { radiation: ['heart'] },
            { onDrugGroup: 'androgen-deprivation' },
          ],
        },
      ],
    },
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 6, most: 12 },
      repeat: [every(0, null, 12)],
    },
    doneBy: [...by('blood-pressure'), ...by('systolic-blood-pressure')],
    why: 'Treatment raised the risk of heart disease; blood pressure is the risk that is easiest to lower.',
    ...MEMORY,
  },
  {
    key: 'heart-lipids',
    kind: 'heart-health',
    what: 'Lipids',
    owner: 'primary-care',
    when: {
      any: [
        { radiation: ['heart'] },
        { drugGroup: 'anthracycline' },
        { onDrugGroup: 'androgen-deprivation' },
        { onDrugGroup: 'aromatase-inhibitor' },
        { comorbidity: 'hyperlipidaemia' },
      ],
    },
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 6, most: 12 },
      repeat: [every(0, null, 12)],
    },
    doneBy: [...by('ldl'), ...by('cholesterol')],
    why: 'Treatment raised the risk of heart disease.',
    ...MEMORY,
  },
];
