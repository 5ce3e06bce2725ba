/**
 * Test families: the same test under the many codes that laboratories give it. The grouping is
 * Portage's own proposal, for trend lines and duplicate checks; a centre reviews and may replace it.
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief
 * Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is
 * available at no cost under the license at http://loinc.org/license. LOINC(R) is a registered
 * United States trademark of Regenstrief Institute, Inc. Names here are short ones of ours.
 *
 * Version 2026-11-22.
 */

/** Where a code's place in its family was read. Confidence A: in the source; C: from memory, to be verified by the centre. */
export const FAMILY_SOURCES = {
  seen: {
    source: 'codes and names as printed in published sample records (Synthea, US Core, QI-Core)',
    year: 2026,
    confidence: 'A',
  },
  mcode: { source: 'HL7 mCODE STU4 4.0.0, value set of tumor marker tests', year: 2025, confidence: 'A' },
  unverified: { source: 'from memory', year: 2026, confidence: 'C' },
} as const;

export type FamilyKind =
  | 'blood-count'
  | 'chemistry'
  | 'lipid'
  | 'coagulation'
  | 'endocrine'
  | 'urine'
  | 'stool'
  | 'immunology'
  | 'cardiac'
  | 'vital-signs'
  | 'imaging'
  | 'tumor-marker'
  | 'biomarker';

export interface TestFamily {
  /** Stable key: `observation.family`. */
  readonly key: string;
  readonly name: string;
  readonly kind: FamilyKind;
  /** The panel that the test is usually ordered in. */
  readonly panel: string | undefined;
  /** LOINC codes, by where their place here was read. */
  readonly codes: Partial<Record<keyof typeof FAMILY_SOURCES, readonly string[]>>;
}

type Row = [key: string, name: string, kind: FamilyKind, panel: string | undefined, codes: TestFamily['codes']];

