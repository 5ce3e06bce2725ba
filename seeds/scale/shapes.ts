/** What the generator needs to know of a disease: enough to look right in a list, a chart and a query plan. */
export interface Shape {
  icd10: string;
  name: string;
  site: string;
  histology: string;
  /** Share of all patients, in per cent. */
  percent: number;
  sex?: 'female' | 'male';
  ages: readonly [from: number, to: number];
  stages: readonly (readonly [group: string, t: string, n: string, m: string])[];
  marker?: readonly [loinc: string, display: string, unit: string, limit: number];
  regimen: string;
  drugs: readonly (readonly [name: string, mg: number])[];
  every: number;
}

// prettier-ignore
export const SHAPES: readonly Shape[] = [
  { icd10: 'C50.911', name: 'Breast cancer', site: 'Breast', histology: 'Invasive ductal carcinoma', percent: 24, sex: 'female', ages: [34, 86], stages: [['IA', 'T1c', 'N0', 'M0'], ['IIA', 'T2', 'N0', 'M0'], ['IIB', 'T2', 'N1', 'M0'], ['IIIA', 'T3', 'N1', 'M0'], ['IV', 'T2', 'N1', 'M1']], marker: ['6875-9', 'Cancer Ag 15-3', 'U/mL', 30], regimen: 'TC', drugs: [['docetaxel', 135], ['cyclophosphamide', 1080]], every: 21 },
  { icd10: 'C61', name: 'Prostate cancer', site: 'Prostate', histology: 'Acinar adenocarcinoma', percent: 18, sex: 'male', ages: [50, 88], stages: [['I', 'T1c', 'N0', 'M0'], ['IIB', 'T2a', 'N0', 'M0'], ['IIIB', 'T3a', 'N0', 'M0'], ['IVB', 'T3b', 'N1', 'M1b']], marker: ['2857-1', 'Prostate specific Ag', 'ng/mL', 4], regimen: 'Leuprolide', drugs: [['leuprolide', 22.5]], every: 91 },
  { icd10: 'C34.11', name: 'Lung cancer, right upper lobe', site: 'Lung', histology: 'Adenocarcinoma', percent: 16, ages: [42, 85], stages: [['IA2', 'T1b', 'N0', 'M0'], ['IIB', 'T2a', 'N1', 'M0'], ['IIIA', 'T2a', 'N2', 'M0'], ['IVA', 'T2b', 'N2', 'M1a']], marker: ['2039-6', 'Carcinoembryonic Ag', 'ng/mL', 5], regimen: 'Carboplatin, pemetrexed and pembrolizumab', drugs: [['carboplatin', 500], ['pemetrexed', 900], ['pembrolizumab', 200]], every: 21 },
  { icd10: 'C18.7', name: 'Sigmoid colon cancer', site: 'Sigmoid colon', histology: 'Adenocarcinoma', percent: 16, ages: [38, 87], stages: [['I', 'T2', 'N0', 'M0'], ['IIA', 'T3', 'N0', 'M0'], ['IIIB', 'T3', 'N1', 'M0'], ['IVA', 'T3', 'N1', 'M1a']], marker: ['2039-6', 'Carcinoembryonic Ag', 'ng/mL', 5], regimen: 'mFOLFOX6', drugs: [['oxaliplatin', 155], ['leucovorin', 720], ['fluorouracil', 5040]], every: 14 },
  { icd10: 'C83.38', name: 'Diffuse large B-cell lymphoma', site: 'Lymph nodes', histology: 'Diffuse large B-cell lymphoma', percent: 8, ages: [35, 84], stages: [['IIA', '', '', ''], ['IIIA', '', '', ''], ['IVB', '', '', '']], marker: ['2532-0', 'Lactate dehydrogenase', 'U/L', 220], regimen: 'R-CHOP', drugs: [['rituximab', 675], ['cyclophosphamide', 1350], ['doxorubicin', 90], ['vincristine', 2]], every: 21 },
  { icd10: 'C90.00', name: 'Multiple myeloma', site: 'Bone marrow', histology: 'Plasma cell myeloma', percent: 6, ages: [45, 86], stages: [['I', '', '', ''], ['II', '', '', ''], ['III', '', '', '']], marker: ['33358-3', 'Protein.monoclonal', 'g/dL', 0], regimen: 'VRd', drugs: [['bortezomib', 2.4], ['dexamethasone', 20]], every: 21 },
  { icd10: 'C43.59', name: 'Melanoma of the trunk', site: 'Skin of trunk', histology: 'Superficial spreading melanoma', percent: 6, ages: [35, 82], stages: [['IB', 'T2a', 'N0', 'M0'], ['IIIB', 'T3a', 'N1a', 'M0'], ['IV', 'T4b', 'N1', 'M1']], marker: ['2532-0', 'Lactate dehydrogenase', 'U/L', 220], regimen: 'Nivolumab', drugs: [['nivolumab', 480]], every: 28 },
  { icd10: 'C56.1', name: 'Ovarian cancer', site: 'Ovary', histology: 'High-grade serous carcinoma', percent: 6, sex: 'female', ages: [40, 82], stages: [['IC', 'T1c', 'N0', 'M0'], ['IIIC', 'T3c', 'N0', 'M0'], ['IVB', 'T3c', 'N1', 'M1b']], marker: ['10334-1', 'Cancer Ag 125', 'U/mL', 35], regimen: 'Carboplatin and paclitaxel', drugs: [['carboplatin', 500], ['paclitaxel', 310]], every: 21 },
];

