import { concept, RXNORM, text } from './codes.ts';

/** RxNorm ingredient codes that are certain; every other medicine goes by its name. */
const RXCUI: Record<string, string> = {
  amlodipine: '17767',
  anastrozole: '84857',
  atorvastatin: '83367',
  bevacizumab: '253337',
  carboplatin: '40048',
  cisplatin: '2555',
  cyclophosphamide: '3002',
  docetaxel: '72962',
  doxorubicin: '3639',
  fluorouracil: '4492',
  letrozole: '72965',
  levothyroxine: '10582',
  lisinopril: '29046',
  metformin: '6809',
  oxaliplatin: '32592',
  paclitaxel: '56946',
  prednisone: '8640',
  rituximab: '121191',
  tamoxifen: '10324',
  trastuzumab: '224905',
  vincristine: '11202',
};

export function medication(name: string) {
  const rxcui = RXCUI[name];
  return rxcui ? concept(RXNORM, rxcui, name) : text(name);
}
