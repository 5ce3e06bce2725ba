/**
 * Laboratory families beyond the shared ones, and the words that people search all of them by.
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief
 * Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is
 * available at no cost under the license at http://loinc.org/license. Names here are ours. Codes of
 * this file are from memory (confidence C): a centre verifies them.
 */
import type { FamilyGroup } from '../family.ts';

export interface OwnFamily {
  readonly key: string;
  readonly name: string;
  readonly group: FamilyGroup;
  readonly loinc: readonly string[];
  readonly synonyms: string;
  readonly specimen?: string;
}

const own = (
  key: string,
  name: string,
  group: FamilyGroup,
  loinc: string,
  synonyms: string,
  specimen?: string,
): OwnFamily => ({
  key,
  name,
  group,
  loinc: loinc.split(' ').filter(Boolean),
  synonyms,
  ...(specimen === undefined ? {} : { specimen }),
});

export const MORE_LABORATORY: readonly OwnFamily[] = [
  own('phosphate', 'Phosphate', 'chemistry', '2777-1 14879-1', 'phosphorus, phos, po4'),
  own('ggt', 'GGT', 'chemistry', '2324-2', 'ggtp, gamma gt, gamma glutamyl transferase'),
  own('lipase', 'Lipase', 'chemistry', '3040-3', ''),
  own('iron', 'Iron', 'chemistry', '2498-4 14798-3', 'serum iron, fe'),
  own('vitamin-b12', 'Vitamin B12', 'haematology', '2132-9 14685-2', 'b12, b 12, vitamin b 12, cobalamin'),
  own('folate', 'Folate', 'haematology', '2284-8 14732-2', 'folic acid'),
  own('esr', 'ESR', 'haematology', '4537-7 30341-2', 'sed rate, sedimentation rate, erythrocyte sedimentation rate'),
  own(
    'reticulocytes',
    'Reticulocytes',
    'haematology',
    '17849-1 60474-4',
    'retic count, retics, reticulocytes 100 erythrocytes',
  ),
  own('troponin', 'Troponin', 'chemistry', '10839-9 6598-7 49563-0 67151-1 89579-7', 'trop, troponin i, troponin t'),
  own(
    'vitamin-d',
    'Vitamin D',
    'endocrine',
    '1989-3 62292-8 14635-7 35365-6 49054-0 68438-1',
    '25-oh vitamin d, 25-oh vit d, vit d, vit d 25-oh, 25 hydroxy vitamin d, 25 hydroxyvitamin d, 25-hydroxycalciferol, calcidiol',
  ),
  own('free-t4', 'Free T4', 'endocrine', '3024-7 14920-3', 't4 free direct, ft4, free thyroxine, thyroxine free'),
  own('cortisol', 'Cortisol', 'endocrine', '2143-6 14675-3', ''),
  own('pth', 'Parathyroid hormone', 'endocrine', '2731-8 14866-8', 'pth, intact pth, parathyrin'),
  own('amylase', 'Amylase', 'chemistry', '1798-8', ''),
  own(
    'ionized-calcium',
    'Ionized calcium',
    'chemistry',
    '1995-0 12180-6 17864-0',
    'calcium ionized, ionised calcium, ica',
  ),
  own(
    'direct-bilirubin',
    'Direct bilirubin',
    'chemistry',
    '1968-7 14629-0 15152-2',
    'bilirubin direct, conjugated bilirubin, bilirubin glucuronidated',
  ),
  own('tibc', 'Total iron binding capacity', 'chemistry', '2500-7 14800-7', 'iron binding capacity'),
  own('haptoglobin', 'Haptoglobin', 'haematology', '4542-7', ''),
  own('fibrinogen', 'Fibrinogen', 'haematology', '3255-7', ''),
  own('free-t3', 'Free T3', 'endocrine', '3051-0 14928-6', 'ft3, free triiodothyronine'),
  own('estradiol', 'Estradiol', 'endocrine', '2243-4 14715-7', 'oestradiol, e2'),
  own('fsh', 'FSH', 'endocrine', '15067-2', 'follicle stimulating hormone, follitropin'),
  own('lh', 'LH', 'endocrine', '10501-5', 'luteinizing hormone, lutropin'),
  own('prolactin', 'Prolactin', 'endocrine', '2842-3', ''),
  own(
    'hiv-screen',
    'HIV screening',
    'microbiology',
    '56888-1 75622-1',
    'hiv, hiv test, hiv ag ab, hiv antigen antibody, hiv 1/2 ag/ab',
  ),
  own('urine-culture', 'Urine culture', 'microbiology', '630-4', 'culture urine, msu, midstream urine', 'urine'),
  own('blood-culture', 'Blood culture', 'microbiology', '600-7', 'culture blood, blood cultures', 'blood'),
  own('wound-culture', 'Wound culture', 'microbiology', '', 'culture wound, wound swab', 'wound'),
  own('sputum-culture', 'Sputum culture', 'microbiology', '', 'culture sputum', 'sputum'),
  own('throat-culture', 'Throat culture', 'microbiology', '', 'culture throat, throat swab', 'throat'),
  own(
    'c-difficile',
    'C. difficile',
    'microbiology',
    '34713-8 54067-4',
    'c diff, clostridioides difficile, clostridium difficile',
    'stool',
  ),
  own(
    'hepatitis-b-antigen',
    'Hepatitis B surface antigen',
    'microbiology',
    '5195-3 5196-1',
    'hbsag, hep b surface antigen, hepatitis b surface ag',
  ),
  own(
    'hepatitis-c-antibody',
    'Hepatitis C antibody',
    'microbiology',
    '16128-1 13955-0',
    'hcv antibody, hcv ab, hep c, hep c ab, hep c antibody, anti-hcv',
  ),
];

