import type { Cancer } from '../rule.ts';

/** The same in both languages of the patient's copy. */
export interface PlainTerm {
  readonly en: string;
  readonly es: string;
}

/**
 * Changes with every change of a term. Medicines by their international nonproprietary names (WHO), the rest in common
 * words; the Spanish is from memory (C, 2026): the centre and its interpreters review it.
 */
export const TERMS_VERSION = 'portage terms 2026-11-22';

/** Spanish names of the active substances that rules and facts know (`drugs.ts`). */
export const SPANISH_NAMES: Readonly<Record<string, string>> = {
  doxorubicin: 'doxorubicina',
  daunorubicin: 'daunorubicina',
  epirubicin: 'epirubicina',
  idarubicin: 'idarubicina',
  mitoxantrone: 'mitoxantrona',
  cisplatin: 'cisplatino',
  carboplatin: 'carboplatino',
  oxaliplatin: 'oxaliplatino',
  bleomycin: 'bleomicina',
  cyclophosphamide: 'ciclofosfamida',
  ifosfamide: 'ifosfamida',
  melphalan: 'melfalán',
  busulfan: 'busulfán',
  chlorambucil: 'clorambucilo',
  bendamustine: 'bendamustina',
  dacarbazine: 'dacarbazina',
  procarbazine: 'procarbazina',
  temozolomide: 'temozolomida',
  lomustine: 'lomustina',
  carmustine: 'carmustina',
  vincristine: 'vincristina',
  vinblastine: 'vinblastina',
  vinorelbine: 'vinorelbina',
  paclitaxel: 'paclitaxel',
  docetaxel: 'docetaxel',
  cabazitaxel: 'cabazitaxel',
  prednisone: 'prednisona',
  prednisolone: 'prednisolona',
  dexamethasone: 'dexametasona',
  methylprednisolone: 'metilprednisolona',
  trastuzumab: 'trastuzumab',
  pertuzumab: 'pertuzumab',
  anastrozole: 'anastrozol',
  letrozole: 'letrozol',
  exemestane: 'exemestano',
  tamoxifen: 'tamoxifeno',
  toremifene: 'toremifeno',
  fulvestrant: 'fulvestrant',
  leuprolide: 'leuprolida',
  leuprorelin: 'leuprorelina',
  goserelin: 'goserelina',
  triptorelin: 'triptorelina',
  degarelix: 'degarelix',
  relugolix: 'relugolix',
  abiraterone: 'abiraterona',
  enzalutamide: 'enzalutamida',
  apalutamide: 'apalutamida',
  darolutamide: 'darolutamida',
  bicalutamide: 'bicalutamida',
  pembrolizumab: 'pembrolizumab',
  nivolumab: 'nivolumab',
  ipilimumab: 'ipilimumab',
  atezolizumab: 'atezolizumab',
  durvalumab: 'durvalumab',
  cemiplimab: 'cemiplimab',
  tremelimumab: 'tremelimumab',
  olaparib: 'olaparib',
  niraparib: 'niraparib',
  rucaparib: 'rucaparib',
  lenalidomide: 'lenalidomida',
  zoledronic: 'ácido zoledrónico',
  denosumab: 'denosumab',
  imatinib: 'imatinib',
};

const term = (en: string, es: string): PlainTerm => ({ en, es });

export const CANCER_TERMS: Readonly<Record<Exclude<Cancer, 'in-situ' | 'other'>, PlainTerm>> = {
  breast: term('breast cancer', 'cáncer de seno'),
  colorectal: term('cancer of the bowel', 'cáncer de colon o recto'),
  prostate: term('prostate cancer', 'cáncer de próstata'),
  lung: term('lung cancer', 'cáncer de pulmón'),
  lymphoma: term('lymphoma, a cancer of the lymph nodes', 'linfoma, un cáncer de los ganglios'),
  melanoma: term('melanoma, a skin cancer', 'melanoma, un cáncer de la piel'),
  gynaecological: term('cancer of the womb, cervix or ovaries', 'cáncer de matriz, cuello uterino u ovarios'),
  myeloma: term('myeloma, a cancer of the bone marrow', 'mieloma, un cáncer de la médula'),
};

/** Words of an operation; of several that fit, the first. */
export const SURGERY_TERMS: readonly (readonly [RegExp, PlainTerm])[] = [
  [
    /(bilateral|both|double)[^,;]*mastectom/i,
    term('surgery to take out both breasts', 'cirugía para quitar los dos senos'),
  ],
  [
    /lumpectom|partial mastectom|excision of (part of )?breast|segmentectomy of breast/i,
    term('surgery to take out part of the breast', 'cirugía para quitar parte del seno'),
  ],
  [/mastectom/i, term('surgery to take out a breast', 'cirugía para quitar un seno')],
  [/prostatectom/i, term('surgery to take out the prostate', 'cirugía para quitar la próstata')],
  [
    /hemicolectom|sigmoidectom|partial resection of colon|(anterior|low) resection/i,
    term('surgery to take out part of the bowel', 'cirugía para quitar parte del intestino'),
  ],
  [/colectom/i, term('surgery to take out the colon', 'cirugía para quitar el colon')],
  [/hysterectom/i, term('surgery to take out the womb', 'cirugía para quitar la matriz')],
  [/pneumonectom/i, term('surgery to take out a lung', 'cirugía para quitar un pulmón')],
  [/lobectom/i, term('surgery to take out part of the lung', 'cirugía para quitar parte del pulmón')],
  [
    /sentinel|lymph node (biopsy|dissection)|excision of .*lymph node/i,
    term('surgery to check lymph nodes', 'cirugía para revisar los ganglios'),
  ],
  [/wide (local )?excision/i, term('surgery to cut out the skin cancer', 'cirugía para quitar el cáncer de piel')],
];

/** Where radiation went; of several that fit, the first. */
export const RADIATION_TERMS: readonly (readonly [RegExp, PlainTerm])[] = [
  [/breast|chest wall/i, term('breast or chest wall', 'seno o pared del pecho')],
  [/prostat/i, term('prostate', 'próstata')],
  [/mediastin|thora|chest/i, term('chest', 'pecho')],
  [/lung|lobe/i, term('lung', 'pulmón')],
  [/brain|cranial|head/i, term('head', 'cabeza')],
  [/neck/i, term('neck', 'cuello')],
  [/pelvi|rect|cervix|uter|vagin/i, term('pelvis', 'pelvis')],
];
