/**
 * What a conversion between mass, amount and charge needs: molar masses in g/mol, added up from the formula with
 * the standard atomic weights (IUPAC 2021), and charges. Confidence A. Urea nitrogen and phosphate are told as the
 * mass of their nitrogen and phosphorus; triglycerides are counted as triolein, as laboratories do.
 */
import type { Substance } from '#api/units/index.ts';

export const SUBSTANCES: Readonly<Record<string, Substance>> = {
  glucose: { molarMass: 180.16 },
  'urea-nitrogen': { molarMass: 28.01 },
  creatinine: { molarMass: 113.12 },
  sodium: { molarMass: 22.99, charge: 1 },
  potassium: { molarMass: 39.1, charge: 1 },
  chloride: { molarMass: 35.45, charge: 1 },
  'carbon-dioxide': { charge: 1 },
  calcium: { molarMass: 40.08, charge: 2 },
  magnesium: { molarMass: 24.31, charge: 2 },
  phosphate: { molarMass: 30.97 },
  iron: { molarMass: 55.85 },
  urate: { molarMass: 168.11 },
  bilirubin: { molarMass: 584.67 },
  cholesterol: { molarMass: 386.66 },
  ldl: { molarMass: 386.66 },
  hdl: { molarMass: 386.66 },
  triglycerides: { molarMass: 885.45 },
  'vitamin-d': { molarMass: 400.65 },
  'vitamin-b12': { molarMass: 1355.38 },
  folate: { molarMass: 441.4 },
  'free-t4': { molarMass: 776.87 },
  cortisol: { molarMass: 362.47 },
  testosterone: { molarMass: 288.43 },
};

/** Told on two scales that no factor joins: per cent by NGSP and mmol/mol by IFCC. */
export const TWO_SCALES: ReadonlySet<string> = new Set(['hba1c']);
