import type { DrugGroup } from '../rule.ts';

/** Where a factor was read. */
interface Factor {
  readonly factor: number;
  readonly source: string;
  readonly year: number;
  readonly confidence: 'A' | 'B' | 'C';
}

const FEIJEN = { source: 'Feijen et al., JAMA Oncology, PMC6490232, table 3', year: 2019, confidence: 'A' } as const;

/**
 * What 1 mg/m² of an anthracycline counts in doxorubicin for late harm to the heart. Derived from survivors
 * of childhood cancer; no ratio is agreed on for adults. Idarubicin: not estimable there, a substitution rule.
 */
export const DOXORUBICIN_EQUIVALENTS: Readonly<Record<string, Factor>> = {
  doxorubicin: { factor: 1, source: 'by definition', year: 2019, confidence: 'A' },
  daunorubicin: { factor: 0.6, ...FEIJEN },
  epirubicin: { factor: 0.8, ...FEIJEN },
  mitoxantrone: { factor: 10.5, ...FEIJEN },
  idarubicin: { factor: 5, source: 'Children’s Oncology Group rule, from memory', year: 2018, confidence: 'C' },
};

/** Active substances by what they have in common. INN, lower case; from memory (C, 2026) for the centre to review. */
const GROUPS: Readonly<Record<DrugGroup, string>> = {
  anthracycline: 'doxorubicin daunorubicin epirubicin idarubicin mitoxantrone',
  platinum: 'cisplatin carboplatin oxaliplatin',
  cisplatin: 'cisplatin',
  oxaliplatin: 'oxaliplatin',
  bleomycin: 'bleomycin',
  alkylator:
    'cyclophosphamide ifosfamide melphalan busulfan chlorambucil bendamustine dacarbazine procarbazine temozolomide lomustine carmustine',
  ifosfamide: 'ifosfamide',
  vinca: 'vincristine vinblastine vinorelbine',
  taxane: 'paclitaxel docetaxel cabazitaxel',
  steroid: 'prednisone prednisolone dexamethasone methylprednisolone',
  'anti-her2': 'trastuzumab pertuzumab',
  'aromatase-inhibitor': 'anastrozole letrozole exemestane',
  tamoxifen: 'tamoxifen',
  'androgen-deprivation':
    'leuprolide leuprorelin goserelin triptorelin degarelix relugolix abiraterone enzalutamide apalutamide darolutamide bicalutamide',
  'checkpoint-inhibitor': 'pembrolizumab nivolumab ipilimumab atezolizumab durvalumab cemiplimab tremelimumab',
};

/** Given for years or without end after the treatment that was to cure: they do not put off the end of treatment. */
const LONG_TERM = [
  ...'anastrozole letrozole exemestane tamoxifen toremifene fulvestrant leuprolide leuprorelin goserelin triptorelin degarelix relugolix abiraterone enzalutamide apalutamide darolutamide bicalutamide'.split(
    ' ',
  ),
  ...'olaparib niraparib rucaparib lenalidomide zoledronic denosumab imatinib'.split(' '),
];

const inWords = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
const has = (name: string, substance: string) => new RegExp(`\\b${substance}`, 'i').test(name);

/** Doxorubicin for "doxorubicin hydrochloride 2 MG/ML Injection"; the name itself where no substance is known in it. */
export function substanceOf(name: string): string {
  const words = inWords(name);
  return SUBSTANCES.find((substance) => has(words, substance)) ?? words;
}

export const groupsOf = (substance: string): DrugGroup[] =>
  (Object.keys(GROUPS) as DrugGroup[]).filter((group) => GROUPS[group].split(' ').includes(substance));

export const isLongTerm = (substance: string): boolean => LONG_TERM.includes(substance);

/** All that are known by name. */
export const SUBSTANCES: readonly string[] = [
  ...new Set([...Object.values(GROUPS).flatMap((names) => names.split(' ')), ...LONG_TERM]),
];
