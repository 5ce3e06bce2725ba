/**
 * Panels that laboratory tests are ordered in.
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief
 * Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is
 * available at no cost under the license at http://loinc.org/license. Names here are ours.
 */

/** Panels: what they consist of, and the LOINC codes of the order where seen in sample records. */
export const PANELS: readonly { key: string; name: string; loinc: string; synonyms: string; parts: string }[] = [
  {
    key: 'cbc',
    name: 'Complete blood count',
    loinc: '58410-2 24317-0',
    synonyms: 'cbc, fbc, full blood count, hemogram, blood count',
    parts: 'leukocytes erythrocytes hemoglobin hematocrit platelets',
  },
  {
    key: 'cbc-diff',
    name: 'Complete blood count with differential',
    loinc: '57021-8 57782-5 69742-5',
    synonyms:
      'complete blood count with diff, complete blood count w diff, complete blood count w differential, cbc with diff, cbc w diff, cbc diff, cbc differential, cbc with differential',
    parts: 'leukocytes erythrocytes hemoglobin hematocrit platelets neutrophils lymphocytes',
  },
  {
    key: 'bmp',
    name: 'Basic metabolic panel',
    loinc: '51990-0 24321-2 24320-4',
    synonyms: 'bmp, basic metabolic, basic metab, basic metab panel, chem 7, chem7, chem-8',
    parts: 'glucose urea-nitrogen creatinine calcium sodium potassium chloride carbon-dioxide',
  },
  {
    key: 'cmp',
    name: 'Comprehensive metabolic panel',
    loinc: '24323-8 24322-0',
    synonyms:
      'cmp, cmp14, comprehensive metabolic, comp metabolic, comp metabolic panel, comp metab, comp metab panel, comprehensive metab, chem 14, cmp egfr, cmp14 egfr',
    parts:
      'glucose urea-nitrogen creatinine calcium sodium potassium chloride carbon-dioxide protein albumin bilirubin alkaline-phosphatase alt ast',
  },
  {
    key: 'electrolytes',
    name: 'Electrolytes and renal function',
    loinc: '',
    synonyms: 'u&e, ue, urea and electrolytes, renal function, kidney function',
    parts: 'sodium potassium urea-nitrogen creatinine',
  },
  {
    key: 'electrolyte-panel',
    name: 'Electrolyte panel',
    loinc: '24326-1',
    synonyms: 'lytes, electrolytes, electrolytes panel, serum electrolytes',
    parts: 'sodium potassium chloride carbon-dioxide',
  },
  {
    key: 'renal-panel',
    name: 'Renal function panel',
    loinc: '24362-6',
    synonyms: 'renal panel, kidney panel, kidney function panel',
    parts: 'sodium potassium chloride carbon-dioxide urea-nitrogen creatinine glucose calcium phosphate albumin',
  },
  {
    key: 'iron-studies',
    name: 'Iron studies',
    loinc: '50190-8',
    synonyms: 'iron panel, iron and tibc, iron tibc, fe tibc',
    parts: 'iron tibc',
  },
  {
    key: 'lft',
    name: 'Liver function',
    loinc: '24325-3',
    synonyms:
      'lft, lfts, liver function tests, liver function test, liver panel, hepatic function, hepatic function panel, hepatic panel',
    parts: 'alt ast alkaline-phosphatase bilirubin albumin',
  },
  {
    key: 'bone-profile',
    name: 'Bone profile',
    loinc: '',
    synonyms: 'bone panel',
    parts: 'calcium phosphate albumin alkaline-phosphatase',
  },
  {
    key: 'lipid',
    name: 'Lipid panel',
    loinc: '57698-3 24331-1',
    synonyms: 'lipids, lipid profile, fasting lipids',
    parts: 'cholesterol ldl hdl triglycerides',
  },
  {
    key: 'coagulation-screen',
    name: 'Coagulation screen',
    loinc: '',
    synonyms: 'coag, coags, clotting screen',
    parts: 'inr aptt',
  },
  {
    key: 'thyroid-panel',
    name: 'Thyroid function',
    loinc: '',
    synonyms: 'tft, tfts, thyroid function tests, thyroid panel',
    parts: 'tsh free-t4',
  },
  {
    key: 'urinalysis',
    name: 'Urinalysis',
    loinc: '24356-8 24357-6 50556-0',
    synonyms: 'ua, ua dipstick, urine dipstick, u/a, urine analysis, urinalysis dipstick, ua with microscopy',
    parts:
      'urine-protein urine-glucose urine-bilirubin urine-ketones urine-specific-gravity urine-ph urine-nitrite urine-blood urine-leukocyte-esterase',
  },
];
