// People as a plan's facts tell of them, for tables that a clinician reads.
import type { PlanInput } from '#api/survivorship/build-plan.ts';
import { dayInWords, type Day } from '#api/survivorship/calendar.ts';
import { groupsOf } from '#api/survivorship/data/drugs.ts';
import type {
  CancerFact,
  OngoingFact,
  RadiationFact,
  SystemicFact,
  TreatmentFacts,
} from '#api/survivorship/facts/facts.ts';
import { OWN_RULES } from '#api/survivorship/data/rule-set.ts';
import { fieldsOf } from '#api/survivorship/data/volumes.ts';
import type { PastEvent } from '#api/survivorship/history.ts';
import type { Cancer, Comorbidity, Organ } from '#api/survivorship/rule.ts';

const empty = (id: string, text: string) => ({
  id,
  text,
  value: null,
  unit: null,
  on: null,
  source: null,
  filledInBy: null,
});

export const cancer = (kind: Cancer, more: Partial<CancerFact> = {}): CancerFact => ({
  ...empty(kind, `${kind} cancer`),
  cancer: kind,
  site: kind,
  side: null,
  histology: 'carcinoma',
  stage: 'II',
  stageText: 'II',
  biomarkers: [],
  secondary: false,
  status: 'remission',
  ...more,
});

/** What was given of one substance; without a dose, the record does not tell it. */
export const drug = (substance: string, perArea?: number): SystemicFact => ({
  ...empty(substance, substance),
  name: substance,
  substance,
  groups: groupsOf(substance),
  doses: perArea === undefined ? null : 4,
  cycles: null,
  cumulative: perArea === undefined ? null : { value: perArea, unit: 'mg/m²', doxorubicinEquivalent: null },
  startedOn: null,
  endedOn: null,
  ongoing: false,
});

export const beam = (site: string, doseGy: number | null, endedOn: Day | null): RadiationFact => ({
  ...empty(site, doseGy === null ? site : `${site}, ${doseGy} Gy`),
  site,
  fields: fieldsOf(site),
  doseGy,
  fractions: 25,
  endedOn,
});

export const takes = (substance: string, since: Day): OngoingFact => ({
  ...empty(substance, `${substance} since ${dayInWords(since)}`),
  substance,
  groups: groupsOf(substance),
  startedOn: since,
  plannedEnd: null,
});

/** A woman of 1970 whose treatment to cure ended on 31 January 2024, with nothing else recorded. */
export const somebody = (more: Partial<TreatmentFacts> = {}): TreatmentFacts => ({
  birthDate: '1970-03-10',
  sex: 'female',
  deceased: false,
  deceasedOn: null,
  diagnoses: [],
  surgery: [],
  systemic: [],
  radiation: [],
  transplants: [],
  ongoing: [],
  toxicities: [],
  genetics: [],
  contacts: [],
  comorbidities: [],
  smoked: false,
  intent: 'curative',
  endOfTreatment: '2024-01-31',
  noEndBecause: null,
  localTreatmentEnd: '2024-01-31',
  radiationEnd: null,
  suspendedBecause: null,
  missing: [],
  filled: [],
  faults: [],
  ...more,
});

const with_ = (kind: Cancer, more: Partial<TreatmentFacts> = {}) => somebody({ diagnoses: [cancer(kind)], ...more });
const operated = (...removed: Organ[]) => [{ ...empty('operation', `removal of ${removed.join(' and ')}`), removed }];
const ill = (...of: Comorbidity[]) => of.map((comorbidity) => ({ ...empty(comorbidity, comorbidity), comorbidity }));
const MAN = { sex: 'male' } as const;
const HODGKIN = cancer('lymphoma', { histology: 'classical hodgkin lymphoma' });
const LARGE_CELL = cancer('lymphoma', { histology: 'diffuse large b-cell lymphoma' });

/** What a plan is built from, at noon of a day in the centre's zone. */
export const planInput = (today: Day, more: Partial<PlanInput> = {}): PlanInput => ({
  rules: OWN_RULES,
  facts: somebody(),
  history: [],
  decisions: [],
  asked: [],
  now: new Date(`${today}T18:00:00Z`),
  zone: 'America/Denver',
  ...more,
});

