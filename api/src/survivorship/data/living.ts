import type { Rule } from '../rule.ts';
import { by, CURATIVE, every } from './parts.ts';
import {
  ASCO_BREAST_COPY,
  ASCO_COLORECTAL_COPY,
  ASCO_LUNG,
  ASCO_PLAN,
  LYMPHOMA_BLOODS,
  LYMPHOMA_COPY,
  MEMORY,
} from './sources.ts';

export const COMORBIDITY_RULES: readonly Rule[] = [
  {
    key: 'diabetes-hba1c',
    kind: 'comorbidity',
    what: 'HbA1c',
    owner: 'primary-care',
    when: { comorbidity: 'diabetes' },
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 0, most: 6 },
      repeat: [every(0, null, 3, 6)],
    },
    doneBy: by('hba1c'),
    target: 'the patient’s own; below 7 % for many adults',
    why: 'Steroids and treatment disturb blood sugar, and cancer care pushes it aside.',
    ...MEMORY,
  },
  {
    key: 'diabetes-urine',
    kind: 'comorbidity',
    what: 'Urine albumin/creatinine ratio every year',
    owner: 'primary-care',
    when: { comorbidity: 'diabetes' },
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 0, most: 12 },
      repeat: [every(0, null, 12)],
    },
    doneBy: by('urine-acr'),
    target: 'below 30 mg/g',
    why: 'Finds kidney damage early; some cancer medicines add to it.',
    ...MEMORY,
  },
  {
    key: 'hypertension-pressure',
    kind: 'comorbidity',
    what: 'Blood pressure',
    owner: 'primary-care',
    when: { comorbidity: 'hypertension' },
    schedule: {
      anchor: 'end-of-treatment',
      earlierCounts: true,
      first: { least: 0, most: 6 },
      repeat: [every(0, null, 3, 6)],
    },
    doneBy: [...by('systolic-blood-pressure'), ...by('blood-pressure')],
    target: 'the patient’s own; below 130/80 mmHg for many adults',
    why: 'High blood pressure adds to what treatment does to the heart.',
    ...MEMORY,
  },
];

const talk = (rule: Pick<Rule, 'key' | 'kind' | 'what' | 'why'> & Partial<Rule>): Rule => ({
  owner: 'primary-care',
  schedule: null,
  doneBy: [],
  ...ASCO_PLAN,
  ...rule,
});

export const LIVING: readonly Rule[] = [
  talk({
    key: 'signs-of-return',
    kind: 'surveillance',
    what: 'Call about a new lump, bleeding, pain that stays, breathlessness or weight loss without a reason',
    owner: 'patient',
    why: 'A return of the cancer is often noticed by the patient first.',
  }),
  talk({
    key: 'endocrine-therapy',
    kind: 'ongoing-therapy',
    what: 'Go on with endocrine therapy until the planned end; ask about side effects and missed doses',
    owner: 'oncology',
    when: {
      any: [
        { onDrugGroup: 'aromatase-inhibitor' },
        { onDrugGroup: 'tamoxifen' },
        { onDrugGroup: 'androgen-deprivation' },
      ],
    },
    why: 'It only protects while it is taken; side effects are why people stop.',
  }),
  talk({
    key: 'distress',
    kind: 'psychosocial',
    what: 'Ask about mood, worry, fear of return, sleep and fatigue',
    doneBy: [...by('phq-9'), ...by('gad-7')],
    why: 'Distress is common after treatment and can be treated.',
  }),
  talk({
    key: 'intimacy-fertility',
    kind: 'psychosocial',
    what: 'Ask about sexual health and, where it matters, fertility and contraception',
    why: 'Patients wait to be asked.',
  }),
  talk({
    key: 'work-money',
    kind: 'work-finance',
    what: 'Ask about return to work, insurance and the cost of care',
    owner: 'other',
    ownerRole: 'social worker or navigator',
    why: 'Cost keeps patients from tests and medicines.',
  }),
  talk({
    key: 'tobacco',
    kind: 'health-promotion',
    what: 'Help to stop tobacco',
    when: { smoked: true },
    why: 'Smoking raises the risk of a return and of a second cancer.',
  }),
  talk({
    key: 'movement-weight',
    kind: 'health-promotion',
    what: 'Move every day, keep a healthy weight, drink little or no alcohol, protect the skin from sun',
    owner: 'patient',
    why: 'Helps against fatigue, protects heart and bones.',
  }),
];

const against = (
  rule: Pick<Rule, 'key' | 'what' | 'cancers' | 'why' | 'source' | 'year' | 'confidence'> & Partial<Rule>,
): Rule => ({ kind: 'advised-against', owner: 'primary-care', schedule: null, doneBy: [], when: CURATIVE, ...rule });

export const ADVISED_AGAINST: readonly Rule[] = [
  against({
    key: 'breast-no-markers',
    what: 'No routine blood tests, tumour markers or imaging other than mammograms without symptoms',
    cancers: ['breast'],
    why: 'They do not lengthen life and lead to needless procedures. New symptoms are another matter.',
    ...ASCO_BREAST_COPY,
  }),
  against({
    key: 'colorectal-no-pet',
    what: 'No routine PET',
    cancers: ['colorectal'],
    why: 'The guideline advises against PET for surveillance.',
    ...ASCO_COLORECTAL_COPY,
  }),
  against({
    key: 'lung-no-pet',
    what: 'No routine PET',
    cancers: ['lung'],
    why: 'The guideline advises against PET for surveillance.',
    ...ASCO_LUNG,
  }),
  against({
    key: 'lymphoma-no-late-scans',
    what: 'No routine scans from two years after treatment; scan only when something points to a relapse',
    cancers: ['lymphoma'],
    why: 'Scans without a reason find little and irradiate.',
    ...LYMPHOMA_COPY,
  }),
  against({
    key: 'lymphoma-bloods-little-worth',
    what: 'Do not rely on routine blood tests to find a relapse',
    cancers: ['lymphoma'],
    why: 'Of abnormal routine bloods only 9 % meant a relapse.',
    ...LYMPHOMA_BLOODS,
  }),
];
