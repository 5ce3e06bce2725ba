import type { Cancer, Rule } from '../rule.ts';
import { by, CURATIVE, every, VISIT } from './parts.ts';
import {
  ACS_PROSTATE,
  ASCO_BREAST,
  ASCO_BREAST_COPY,
  ASCO_COLORECTAL,
  ASCO_COLORECTAL_COPY,
  ASCO_LUNG,
  LYMPHOMA_COPY,
  MEMORY,
  NO_SCHEDULE,
} from './sources.ts';

const breast: Rule[] = [
  {
    key: 'breast-visit',
    kind: 'surveillance',
    what: 'History and examination after breast cancer',
    owner: 'oncology',
    cancers: ['breast'],
    when: CURATIVE,
    schedule: {
      anchor: 'end-of-treatment',
      first: { least: 3, most: 6 },
      repeat: [every(0, 36, 3, 6), every(36, 60, 6, 12), every(60, null, 12)],
    },
    doneBy: VISIT,
    why: 'Looks for a return of the cancer and for effects of its treatment.',
    ...ASCO_BREAST,
  },
  {
    key: 'breast-mammogram',
    kind: 'surveillance',
    what: 'Mammogram',
    owner: 'oncology',
    cancers: ['breast'],
    when: { all: [CURATIVE, { not: { removed: 'breast' } }] },
    schedule: { anchor: 'local-treatment', first: { least: 6, most: 12 }, repeat: [every(0, null, 12)] },
    doneBy: by('mammogram'),
    why: 'Finds a new or returning cancer in the breast tissue that is left; the first at least six months after radiation.',
    ...ASCO_BREAST_COPY,
  },
  {
    key: 'breast-chest-wall',
    kind: 'surveillance',
    what: 'Examination of the chest wall; no mammogram after removal of both breasts',
    owner: 'oncology',
    cancers: ['breast'],
    when: { all: [CURATIVE, { removed: 'breast' }] },
    schedule: { anchor: 'end-of-treatment', first: { least: 6, most: 12 }, repeat: [every(0, null, 12)] },
    doneBy: VISIT,
    why: 'No breast tissue is left to image; a return shows on the chest wall or in the axilla.',
    ...MEMORY,
  },
];

const colorectal: Rule[] = [
  {
    key: 'colorectal-visit',
    kind: 'surveillance',
    what: 'History and examination after colorectal cancer',
    owner: 'oncology',
    cancers: ['colorectal'],
    when: CURATIVE,
    schedule: { anchor: 'end-of-treatment', first: { least: 3, most: 6 }, repeat: [every(0, 60, 3, 6)] },
    doneBy: VISIT,
    why: 'Looks for a return of the cancer that may still be removed, and for effects of its treatment.',
    ...ASCO_COLORECTAL,
  },
  {
    key: 'colorectal-cea',
    kind: 'surveillance',
    what: 'CEA',
    owner: 'oncology',
    cancers: ['colorectal'],
    when: CURATIVE,
    schedule: { anchor: 'end-of-treatment', first: { least: 3, most: 6 }, repeat: [every(0, 60, 3, 6)] },
    doneBy: by('cea'),
    why: 'A rise can be the first sign of a recurrence that can still be removed.',
    ...ASCO_COLORECTAL,
  },
  {
    key: 'colorectal-ct',
    kind: 'surveillance',
    what: 'CT of chest and abdomen',
    owner: 'oncology',
    cancers: ['colorectal'],
    when: CURATIVE,
    schedule: { anchor: 'end-of-treatment', first: { least: 12, most: 12 }, repeat: [every(0, 36, 12)] },
    doneBy: by('ct-chest', 'ct-abdomen'),
    why: 'Liver and lung are where it comes back, and a single metastasis may be removed.',
    ...ASCO_COLORECTAL,
  },
  {
    key: 'colorectal-colonoscopy',
    kind: 'surveillance',
    what: 'Colonoscopy',
    owner: 'primary-care',
    cancers: ['colorectal'],
    when: { all: [CURATIVE, { not: { removed: 'colon' } }] },
    schedule: { anchor: 'local-treatment', first: { least: 12, most: 12 }, repeat: [every(0, null, 60)] },
    doneBy: by('colonoscopy'),
    why: 'Finds new polyps and a second cancer. USMSTF 2016 has 1 year, then 3, then 5: the endoscopist says when the next is.',
    ...ASCO_COLORECTAL_COPY,
  },
];