/** Words for shared families, by key. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  leukocytes:
    'wbc, white blood cells, white blood cell, white blood cell count, white blood count, white cell count, white count, leucocytes',
  erythrocytes: 'rbc, red blood cells, red blood cell, red blood cell count, red cell count',
  hemoglobin: 'hb, hgb, haemoglobin',
  hematocrit: 'hct, haematocrit, packed cell volume',
  mcv: 'mean corpuscular volume',
  mch: 'mean corpuscular hemoglobin',
  mchc: 'mean corpuscular hemoglobin concentration',
  platelets: 'plt, platelet count, thrombocytes',
  neutrophils: 'anc, neut abs, abs neut, neut, neutros, abs neutrophil, absolute neutrophil count, neutrophil count',
  lymphocytes: 'lymphocyte count, lymphs, lymphs abs',
  glucose: 'gluc, glu, blood sugar, blood glucose, fasting glucose',
  'urea-nitrogen': 'bun, urea, blood urea nitrogen',
  creatinine: 'creat, crea, serum creatinine, cr',
  egfr: 'gfr, glomerular filtration rate, estimated gfr',
  calcium: 'ca, serum calcium',
  sodium: 'na, serum sodium',
  potassium: 'k, serum potassium, k+',
  chloride: 'cl',
  'carbon-dioxide': 'co2, bicarbonate, total co2, hco3',
  protein: 'total protein, serum protein',
  albumin: 'serum albumin',
  bilirubin: 'bilirubin total, total bilirubin, bili, tbil, tbili',
  'alkaline-phosphatase': 'alp, alk phos, alkp, alkaline phos, alk phosphatase',
  alt: 'sgpt, alanine aminotransferase, alanine transaminase',
  ast: 'sgot, aspartate aminotransferase, aspartate transaminase',
  magnesium: 'mg, serum magnesium',
  urate: 'uric acid',
  crp: 'c reactive protein, hs-crp, hscrp',
  hba1c:
    'a1c, glyco hgb, glyco hb, glycohgb, ghb, hb a1c, glycated haemoglobin, glycated hemoglobin, hemoglobin a1c, glycohemoglobin, hgb a1c, haemoglobin a1c, glycated hgb, glycosylated hemoglobin, a1c hemoglobin',
  'nt-probnp': 'bnp, probnp, probnp n-terminal, pro-bnp, natriuretic peptide',
  cholesterol: 'total cholesterol',
  ldl: 'ldl cholesterol, low density lipoprotein cholesterol',
  hdl: 'hdl cholesterol, high density lipoprotein cholesterol',
  triglycerides: 'tg, trigs, triglyceride',
  inr: 'pt/inr, pt inr, pt with inr, prothrombin time inr, protime inr, international normalized ratio',
  'prothrombin-time': 'pt, protime',
  aptt: 'ptt, partial thromboplastin time',
  'd-dimer': 'ddimer, fibrin d-dimer',
  tsh: 'thyroid stimulating hormone, thyrotropin',
  testosterone: 'total testosterone',
  'urine-acr':
    'acr, uacr, microalbumin creat ratio, microalb creat ratio, albumin creat ratio, microalbumin, microalbumin creatinine ratio, albumin creatinine ratio, urine microalbumin',
  fit: 'fit, hemoglobin gastrointestinal stool, stool fit, ifobt, fecal immunochemical test, stool occult blood, fobt, fecal occult blood, faecal occult blood',
  'bone-density': 'dxa, dexa, bone densitometry, bone density scan, dxa scan, bmd',
  'bone-scan': 'nuclear bone scan, bone scintigraphy, radionuclide bone scan',
  'chest-xray': 'cxr, chest x-ray, chest radiograph, x-ray chest, xr chest, plain x-ray of chest, chest film',
  cea: 'carcinoembryonic antigen, carcinoembryonic ag',
  psa: 'prostate specific antigen, prostate specific ag, psa total',
  'ca-15-3': 'ca 15-3, ca 15.3, ca15.3, ca15-3, cancer antigen 15-3, cancer ag 15-3',
  'ca-27-29': 'ca 27-29, cancer antigen 27.29, cancer antigen 27-29, ca27.29, ca27-29, cancer ag 27-29',
  'ca-125': 'ca125, ca 125, cancer antigen 125, cancer ag 125',
  'ca-19-9': 'ca19-9, carbohydrate antigen 19-9, carbohydrate ag 19-9, ca 19-9, cancer antigen 19-9, cancer ag 19-9',
  ldh: 'ld, lactate dehydrogenase, lactic dehydrogenase',
  afp: 'alpha fetoprotein, alpha-fetoprotein, alpha-1-fetoprotein',
  hcg: 'beta hcg, b-hcg, human chorionic gonadotropin',
  'm-protein': 'spep, serum protein electrophoresis, m spike, paraprotein',
  thyroglobulin: 'tg thyroid',
  igg: 'immunoglobulin g',
  lvef: 'ejection fraction',
  'ct-chest': 'ldct, low dose ct, low dose ct lung, lung cancer screening ct',
  'xray-abdomen': 'kub, abdominal film',
  'us-abdomen': 'ruq ultrasound, right upper quadrant ultrasound',
  'us-pelvis': 'transvaginal ultrasound, tvus',
};

/** LOINC codes of families that are defined elsewhere, where senders print no more than the code. */
export const MORE_CODES: Readonly<Record<string, string>> = {
  mammogram:
    '24606-6 24604-1 24605-8 26175-0 26346-7 26347-5 26349-1 36319-2 36625-2 37551-9 46342-2 46350-5 46354-7 46356-2 72137-3 72142-3',
  colonoscopy: '18746-8',
  echocardiogram: '42148-7 34552-0',
  ecg: '11524-6',
  'pet-ct': '44139-4',
  'ct-chest': '24627-2',
  'ct-head': '24725-4 30799-1',
  'ct-abdomen': '41806-1',
  'mri-head': '24590-2',
  'us-abdomen': '24558-9',
};

/** HCPCS level II codes (CMS, free), only those that name one test without doubt. */
export const HCPCS_CODES: Readonly<Record<string, string>> = {
  psa: 'G0103',
  'hepatitis-c-antibody': 'G0472',
  ecg: 'G0403',
  // CMS deleted G0202, G0204 and G0206 in 2018 and G0297 in 2021; records still hold them.
  mammogram: 'G0202 G0204 G0206 G0279',
  'ct-chest': 'G0297',
  fit: 'G0328',
  colonoscopy: 'G0105 G0121',
  'mri-breast': 'C8903 C8905 C8906 C8908',
};
