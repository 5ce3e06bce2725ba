import type { Rule } from '../rule.ts';
import { by, every } from './parts.ts';
import { ASCO_HEART, LATE_EFFECTS, MEMORY, NCCN_HODGKIN, PELVIC } from './sources.ts';

const LOW_DOSE_RISK = {
  all: [
    { any: [{ drugGroup: 'anthracycline' }, { drugGroup: 'anti-her2' }] },
    { any: [{ cardiovascularRisks: { least: 2 } }, { ageAtTreatment: { least: 60 } }] },
  ],
} as const;

/** Asked about and examined at visits; no interval is published, so these lines carry no date. */
const history = (rule: Pick<Rule, 'key' | 'what' | 'when' | 'why'> & Partial<Rule>): Rule => ({
  kind: 'late-effect',
  owner: 'primary-care',
  schedule: null,
  doneBy: [],
  ...LATE_EFFECTS,
  ...rule,
});

export const LATE_EFFECT_RULES: readonly Rule[] = [
  {
    key: 'heart-echocardiogram',
    kind: 'late-effect',
    what: 'Echocardiogram, 6 to 12 months after the end of treatment',
    owner: 'oncology',
    when: {
      any: [
        { drug: 'doxorubicin', least: 250 },
        { drug: 'epirubicin', least: 600 },
        { radiation: ['heart'], leastGy: 30 },
        { all: [{ drugGroup: 'anthracycline' }, { radiation: ['heart'] }] },
        LOW_DOSE_RISK,
      ],
    },
    schedule: { anchor: 'end-of-treatment', first: { least: 6, most: 12 }, repeat: [] },
    doneBy: [...by('echocardiogram'), ...by('lvef'), ...by('muga')],
    why: 'Treatment raised the risk of heart failure, which begins without symptoms. A borderline ejection fraction counts as a risk too: the oncologist judges.',
    ...ASCO_HEART,
  },
  {
    key: 'chest-radiation-breast-screening',
    kind: 'late-effect',
    what: 'Breast imaging after radiation to the chest or axilla',
    owner: 'primary-care',
    cancers: ['lymphoma', 'lung', 'melanoma', 'gynaecological', 'colorectal', 'myeloma', 'other'],
    when: { all: [{ sex: 'female' }, { radiation: ['chest', 'axilla'] }] },
    schedule: {
      anchor: 'radiation',
      first: { least: 96, most: 120 },
      orAge: 40,
      repeat: [every(0, null, 12)],
    },
    doneBy: [...by('mammogram'), ...by('mri-breast')],
    why: 'Radiation to the chest raises the risk of breast cancer from about eight years later.',
    ...NCCN_HODGKIN,
  },
  {
    key: 'neck-radiation-tsh',
    kind: 'late-effect',
    what: 'TSH after radiation to the neck',
    owner: 'primary-care',
    when: { radiation: ['neck'] },
    schedule: { anchor: 'radiation', first: { least: 12, most: 12 }, repeat: [every(0, null, 12)] },
    doneBy: by('tsh'),
    why: 'The thyroid may fail years after radiation to the neck.',
    ...NCCN_HODGKIN,
  },
  {
    key: 'immunotherapy-thyroid',
    kind: 'late-effect',
    what: 'TSH after immunotherapy, and at any new fatigue, diarrhoea, breathlessness or low sodium',
    owner: 'primary-care',
    when: { drugGroup: 'checkpoint-inhibitor' },
    schedule: { anchor: 'end-of-treatment', first: { least: 3, most: 6 }, repeat: [every(0, 24, 3, 6)] },
    doneBy: by('tsh'),
    why: 'Immune effects on thyroid, gut, lung and adrenal glands may begin after the last dose.',
    ...MEMORY,
  },
  history({
    key: 'cisplatin-hearing-nerves',
    what: 'Ask about hearing, tinnitus and numbness; audiogram if there is any',
    when: { drugGroup: 'cisplatin' },
    why: 'Cisplatin harms hearing and peripheral nerves.',
  }),
  history({
    key: 'oxaliplatin-taxane-nerves',
    what: 'Ask about numbness, pain and falls; foot checks',
    when: { any: [{ drugGroup: 'oxaliplatin' }, { drugGroup: 'taxane' }] },
    why: 'Oxaliplatin and taxanes harm peripheral nerves; with diabetes the two add up.',
    ...MEMORY,
  }),
  history({
    key: 'bleomycin-lung',
    what: 'Ask about breathlessness and cough; lung function if there is any; tell anaesthetists',
    when: { drugGroup: 'bleomycin' },
    why: 'Bleomycin may scar the lungs.',
  }),
  history({
    key: 'alkylator-marrow-gonads',
    what: 'Ask about periods, fertility and menopause; blood count at bruising, infection or fatigue',
    when: { drugGroup: 'alkylator' },
    why: 'Alkylating agents harm ovaries and testes, and rarely cause leukaemia or myelodysplasia years later.',
  }),
  history({
    key: 'steroid-bone-eyes',
    what: 'Ask about fractures and eyesight after courses of steroids',
    when: { drugGroup: 'steroid' },
    why: 'Steroids thin the bones and cloud the lens.',
  }),
  history({
    key: 'ifosfamide-kidney',
    what: 'Kidney function and urine after ifosfamide',
    when: { drugGroup: 'ifosfamide' },
    doneBy: [...by('creatinine'), ...by('egfr')],
    why: 'Ifosfamide may harm the kidneys for good.',
  }),
  history({
    key: 'vinca-nerves',
    what: 'Ask about numbness and constipation after vincristine or a relative of it',
    when: { drugGroup: 'vinca' },
    why: 'Vinca alkaloids harm peripheral nerves.',
  }),
  history({
    key: 'pelvic-radiation',
    what: 'Ask about bowel, bladder and sexual function',
    when: { radiation: ['pelvis'] },
    why: 'Pelvic radiation has effects on bowel and bladder that begin years later and can be treated.',
    ...PELVIC,
  }),
  history({
    key: 'transplant-late-effects',
    what: 'Late effects of the transplant: no published schedule in this release, the centre sets it',
    owner: 'oncology',
    when: { transplant: true },
    why: 'Immunity, revaccination and organ function after a transplant follow the transplant centre.',
    ...MEMORY,
  }),
];