/** The people of the tables, by the words that stand there. */
export const PEOPLE: Readonly<Record<string, TreatmentFacts>> = {
  breast: with_('breast'),
  'breast, both removed': with_('breast', { surgery: operated('breast') }),
  'breast, intent not recorded': with_('breast', { intent: null }),
  'breast, palliative intent': with_('breast', { intent: 'palliative' }),
  'breast, back': with_('breast', { suspendedBecause: 'A recurrence of breast is recorded.' }),
  'breast, died': with_('breast', { deceased: true, deceasedOn: '2024-06-01' }),
  'breast, chemotherapy under way': with_('breast', {
    endOfTreatment: null,
    localTreatmentEnd: null,
    noEndBecause: 'Paclitaxel is recorded as under way since 1 Nov 2023.',
  }),
  'breast, operated, chemotherapy under way': with_('breast', {
    endOfTreatment: null,
    localTreatmentEnd: '2023-10-02',
    noEndBecause: 'Paclitaxel is recorded as under way since 1 Nov 2023.',
  }),
  'breast, on anastrozole': with_('breast', { ongoing: [takes('anastrozole', '2024-02-15')] }),
  'breast, on tamoxifen': with_('breast', { ongoing: [takes('tamoxifen', '2024-02-15')] }),
  'breast, ended 29 Feb': with_('breast', { endOfTreatment: '2024-02-29', localTreatmentEnd: '2024-02-29' }),
  'breast, ended 31 Aug': with_('breast', { endOfTreatment: '2024-08-31', localTreatmentEnd: '2024-08-31' }),
  'breast, ended 31 Dec': with_('breast', { endOfTreatment: '2023-12-31', localTreatmentEnd: '2023-12-31' }),
  'breast, treated again to 2025-06-30': with_('breast', { endOfTreatment: '2025-06-30' }),
  'breast, doxorubicin 240': with_('breast', { systemic: [drug('doxorubicin', 240)] }),
  'breast, doxorubicin 249': with_('breast', { systemic: [drug('doxorubicin', 249)] }),
  'breast, doxorubicin 250': with_('breast', { systemic: [drug('doxorubicin', 250)] }),
  'breast, doxorubicin, dose not recorded': with_('breast', { systemic: [drug('doxorubicin')] }),
  'breast, epirubicin 599': with_('breast', { systemic: [drug('epirubicin', 599)] }),
  'breast, epirubicin 600': with_('breast', { systemic: [drug('epirubicin', 600)] }),
  'breast, doxorubicin 240, two risks': with_('breast', {
    systemic: [drug('doxorubicin', 240)],
    comorbidities: ill('diabetes', 'hypertension'),
  }),
  'breast, doxorubicin 240, one risk': with_('breast', {
    systemic: [drug('doxorubicin', 240)],
    comorbidities: ill('diabetes'),
  }),
  'breast, doxorubicin 240, one risk, smoking not recorded': with_('breast', {
    systemic: [drug('doxorubicin', 240)],
    comorbidities: ill('diabetes'),
    smoked: null,
  }),
  'breast, trastuzumab, age 59': with_('breast', { birthDate: '1964-02-01', systemic: [drug('trastuzumab')] }),
  'breast, trastuzumab, age 60': with_('breast', { birthDate: '1964-01-31', systemic: [drug('trastuzumab')] }),
  'breast, doxorubicin 100, mediastinum 20 Gy': with_('breast', {
    systemic: [drug('doxorubicin', 100)],
    radiation: [beam('Mediastinum', 20, '2024-01-31')],
  }),
  'breast, born 29 Feb 1984': with_('breast', { birthDate: '1984-02-29' }),
  'breast, birth date not recorded': with_('breast', { birthDate: null }),
  'breast, cervix removed': with_('breast', { surgery: operated('cervix') }),
  'breast, born 1958': with_('breast', { birthDate: '1958-03-10' }),
  'breast, born 1987': with_('breast', { birthDate: '1987-03-10' }),
  'breast, diabetes': with_('breast', { comorbidities: ill('diabetes') }),
  'breast, hypertension': with_('breast', { comorbidities: ill('hypertension') }),
  'breast, smoked': with_('breast', { smoked: true }),
  'breast, smoking not recorded': with_('breast', { smoked: null }),
  'breast, paclitaxel': with_('breast', { systemic: [drug('paclitaxel')] }),
  'breast, cyclophosphamide': with_('breast', { systemic: [drug('cyclophosphamide')] }),
  'breast, pembrolizumab': with_('breast', { systemic: [drug('pembrolizumab')] }),
  colorectal: with_('colorectal', MAN),
  'colorectal, whole colon removed': with_('colorectal', { ...MAN, surgery: operated('colon') }),
  'colorectal, oxaliplatin': with_('colorectal', { ...MAN, systemic: [drug('oxaliplatin')] }),
  'colorectal, pelvis 50 Gy': with_('colorectal', { ...MAN, radiation: [beam('Pelvis', 50.4, '2023-08-01')] }),
  'colorectal, no treatment': with_('colorectal', {
    ...MAN,
    endOfTreatment: null,
    localTreatmentEnd: null,
    noEndBecause: 'No treatment is recorded.',
  }),
  prostate: with_('prostate', MAN),
  'prostate, on leuprolide': with_('prostate', { ...MAN, ongoing: [takes('leuprolide', '2023-12-01')] }),
  lung: with_('lung'),
  'lung, mediastinum 60 Gy': with_('lung', {
    radiation: [beam('Right upper lobe and mediastinal nodes', 60, '2024-01-31')],
  }),
  'lung, mediastinum, dose not recorded': with_('lung', { radiation: [beam('Mediastinum', null, '2024-01-31')] }),
  'lung, cisplatin': with_('lung', { systemic: [drug('cisplatin')] }),
  'large-cell lymphoma': with_('lymphoma', { diagnoses: [LARGE_CELL] }),
  'lymphoma, histology not recorded': with_('lymphoma', { diagnoses: [cancer('lymphoma', { histology: null })] }),
  'large-cell lymphoma, steroid and vincristine': with_('lymphoma', {
    diagnoses: [LARGE_CELL],
    systemic: [drug('prednisone'), drug('vincristine')],
  }),
  'lymphoma, ifosfamide, transplant': with_('lymphoma', {
    birthDate: '1990-01-01',
    diagnoses: [LARGE_CELL],
    systemic: [drug('ifosfamide')],
    transplants: [empty('transplant', 'autologous transplant')],
  }),
  'Hodgkin, chest and neck 30 Gy at 29': with_('lymphoma', {
    birthDate: '1994-05-08',
    diagnoses: [HODGKIN],
    systemic: [drug('doxorubicin', 200), drug('bleomycin')],
    radiation: [beam('Mediastinum and left neck', 30, '2024-01-31')],
  }),
  'Hodgkin, chest 30 Gy at 35': with_('lymphoma', {
    birthDate: '1988-05-08',
    diagnoses: [HODGKIN],
    radiation: [beam('Mediastinum', 30, '2024-01-31')],
  }),
  'Hodgkin, chest 30 Gy at 45': with_('lymphoma', {
    birthDate: '1978-05-08',
    diagnoses: [HODGKIN],
    radiation: [beam('Mediastinum', 30, '2024-01-31')],
  }),
  'Hodgkin, man, chest 30 Gy': with_('lymphoma', {
    ...MAN,
    diagnoses: [HODGKIN],
    radiation: [beam('Mediastinum', 30, '2024-01-31')],
  }),
  'Hodgkin, end of radiation not recorded': with_('lymphoma', {
    diagnoses: [HODGKIN],
    radiation: [beam('Mediastinum and neck', 30, null)],
  }),
  melanoma: with_('melanoma'),
  gynaecological: with_('gynaecological'),
  myeloma: with_('myeloma'),
  'in situ': with_('in-situ'),
  bladder: with_('other', MAN),
  'breast and colon': somebody({ diagnoses: [cancer('breast'), cancer('colorectal')] }),
  'no diagnosis': somebody({
    intent: null,
    endOfTreatment: null,
    localTreatmentEnd: null,
    noEndBecause: 'No treatment is recorded.',
  }),
  'man of 60 with melanoma': with_('melanoma', { ...MAN, birthDate: '1964-01-01' }),
  'man of 60 with bladder cancer, prostate removed': with_('other', {
    ...MAN,
    birthDate: '1964-01-01',
    surgery: operated('prostate'),
  }),
};

let events = 0;

/** "cea 2024-05-01" as the record tells it. */
export function done(what: string): PastEvent {
  const [keys = '', on = ''] = what.trim().split(' ');
  return {
    id: `event-${String(++events).padStart(4, '0')}`,
    on,
    keys: keys.split('+'),
    name: keys,
    value: '',
    institution: 'Three Rivers Cancer Center',
    source: {
      system: 'test',
      name: 'test',
      resourceType: 'Observation',
      id: what,
      version: null,
      asOf: null,
      receivedAt: '2024-01-01T00:00:00Z',
    },
  };
}
