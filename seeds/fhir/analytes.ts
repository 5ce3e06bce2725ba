type BySex = readonly [female: number, male: number];

export interface Analyte {
  /** LOINC at the centre; `local` where community laboratories use another code for the same test. */
  loinc: string;
  local?: string;
  display: string;
  unit: string;
  ucum: string;
  low?: number | BySex;
  high?: number | BySex;
  criticalLow?: number;
  criticalHigh?: number;
  decimals: number;
  /** Usual value in somebody with nothing wrong. */
  usual: number | BySex;
  /** Relative spread of repeated measurements. */
  spread: number;
  tumorMarker?: true;
}

/** LOINC codes as in the test families list and mCODE's tumour-marker value set. Ranges are those of an adult laboratory. */
// prettier-ignore
export const ANALYTES = {
  wbc: { loinc: '6690-2', display: 'Leukocytes', unit: '10*9/L', ucum: '10*9/L', low: 4, high: 11, criticalLow: 1, criticalHigh: 40, decimals: 1, usual: 6.8, spread: 0.08 },
  neutrophils: { loinc: '751-8', display: 'Neutrophils', unit: '10*9/L', ucum: '10*9/L', low: 1.8, high: 7.5, criticalLow: 0.5, decimals: 1, usual: 4.1, spread: 0.08 },
  hemoglobin: { loinc: '718-7', display: 'Hemoglobin', unit: 'g/dL', ucum: 'g/dL', low: [12, 13.5], high: [16, 17.5], criticalLow: 7, decimals: 1, usual: [13.2, 14.6], spread: 0.02 },
  hematocrit: { loinc: '4544-3', display: 'Hematocrit', unit: '%', ucum: '%', low: [36, 41], high: [46, 52], decimals: 0, usual: [40, 44], spread: 0.02 },
  platelets: { loinc: '777-3', display: 'Platelets', unit: '10*9/L', ucum: '10*9/L', low: 150, high: 400, criticalLow: 20, decimals: 0, usual: 248, spread: 0.06 },
  sodium: { loinc: '2951-2', local: '2947-0', display: 'Sodium', unit: 'mmol/L', ucum: 'mmol/L', low: 135, high: 145, criticalLow: 120, decimals: 0, usual: 139, spread: 0.01 },
  potassium: { loinc: '2823-3', local: '6298-4', display: 'Potassium', unit: 'mmol/L', ucum: 'mmol/L', low: 3.5, high: 5.1, criticalLow: 2.5, criticalHigh: 6.5, decimals: 1, usual: 4.2, spread: 0.05 },
  creatinine: { loinc: '2160-0', local: '38483-4', display: 'Creatinine', unit: 'mg/dL', ucum: 'mg/dL', low: [0.5, 0.7], high: [1.0, 1.3], decimals: 2, usual: [0.78, 0.95], spread: 0.05 },
  urea: { loinc: '3094-0', local: '6299-2', display: 'Urea nitrogen', unit: 'mg/dL', ucum: 'mg/dL', low: 7, high: 20, decimals: 0, usual: 14, spread: 0.12 },
  glucose: { loinc: '2345-7', local: '2339-0', display: 'Glucose', unit: 'mg/dL', ucum: 'mg/dL', low: 70, high: 99, criticalLow: 45, criticalHigh: 450, decimals: 0, usual: 94, spread: 0.08 },
  calcium: { loinc: '17861-6', local: '49765-1', display: 'Calcium', unit: 'mg/dL', ucum: 'mg/dL', low: 8.5, high: 10.2, criticalHigh: 13, decimals: 1, usual: 9.4, spread: 0.02 },
  albumin: { loinc: '1751-7', display: 'Albumin', unit: 'g/dL', ucum: 'g/dL', low: 3.5, high: 5, decimals: 1, usual: 4.2, spread: 0.03 },
  alt: { loinc: '1742-6', display: 'Alanine aminotransferase', unit: 'U/L', ucum: 'U/L', low: 7, high: 45, decimals: 0, usual: 22, spread: 0.15 },
  ast: { loinc: '1920-8', display: 'Aspartate aminotransferase', unit: 'U/L', ucum: 'U/L', low: 8, high: 40, decimals: 0, usual: 23, spread: 0.12 },
  alp: { loinc: '6768-6', display: 'Alkaline phosphatase', unit: 'U/L', ucum: 'U/L', low: 40, high: 130, decimals: 0, usual: 78, spread: 0.06 },
  bilirubin: { loinc: '1975-2', display: 'Bilirubin.total', unit: 'mg/dL', ucum: 'mg/dL', low: 0.2, high: 1.2, decimals: 1, usual: 0.6, spread: 0.12 },
  egfr: { loinc: '33914-3', display: 'Glomerular filtration rate/1.73 sq M.predicted', unit: 'mL/min/{1.73_m2}', ucum: 'mL/min/{1.73_m2}', low: 60, decimals: 0, usual: 85, spread: 0.04 },
  hba1c: { loinc: '4548-4', display: 'Hemoglobin A1c/Hemoglobin.total', unit: '%', ucum: '%', high: 5.6, decimals: 1, usual: 5.5, spread: 0.015 },
  cholesterol: { loinc: '2093-3', display: 'Cholesterol', unit: 'mg/dL', ucum: 'mg/dL', high: 200, decimals: 0, usual: 186, spread: 0.05 },
  ldl: { loinc: '18262-6', display: 'Cholesterol in LDL', unit: 'mg/dL', ucum: 'mg/dL', high: 130, decimals: 0, usual: 104, spread: 0.06 },
  hdl: { loinc: '2085-9', display: 'Cholesterol in HDL', unit: 'mg/dL', ucum: 'mg/dL', low: 40, decimals: 0, usual: 52, spread: 0.05 },
  triglycerides: { loinc: '2571-8', display: 'Triglyceride', unit: 'mg/dL', ucum: 'mg/dL', high: 150, decimals: 0, usual: 126, spread: 0.12 },
  albuminCreatinine: { loinc: '14959-1', display: 'Albumin/Creatinine in urine', unit: 'mg/g', ucum: 'mg/g', high: 30, decimals: 0, usual: 12, spread: 0.15 },
  tsh: { loinc: '3016-3', display: 'Thyrotropin', unit: 'mIU/L', ucum: 'm[IU]/L', low: 0.4, high: 4.5, decimals: 2, usual: 1.8, spread: 0.08 },
  ferritin: { loinc: '2276-4', display: 'Ferritin', unit: 'ng/mL', ucum: 'ng/mL', low: 15, high: 300, decimals: 0, usual: 90, spread: 0.08 },
  magnesium: { loinc: '19123-9', display: 'Magnesium', unit: 'mg/dL', ucum: 'mg/dL', low: 1.7, high: 2.4, decimals: 1, usual: 2, spread: 0.04 },
  uricAcid: { loinc: '3084-1', display: 'Urate', unit: 'mg/dL', ucum: 'mg/dL', high: 7.2, decimals: 1, usual: 5.2, spread: 0.08 },
  testosterone: { loinc: '2986-8', display: 'Testosterone', unit: 'ng/dL', ucum: 'ng/dL', low: 264, high: 916, decimals: 0, usual: 410, spread: 0.08 },
  igg: { loinc: '2465-3', display: 'IgG', unit: 'mg/dL', ucum: 'mg/dL', low: 600, high: 1600, decimals: 0, usual: 980, spread: 0.05 },
  viralLoad: { loinc: '20447-9', display: 'HIV 1 RNA (viral load)', unit: 'copies/mL', ucum: '{copies}/mL', high: 20, decimals: 0, usual: 20, spread: 0 },
  cd4: { loinc: '24467-3', display: 'CD3+CD4+ cells', unit: '/uL', ucum: '/uL', low: 500, high: 1500, decimals: 0, usual: 720, spread: 0.05 },
  cea: { loinc: '2039-6', display: 'Carcinoembryonic Ag', unit: 'ng/mL', ucum: 'ng/mL', high: 5, decimals: 1, usual: 1.8, spread: 0.06, tumorMarker: true },
  psa: { loinc: '2857-1', display: 'Prostate specific Ag', unit: 'ng/mL', ucum: 'ng/mL', high: 4, decimals: 2, usual: 1.1, spread: 0.05, tumorMarker: true },
  ca153: { loinc: '6875-9', display: 'Cancer Ag 15-3', unit: 'U/mL', ucum: 'U/mL', high: 30, decimals: 0, usual: 18, spread: 0.05, tumorMarker: true },
  ca2729: { loinc: '17842-6', display: 'Cancer Ag 27-29', unit: 'U/mL', ucum: 'U/mL', high: 38, decimals: 0, usual: 20, spread: 0.05, tumorMarker: true },
  ca125: { loinc: '10334-1', display: 'Cancer Ag 125', unit: 'U/mL', ucum: 'U/mL', high: 35, decimals: 0, usual: 12, spread: 0.05, tumorMarker: true },
  ca199: { loinc: '24108-3', display: 'Cancer Ag 19-9', unit: 'U/mL', ucum: 'U/mL', high: 37, decimals: 0, usual: 14, spread: 0.05, tumorMarker: true },
  ldh: { loinc: '2532-0', display: 'Lactate dehydrogenase', unit: 'U/L', ucum: 'U/L', low: 125, high: 220, decimals: 0, usual: 172, spread: 0.05, tumorMarker: true },
  beta2: { loinc: '1952-1', display: 'Beta-2-Microglobulin', unit: 'mg/L', ucum: 'mg/L', high: 2.4, decimals: 1, usual: 1.9, spread: 0.04, tumorMarker: true },
  mProtein: { loinc: '33358-3', display: 'Protein.monoclonal', unit: 'g/dL', ucum: 'g/dL', high: 0, decimals: 2, usual: 0, spread: 0.03, tumorMarker: true },
  kappaFree: { loinc: '36916-5', display: 'Kappa light chains.free', unit: 'mg/L', ucum: 'mg/L', low: 3.3, high: 19.4, decimals: 1, usual: 11, spread: 0.04, tumorMarker: true },
  lambdaFree: { loinc: '33944-0', display: 'Lambda light chains.free', unit: 'mg/L', ucum: 'mg/L', low: 5.7, high: 26.3, decimals: 1, usual: 13, spread: 0.04, tumorMarker: true },
} as const satisfies Record<string, Analyte>;

export type AnalyteKey = keyof typeof ANALYTES;

export function forSex(value: number | BySex | undefined, sex: 'female' | 'male'): number | undefined {
  return typeof value === 'object' ? value[sex === 'female' ? 0 : 1] : value;
}
