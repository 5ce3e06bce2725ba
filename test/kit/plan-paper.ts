// A plan on paper for one made-up patient: breast cancer, treated with curative intent, on letrozole.
import type { TreatmentFacts } from '#api/survivorship/facts/facts.ts';
import { buildPlan } from '#api/survivorship/build-plan.ts';
import { OWN_RULES } from '#api/survivorship/data/rule-set.ts';
import type { PlanPaper } from '#api/survivorship/paper/plan-paper.ts';

const source = {
  system: 'centre',
  name: 'Cancer centre EHR',
  resourceType: 'Condition',
  id: 'c-1',
  version: '3',
  asOf: '2026-06-02T10:00:00Z',
  receivedAt: '2026-11-20T06:10:00Z',
};
const fact = (id: string, text: string, on: string | null = null) => ({
  id,
  text,
  value: null,
  unit: null,
  on,
  source,
  filledInBy: null,
});

const facts: TreatmentFacts = {
  birthDate: '1961-03-12',
  sex: 'female',
  deceased: false,
  deceasedOn: null,
  diagnoses: [
    {
      ...fact('d1', 'Invasive ductal carcinoma of left breast, stage IIB', '2025-01-14'),
      cancer: 'breast',
      side: null,
      site: 'Left breast',
      histology: 'Invasive ductal carcinoma',
      stage: 'II',
      stageText: 'IIB',
      biomarkers: [fact('b1', 'Estrogen receptor: positive'), fact('b2', 'HER2: negative')],
      secondary: false,
      status: 'remission',
    },
  ],
  surgery: [{ ...fact('s1', 'Lumpectomy of left breast', '2025-02-10'), removed: [] }],
  systemic: [
    {
      ...fact('m1', 'Doxorubicin, 4 cycles, 240 mg/m² in all', '2025-03-01'),
      name: 'doxorubicin',
      substance: 'doxorubicin',
      groups: ['anthracycline'],
      doses: 4,
      cycles: 4,
      cumulative: { value: 240, unit: 'mg/m²', doxorubicinEquivalent: 240 },
      startedOn: '2025-03-01',
      endedOn: '2025-05-02',
      ongoing: false,
    },
  ],
  radiation: [
    {
      ...fact('r1', 'Left breast, 50 Gy, 25 fractions', '2025-07-30'),
      site: 'Left breast',
      fields: ['breast', 'heart'],
      doseGy: 50,
      fractions: 25,
      endedOn: '2025-07-30',
    },
  ],
  transplants: [],
  ongoing: [
    {
      ...fact('o1', 'Letrozole since 2025-08-15, until 2030-08-15', '2025-08-15'),
      substance: 'letrozole',
      groups: ['aromatase-inhibitor'],
      startedOn: '2025-08-15',
      plannedEnd: '2030-08-15',
    },
  ],
  toxicities: [fact('t1', 'Peripheral neuropathy, grade 1')],
  genetics: [],
  contacts: [
    {
      ...fact('k1', 'Dr Ann Reyes, medical oncologist'),
      name: 'Dr Ann Reyes',
      role: 'medical oncologist',
      team: 'oncology',
      telephone: '+1 505-555-0101',
    },
    {
      ...fact('k2', 'Dr Sam Begay, family physician'),
      name: 'Dr Sam Begay',
      role: 'family physician',
      team: 'primary-care',
      telephone: null,
    },
  ],
  comorbidities: [{ ...fact('h1', 'Type 2 diabetes'), comorbidity: 'diabetes' }],
  smoked: null,
  intent: 'curative',
  endOfTreatment: '2025-07-30',
  noEndBecause: null,
  localTreatmentEnd: '2025-07-30',
  radiationEnd: '2025-07-30',
  suspendedBecause: null,
  missing: [{ key: 'smoking', what: 'Smoking', why: 'Nobody recorded it.' }],
  filled: [],
  faults: [],
};

/** The paper of a plan; `changes` say what is different about it. */
export function planPaper(changes: Partial<PlanPaper> = {}, of: Partial<TreatmentFacts> = {}): PlanPaper {
  const told = { ...facts, ...of };
  const plan = buildPlan({
    rules: OWN_RULES,
    facts: told,
    history: [
      {
        id: 'e1',
        on: '2026-02-03',
        keys: ['mammogram'],
        name: 'Mammogram, both sides',
        value: 'BI-RADS 2',
        institution: 'Alder Street Family Medicine',
        source,
      },
    ],
    asked: [],
    decisions: [],
    now: new Date('2026-11-22T18:00:00Z'),
    zone: 'America/Denver',
  });
  return {
    patient: {
      id: '6f9d3a52-7a4b-4c57-9a53-0a6a0c1d2e3f',
      familyName: 'Tsosie',
      givenName: 'Łucja Ą́nn',
      birthDate: '1961-03-12',
      sex: 'female',
      mrn: '00412',
    },
    centre: { name: 'Three Rivers Cancer Center', telephone: '+1 505-555-0100', telephone24x7: '+1 505-555-0124' },
    facts: told,
    plan,
    version: 2,
    signature: { by: 'Dr Ann Reyes', on: '2026-11-20', hash: 'a'.repeat(64) },
    answers: new Map([
      ['breast-mammogram', { answer: 'accepted', by: 'Dr Sam Begay', on: '2026-11-21', words: null } as const],
    ]),
    madeOn: '2026-11-22',
    ...changes,
  };
}
