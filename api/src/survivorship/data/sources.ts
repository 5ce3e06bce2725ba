/** Where rules were read. A: in the source; B: in a secondary copy; C: from memory, to be verified by the centre. */
const read = (source: string, year: number, confidence: 'A' | 'B' | 'C') => ({ source, year, confidence });

export const ASCO_BREAST = read('ASCO, breast cancer follow-up', 2013, 'A');
export const ASCO_BREAST_COPY = read('ASCO, breast cancer follow-up', 2013, 'B');
export const ASCO_COLORECTAL = read('ASCO, colorectal cancer follow-up', 2013, 'A');
export const ASCO_COLORECTAL_COPY = read('ASCO, colorectal cancer follow-up', 2013, 'B');
export const ACS_PROSTATE = read('ACS 2014 and ASCO 2015, prostate cancer survivorship', 2015, 'A');
export const ASCO_LUNG = read('ASCO, lung cancer surveillance', 2020, 'A');
export const LYMPHOMA_COPY = read('Published lymphoma follow-up practice, secondary copy', 2018, 'B');
export const LYMPHOMA_BLOODS = read('PMC6162229', 2018, 'A');
export const ASCO_HEART = read('ASCO, prevention and monitoring of cardiac dysfunction', 2017, 'A');
export const NCCN_HODGKIN = read('NCCN guideline for patients, Hodgkin lymphoma', 2015, 'A');
export const LATE_EFFECTS = read('PMC7227387, late effects by exposure', 2020, 'A');
export const PELVIC = read('PMC9014377, late effects of pelvic radiation', 2022, 'A');
export const ASCO_PLAN = read(
  'ASCO clinical expert statement, treatment summaries and survivorship care plans',
  2014,
  'C',
);
export const MEMORY = read('From memory, unverified: the centre verifies it', 2026, 'C');
export const NO_SCHEDULE = read('No published schedule in this release: the centre sets it', 2026, 'C');