/** One draw of blood: [LOINC, name, unit, usual value, spread, decimals, low, high]. */
// prettier-ignore
export const DRAW: readonly (readonly [string, string, string, number, number, number, number, number])[] = [
  ['6690-2', 'Leukocytes', '10*9/L', 6.6, 0.3, 1, 4, 11],
  ['751-8', 'Neutrophils', '10*9/L', 4, 0.35, 1, 1.8, 7.5],
  ['718-7', 'Hemoglobin', 'g/dL', 12.6, 0.09, 1, 12, 17],
  ['777-3', 'Platelets', '10*9/L', 232, 0.22, 0, 150, 400],
  ['2160-0', 'Creatinine', 'mg/dL', 0.94, 0.16, 2, 0.5, 1.3],
  ['2951-2', 'Sodium', 'mmol/L', 139, 0.015, 0, 135, 145],
  ['2823-3', 'Potassium', 'mmol/L', 4.2, 0.07, 1, 3.5, 5.1],
  ['2345-7', 'Glucose', 'mg/dL', 112, 0.2, 0, 70, 99],
  ['17861-6', 'Calcium', 'mg/dL', 9.3, 0.03, 1, 8.5, 10.2],
  ['1751-7', 'Albumin', 'g/dL', 3.9, 0.09, 1, 3.5, 5],
  ['1742-6', 'Alanine aminotransferase', 'U/L', 26, 0.35, 0, 7, 45],
  ['6768-6', 'Alkaline phosphatase', 'U/L', 88, 0.25, 0, 40, 130],
  ['1975-2', 'Bilirubin.total', 'mg/dL', 0.6, 0.25, 1, 0.2, 1.2],
];

// prettier-ignore
export const FAMILY_NAMES = ['Abara', 'Alvarez', 'Andersen', 'Begum', 'Benítez', 'Castellanos', 'Chavez', 'Dąbrowski', 'Eriksen', 'Fitzpatrick', 'García', 'Haddad', 'Ito', 'Jankovic', 'Kaminski', 'Lefèvre', 'Morales', 'Nakagawa', 'O’Malley', 'Park', 'Quintana', 'Romero', 'Sandoval', 'Tran', 'Underwood', 'Vigil', 'Westbrook', 'Xu', 'Zamora'];
// prettier-ignore
export const GIVEN_NAMES = { female: ['Alma', 'Beatriz', 'Celeste', 'Dora', 'Elena', 'Faye', 'Greta', 'Hana', 'Inés', 'Joyce', 'Kim', 'Lorraine', 'Mei', 'Nadia', 'Opal', 'Paula', 'Renée', 'Stella', 'Tomiko', 'Vera'], male: ['Anton', 'Benito', 'Carl', 'Diego', 'Elias', 'Frank', 'Gustavo', 'Hiro', 'Ivan', 'José', 'Karl', 'Leon', 'Manuel', 'Noah', 'Óscar', 'Peter', 'Ruben', 'Stefan', 'Tom', 'Victor'] } as const;