const prostate: Rule[] = [
  {
    key: 'prostate-psa',
    kind: 'surveillance',
    what: 'PSA',
    owner: 'primary-care',
    cancers: ['prostate'],
    when: CURATIVE,
    schedule: {
      anchor: 'end-of-treatment',
      first: { least: 6, most: 12 },
      repeat: [every(0, 60, 6, 12), every(60, null, 12)],
    },
    doneBy: by('psa'),
    why: 'A rising PSA comes long before symptoms; whether it means recurrence depends on the treatment, so ask oncology.',
    ...ACS_PROSTATE,
  },
];

const lung: Rule[] = [
  {
    key: 'lung-ct',
    kind: 'surveillance',
    what: 'CT of the chest',
    owner: 'oncology',
    cancers: ['lung'],
    when: CURATIVE,
    schedule: {
      anchor: 'end-of-treatment',
      first: { least: 6, most: 6 },
      repeat: [every(0, 24, 6), every(24, null, 12)],
    },
    doneBy: by('ct-chest'),
    why: 'Finds a recurrence or a second lung cancer; yearly ones after two years may be low-dose.',
    ...ASCO_LUNG,
  },
];

const LARGE_CELL = { histology: ['diffuse large b-cell', 'large b-cell', 'dlbcl'] } as const;
const lymphoma: Rule[] = [
  {
    key: 'lymphoma-visit',
    kind: 'surveillance',
    what: 'History and examination after lymphoma',
    owner: 'oncology',
    cancers: ['lymphoma'],
    when: CURATIVE,
    schedule: {
      anchor: 'end-of-treatment',
      first: { least: 3, most: 3 },
      repeat: [every(0, 24, 3), every(24, 60, 6)],
    },
    doneBy: VISIT,
    why: 'Looks for a relapse and for effects of treatment. The evidence for these intervals is weak.',
    ...LYMPHOMA_COPY,
  },
  {
    key: 'lymphoma-ct',
    kind: 'surveillance',
    what: 'CT, at most this often, in the first two years after large B-cell lymphoma',
    owner: 'oncology',
    cancers: ['lymphoma'],
    when: { all: [CURATIVE, LARGE_CELL] },
    schedule: { anchor: 'end-of-treatment', first: { least: 6, most: 6 }, repeat: [every(0, 24, 6)] },
    doneBy: [...by('ct-chest', 'ct-abdomen'), ...by('pet-ct')],
    why: 'An upper limit and not a demand; after two years only when something points to a relapse.',
    ...LYMPHOMA_COPY,
  },
];

const unscheduled = (cancers: Cancer[], name: string): Rule => ({
  key: `${name}-follow-up`,
  kind: 'surveillance',
  what: 'Visits and tests: no published schedule in this release, the centre sets it',
  owner: 'oncology',
  cancers,
  schedule: null,
  doneBy: [],
  why: 'Portage ships no schedule for this cancer. Write what applies on this line, or load the rules of the centre.',
  ...NO_SCHEDULE,
});

export const SURVEILLANCE: readonly Rule[] = [
  ...breast,
  ...colorectal,
  ...prostate,
  ...lung,
  ...lymphoma,
  unscheduled(['melanoma'], 'melanoma'),
  unscheduled(['gynaecological'], 'gynaecological'),
  unscheduled(['myeloma'], 'myeloma'),
  unscheduled(['in-situ'], 'in-situ'),
  unscheduled(['other'], 'other-cancer'),
];