// prettier-ignore
const ROWS: Row[] = [
  ['leukocytes', 'Leukocytes', 'blood-count', 'cbc', { seen: ['6690-2', '26464-8'], unverified: ['804-5'] }],
  ['erythrocytes', 'Erythrocytes', 'blood-count', 'cbc', { seen: ['789-8'], unverified: ['26453-1', '790-6'] }],
  ['hemoglobin', 'Hemoglobin', 'blood-count', 'cbc', { seen: ['718-7'], unverified: ['20509-6', '30350-3', '30352-9', '59260-0'] }],
  ['hematocrit', 'Hematocrit', 'blood-count', 'cbc', { seen: ['4544-3', '20570-8'], unverified: ['4545-0'] }],
  ['mcv', 'MCV', 'blood-count', 'cbc', { seen: ['787-2'] }],
  ['mch', 'MCH', 'blood-count', 'cbc', { seen: ['785-6'] }],
  ['mchc', 'MCHC', 'blood-count', 'cbc', { seen: ['786-4'] }],
  ['rdw', 'Red cell distribution width', 'blood-count', 'cbc', { seen: ['21000-5'], unverified: ['788-0'] }],
  ['platelets', 'Platelets', 'blood-count', 'cbc', { seen: ['777-3'], unverified: ['26515-7', '778-1'] }],
  ['pdw', 'Platelet distribution width', 'blood-count', 'cbc', { seen: ['32207-3'] }],
  ['mpv', 'Mean platelet volume', 'blood-count', 'cbc', { seen: ['32623-1'] }],
  ['neutrophils', 'Neutrophils', 'blood-count', 'cbc', { seen: ['751-8', '26499-4'], unverified: ['753-4'] }],
  ['lymphocytes', 'Lymphocytes', 'blood-count', 'cbc', { unverified: ['731-0', '26474-7', '732-8'] }],

  ['glucose', 'Glucose', 'chemistry', 'bmp', { seen: ['2339-0', '2345-7'], unverified: ['1558-6', '14749-6', '14771-0', '15074-8'] }],
  ['urea-nitrogen', 'Urea nitrogen', 'chemistry', 'bmp', { seen: ['6299-2', '3094-0'], unverified: ['14937-7', '22664-7'] }],
  ['creatinine', 'Creatinine', 'chemistry', 'bmp', { seen: ['38483-4', '2160-0'], unverified: ['14682-9', '59826-8'] }],
  ['egfr', 'eGFR', 'chemistry', 'bmp', { seen: ['33914-3'], unverified: ['62238-1', '98979-8', '48642-3', '48643-1', '50044-7', '69405-9', '77147-7', '88293-6', '88294-4'] }],
  ['calcium', 'Calcium', 'chemistry', 'bmp', { seen: ['49765-1', '17861-6'], unverified: ['2000-8'] }],
  ['sodium', 'Sodium', 'chemistry', 'bmp', { seen: ['2947-0', '2951-2'] }],
  ['potassium', 'Potassium', 'chemistry', 'bmp', { seen: ['6298-4', '2823-3'] }],
  ['chloride', 'Chloride', 'chemistry', 'bmp', { seen: ['2069-3', '2075-0'] }],
  ['carbon-dioxide', 'Carbon dioxide', 'chemistry', 'bmp', { seen: ['20565-8', '2028-9'], unverified: ['1963-8'] }],
  ['protein', 'Protein', 'chemistry', 'cmp', { seen: ['2885-2'] }],
  ['albumin', 'Albumin', 'chemistry', 'cmp', { seen: ['1751-7'], unverified: ['61151-7', '61152-5'] }],
  ['globulin', 'Globulin', 'chemistry', 'cmp', { seen: ['10834-0'] }],
  ['bilirubin', 'Bilirubin, total', 'chemistry', 'cmp', { seen: ['1975-2'], unverified: ['14631-6', '42719-5'] }],
  ['alkaline-phosphatase', 'Alkaline phosphatase', 'chemistry', 'cmp', { seen: ['6768-6'] }],
  ['alt', 'ALT', 'chemistry', 'cmp', { seen: ['1742-6'], unverified: ['1743-4', '1744-2'] }],
  ['ast', 'AST', 'chemistry', 'cmp', { seen: ['1920-8'], unverified: ['30239-8', '88112-8'] }],
  ['magnesium', 'Magnesium', 'chemistry', undefined, { unverified: ['19123-9', '2601-3'] }],
  ['urate', 'Urate', 'chemistry', undefined, { unverified: ['3084-1', '14933-6'] }],
  ['ferritin', 'Ferritin', 'chemistry', undefined, { unverified: ['2276-4', '20567-4'] }],
  ['crp', 'C-reactive protein', 'chemistry', undefined, { unverified: ['1988-5', '30522-7', '71426-1', '76485-2'] }],
  ['hba1c', 'Hemoglobin A1c', 'chemistry', undefined, { seen: ['4548-4'], unverified: ['17856-6', '41995-2', '59261-8', '62388-4', '71875-9', '4549-2'] }],
  ['nt-probnp', 'NT-proBNP', 'cardiac', undefined, { seen: ['33762-6'], unverified: ['71425-3', '83107-3', '83108-1'] }],
  ['lvef', 'Left ventricular ejection fraction', 'cardiac', undefined, { seen: ['10230-1'] }],

  ['cholesterol', 'Cholesterol, total', 'lipid', 'lipid', { seen: ['2093-3', '35200-5'], unverified: ['14647-2'] }],
  ['ldl', 'LDL cholesterol', 'lipid', 'lipid', { seen: ['18262-6', '13457-7'], unverified: ['2089-1', '22748-8', '39469-2'] }],
  ['hdl', 'HDL cholesterol', 'lipid', 'lipid', { seen: ['2085-9'], unverified: ['14646-4'] }],
  ['triglycerides', 'Triglycerides', 'lipid', 'lipid', { seen: ['2571-8', '35217-9'], unverified: ['14927-8'] }],

  ['inr', 'INR', 'coagulation', undefined, { seen: ['6301-6'], unverified: ['34714-6', '38875-1', '46418-0'] }],
  ['prothrombin-time', 'Prothrombin time', 'coagulation', undefined, { seen: ['5902-2'], unverified: ['5964-2'] }],
  ['aptt', 'aPTT', 'coagulation', undefined, { seen: ['3173-2'], unverified: ['14979-9'] }],
  ['d-dimer', 'D-dimer', 'coagulation', undefined, { seen: ['48065-7'], unverified: ['48067-3'] }],

  ['tsh', 'TSH', 'endocrine', undefined, { unverified: ['3016-3', '11580-8', '11579-0'] }],
  ['testosterone', 'Testosterone', 'endocrine', undefined, { unverified: ['2986-8', '14913-8'] }],
  ['igg', 'IgG', 'immunology', undefined, { unverified: ['2465-3'] }],
  ['cd4', 'CD4 cells', 'immunology', undefined, { unverified: ['24467-3'] }],
  ['hiv-viral-load', 'HIV viral load', 'immunology', undefined, { unverified: ['20447-9'] }],

  ['urine-acr', 'Urine albumin/creatinine', 'urine', undefined, { seen: ['14959-1'], unverified: ['9318-7', '13705-9', '14585-4', '30000-4', '32294-1'] }],
  ['urine-protein', 'Urine protein', 'urine', 'urinalysis', { seen: ['20454-5', '5804-0'] }],
  ['urine-glucose', 'Urine glucose', 'urine', 'urinalysis', { seen: ['5792-7', '25428-4'] }],
  ['urine-bilirubin', 'Urine bilirubin', 'urine', 'urinalysis', { seen: ['20505-4', '5770-3'] }],
  ['urine-ketones', 'Urine ketones', 'urine', 'urinalysis', { seen: ['5797-6', '2514-8'] }],
  ['urine-specific-gravity', 'Urine specific gravity', 'urine', 'urinalysis', { seen: ['5811-5'] }],
  ['urine-ph', 'Urine pH', 'urine', 'urinalysis', { seen: ['5803-2'] }],
  ['urine-nitrite', 'Urine nitrite', 'urine', 'urinalysis', { seen: ['5802-4'] }],
  ['urine-blood', 'Urine hemoglobin', 'urine', 'urinalysis', { seen: ['5794-3'] }],
  ['urine-leukocyte-esterase', 'Urine leukocyte esterase', 'urine', 'urinalysis', { seen: ['5799-2'] }],
  ['fit', 'Stool blood test (FIT)', 'stool', undefined, { seen: ['57905-2'], unverified: ['2335-8', '12503-9', '12504-7', '14563-1', '14564-9', '14565-6', '27396-1', '27401-9', '27925-7', '27926-5', '29771-3', '56490-6', '56491-4', '58453-2', '80372-6'] }],

  ['body-weight', 'Body weight', 'vital-signs', undefined, { seen: ['29463-7'], unverified: ['3141-9'] }],
  ['body-height', 'Body height', 'vital-signs', undefined, { seen: ['8302-2'] }],
  ['bmi', 'BMI', 'vital-signs', undefined, { seen: ['39156-5'] }],
  ['body-surface-area', 'Body surface area', 'vital-signs', undefined, { seen: ['8277-6'] }],
  ['blood-pressure', 'Blood pressure', 'vital-signs', undefined, { seen: ['85354-9', '55284-4'] }],
  ['systolic-blood-pressure', 'Systolic blood pressure', 'vital-signs', undefined, { seen: ['8480-6'] }],
  ['diastolic-blood-pressure', 'Diastolic blood pressure', 'vital-signs', undefined, { seen: ['8462-4'] }],
  ['heart-rate', 'Heart rate', 'vital-signs', undefined, { seen: ['8867-4'] }],
  ['respiratory-rate', 'Respiratory rate', 'vital-signs', undefined, { seen: ['9279-1'] }],
  ['body-temperature', 'Body temperature', 'vital-signs', undefined, { seen: ['8310-5', '8331-1'] }],
  ['oxygen-saturation', 'Oxygen saturation', 'vital-signs', undefined, { seen: ['2708-6', '59408-5'] }],

  ['bone-density', 'Bone density', 'imaging', undefined, { seen: ['38265-5'] }],
  ['bone-scan', 'Bone scan', 'imaging', undefined, { seen: ['25031-6'] }],
  ['chest-xray', 'Chest X-ray', 'imaging', undefined, { seen: ['30746-2'], unverified: ['36643-5', '24647-0', '30745-4', '36554-4'] }],

  ['cea', 'CEA', 'tumor-marker', undefined, { mcode: ['2039-6', '83085-1', '19166-8', '19167-6'] }],
  ['psa', 'PSA', 'tumor-marker', undefined, { mcode: ['2857-1', '83112-3', '35741-8', '19195-7', '19197-3'] }],
  ['ca-15-3', 'CA 15-3', 'tumor-marker', undefined, { mcode: ['6875-9', '83083-6'] }],
  ['ca-27-29', 'CA 27.29', 'tumor-marker', undefined, { mcode: ['17842-6'] }],
  ['ca-125', 'CA 125', 'tumor-marker', undefined, { mcode: ['10334-1', '83082-8'] }],
  ['ca-19-9', 'CA 19-9', 'tumor-marker', undefined, { mcode: ['24108-3'], unverified: ['83084-4'] }],
  ['ldh', 'LDH', 'tumor-marker', undefined, { mcode: ['2532-0', '14804-9', '14805-6'] }],
  ['afp', 'AFP', 'tumor-marker', undefined, { unverified: ['1834-1', '83072-9', '53962-7'] }],
  ['hcg', 'hCG, beta', 'tumor-marker', undefined, { mcode: ['21198-7', '20415-6', '2111-3'] }],
  ['beta-2-microglobulin', 'Beta-2 microglobulin', 'tumor-marker', undefined, { mcode: ['1952-1', '14626-6'] }],
  ['m-protein', 'Monoclonal protein', 'tumor-marker', undefined, { unverified: ['33358-3'] }],
  ['kappa-free', 'Free kappa light chains', 'tumor-marker', undefined, { unverified: ['36916-5'] }],
  ['lambda-free', 'Free lambda light chains', 'tumor-marker', undefined, { unverified: ['33944-0'] }],
  ['thyroglobulin', 'Thyroglobulin', 'tumor-marker', undefined, { mcode: ['3013-0', '14918-7'] }],
  ['calcitonin', 'Calcitonin', 'tumor-marker', undefined, { mcode: ['1992-7', '15035-9'] }],
  ['chromogranin-a', 'Chromogranin A', 'tumor-marker', undefined, { mcode: ['9811-1', '25587-7', '30169-7'] }],
  ['nse', 'Neuron specific enolase', 'tumor-marker', undefined, { mcode: ['15060-7', '2225-1', '19193-2', '48138-2'] }],

  ['er', 'Estrogen receptor', 'biomarker', undefined, { mcode: ['85337-4', '16112-5', '40556-3', '85329-1'] }],
  ['pr', 'Progesterone receptor', 'biomarker', undefined, { mcode: ['85339-0', '16113-3', '40557-1'] }],
  ['her2', 'HER2', 'biomarker', undefined, { mcode: ['48676-1', '85319-2'] }],
  ['her2-fish', 'HER2 (FISH)', 'biomarker', undefined, { mcode: ['85318-4', '31150-6'] }],
  ['er-pr', 'Estrogen and progesterone receptors', 'biomarker', undefined, { mcode: ['10480-2'] }],
  ['msi', 'Microsatellite instability', 'biomarker', undefined, { mcode: ['81695-9', '62862-8', '43368-0'] }],
  ['kras', 'KRAS', 'biomarker', undefined, { mcode: ['21702-6', '53620-1', '75974-6', '82535-6', '85509-8'] }],
  ['braf', 'BRAF V600E', 'biomarker', undefined, { mcode: ['85299-6'] }],
  ['alk', 'ALK rearrangement', 'biomarker', undefined, { mcode: ['78205-2', '78210-2'] }],
  ['egfr-protein', 'EGFR', 'biomarker', undefined, { mcode: ['39004-7'] }],
  ['pd-l1', 'PD-L1', 'biomarker', undefined, { mcode: ['83052-1', '83055-4', '83057-0'] }],
  ['cd20', 'CD20', 'biomarker', undefined, { mcode: ['10438-0'] }],
  ['psa-tissue', 'PSA in tissue', 'biomarker', undefined, { mcode: ['10508-0'] }],
  ['gleason', 'Gleason score', 'biomarker', undefined, { seen: ['35266-6'] }],
];

export const TEST_FAMILIES: readonly TestFamily[] = ROWS.map(([key, name, kind, panel, codes]) => ({
  key,
  name,
  kind,
  panel,
  codes,
}));

const BY_LOINC: ReadonlyMap<string, TestFamily> = new Map(
  TEST_FAMILIES.flatMap((family) =>
    Object.values(family.codes).flatMap((codes) => codes.map((code) => [code, family] as const)),
  ),
);

/** The family of a LOINC code; undefined where we know of none. */
export const familyOfLoinc = (code: string): TestFamily | undefined => BY_LOINC.get(code);
