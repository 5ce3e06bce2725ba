// Names as laboratories, radiology departments and record systems print them, and what each must be taken for.
import { describe, expect, it } from 'vitest';
import { catalogueOf, OWN_CATALOGUE } from './catalogue.ts';
import { LOINC, type Family } from './family.ts';
import { familiesOf, recognize, type TestName } from './recognize.ts';

const PRINTED = `
hba1c = Hgb A1c | HbA1c (NGSP) | Haemoglobin A1c | GLYCATED HGB | HEMOGLOBIN A1C W/EAG | Hemoglobin A1c/Hemoglobin.total in Blood | Glyco Hgb
creatinine = Creatinine, Ser/Plas | CREATININE, SERUM | Creatinine Level | CREA | Creat | Creatinine [Mass/volume] in Serum or Plasma
sodium = Sodium Level | Sodium [Moles/volume] in Serum or Plasma
potassium = Potassium Lvl | POTASSIUM, PLASMA
tsh = TSH 3rd generation | TSH w/ reflex FT4 | Thyrotropin [Units/volume] in Serum or Plasma | TSH Rfx on Abnormal to Free T4
cbc-diff = CBC W/ AUTO DIFF | CBC with Differential/Platelet | CBC W AUTO DIFFERENTIAL PANEL - BLOOD | Complete Blood Count w/Differential
cbc = CBC no diff | Complete Blood Count | Full blood count
cmp = COMPREHENSIVE METABOLIC PNL | Comp Metabolic Panel | CMP14+eGFR | Metabolic Panel, Comprehensive | Comprehensive metabolic 2000 panel - Serum or Plasma
bmp = BASIC METABOLIC PANEL | Basic Metab Panel
lipid = Lipid Panel w reflex to direct LDL | LIPID PANEL WITH LDL/HDL RATIO | Lipid profile
lft = HEPATIC FUNCTION PANEL | Liver function test | Hepatic function 2000 panel - Serum or Plasma
psa = PSA, Total | PSA (total), serum | Prostate Specific Ag [Mass/volume] in Serum or Plasma | Prostate-Specific Antigen | PSA screening
vitamin-d = Vitamin D, 25-Hydroxy | 25-hydroxyvitamin D | Vit D 25 OH
vitamin-b12 = Vitamin B-12
chest-xray = XR CHEST 2 VIEWS | XR Chest PA and Lateral | Radiograph of chest | CHEST 2 VIEW | CHEST PA/LAT | Radiologic exam, chest
ct-chest = CT CHEST W CONTRAST | CT Thorax with IV contrast | CT Chest Low Dose Screening
ct-abdomen-pelvis = CT ABD/PELVIS W IV CON | CT Abdomen and Pelvis WO contrast | CT Urogram
ct-chest-abdomen-pelvis = CT chest/abd/pelvis | CT CHEST ABDOMEN PELVIS W CONTRAST | CT TAP
mri-head = MR BRAIN W WO | MRI Brain with and without contrast | MRI HEAD
mri-spine-lumbar = MR Lumbar Spine WO | MRI lumbar spine, lumbar disc disease
mri-spine-thoracic = MRI thoracic spine | MR THORACIC SPINE W WO
ct-chest-abdomen = CT chest and abdomen | CT abdomen and chest
mri-knee = MRI left knee without contrast
mammogram = MAM SCREENING BILAT | MG Breast Screening | MAMMO DIGITAL SCREENING BILATERAL W TOMO | 3D mammogram | DBT Breast - bilateral screening
us-breast = US BREAST LT | Ultrasonography of bilateral breasts (procedure)
us-abdomen = US ABDOMEN COMPLETE
us-kidney = Renal ultrasound
us-thyroid = US thyroid | US SOFT TISSUE HEAD NECK THYROID
pet-ct = NM PET CT SKULL TO THIGH | PET/CT | FDG PET-CT | PT CT WHOLE BODY FDG
bone-density = DEXA BONE DENSITY AXIAL | DXA Bone density | Dual-energy X-ray absorptiometry
echocardiogram = ECHO 2D COMPLETE | Transthoracic echo (TTE) | trans thoracic echocardiogram
transesophageal-echocardiogram = Transesophageal echocardiogram
stress-echocardiogram = Stress echocardiogram
ecg = EKG 12-lead | Electrocardiographic procedure
colonoscopy = Colonoscopy w biopsy
urinalysis = Urinalysis | UA with microscopy | Urinalysis macro (dipstick) panel - Urine
urine-culture = Urine culture, routine | Culture, urine
blood-culture = Culture Blood | BLOOD CULTURE #1
fit = Fecal occult blood test | FIT | Hemoglobin.gastrointestinal.lower [Presence] in Stool by Immunoassay
throat-culture = Throat culture (procedure)
inr = PT/INR | INR in Platelet poor plasma | PROTHROMBIN TIME (PT) WITH INR | Protime-INR
prothrombin-time = Prothrombin time (PT) in Platelet poor plasma
aptt = aPTT
calcium = Calcium [Mass/volume] in Serum or Plasma | Calcium total
bilirubin = Bilirubin.total | BILIRUBIN TOTAL
alt = ALT (SGPT) | Alanine Aminotransferase | Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma
ast = AST/SGOT
alkaline-phosphatase = ALK PHOS | Alkaline Phos | ALKP
cea = CEA | Carcinoembryonic Antigen (CEA)
ca-125 = CA-125 | CA 125 | Cancer Antigen 125
ca-19-9 = CA 19-9 | Carbohydrate antigen 19-9
ca-27-29 = CA 27.29 | Cancer Antigen 27.29
ca-15-3 = CA 15-3 | CA 15.3
afp = AFP tumor marker | Alpha-1-Fetoprotein.tumor marker [Mass/volume] in Serum or Plasma
ldh = LDH | LD
ferritin = Ferritin
iron = Iron
glucose = Glucose | Glucose, fasting | Glucose [Mass/volume] in Serum or Plasma | Glucose POC
urine-protein = Protein, urine
protein = Protein total
albumin = Albumin | Albumin [Mass/volume] in Serum or Plasma by Electrophoresis | Albumin [Mass/volume] in Serum or Plasma by Bromocresol green (BCG) dye binding method
urine-acr = Microalbumin/creatinine ratio, urine | Albumin/Creatinine ratio | Microalb/Creat Ratio
troponin = Troponin I, high sensitivity
crp = hs-CRP | CRP
esr = ESR | Sed Rate
magnesium = Magnesium
phosphate = Phosphorus
urate = Uric acid
urea-nitrogen = BUN | Urea
egfr = eGFR | GFR/1.73 sq M.predicted | Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)
hemoglobin = Hemoglobin | HGB | Hemoglobin [Mass/volume] in Blood
leukocytes = WBC | Leukocytes [#/volume] in Blood by Automated count | White Blood Cell Count
platelets = Platelet count | Platelets
neutrophils = Neutrophils Abs | Absolute Neutrophil Count | Neut Abs
free-t4 = Free T4 | T4, free | T4,Free(Direct)
thyroglobulin = Thyroglobulin
testosterone = Testosterone, total
cortisol = Cortisol AM
pth = PTH intact
nt-probnp = BNP | NT-proBNP
hepatitis-b-antigen = Hepatitis B surface antigen
hepatitis-c-antibody = Hep C Ab
lipase = Lipase
chloride = Chloride
carbon-dioxide = CO2 | Carbon Dioxide, Total | Bicarbonate
m-protein = SPEP | Serum protein electrophoresis
hcg = Beta hCG quantitative
kappa-free = Kappa free light chains
igg = IgG
d-dimer = D-dimer
c-difficile = C. difficile toxin
mri-prostate = MRI prostate w wo
mri-breast = MRI breast bilateral with and without contrast
bone-scan = Bone scan whole body | NM Bone scan whole body
ct-head = CT head without contrast
ct-sinuses = CT sinus
ct-neck = CT neck soft tissue w contrast
xray-hip = X-ray left hip | XR HIP RIGHT 2 VIEWS | XR HIPS BILATERAL
spirometry = Pulmonary function test
upper-endoscopy = EGD | EGD with biopsy
us-leg-veins = Lower extremity venous duplex | US DUPLEX LOWER EXT VEINS
us-carotid = Carotid duplex
us-abdomen = RUQ ultrasound
xray-abdomen = KUB
ionized-calcium = Calcium, ionized | Calcium ionized [Moles/volume] in Serum or Plasma
direct-bilirubin = Bilirubin, direct | Bilirubin.glucuronidated [Moles/volume] in Serum or Plasma
tibc = Total iron binding capacity | TIBC
iron-studies = Iron and TIBC | Iron panel
renal-panel = Renal function panel
electrolyte-panel = Electrolytes panel
electrolytes = U&E | Renal function
hiv-screen = HIV 1/2 Ag/Ab
pet-psma = PSMA PET/CT | NM PET CT PSMA SKULL BASE TO MID-THIGH
pet-ct = FDG PET | PET/CT skull base to mid-thigh
fit = Stool FIT
ct-chest = LDCT | CT low dose lung cancer screening
bmp = BMP w/ GFR | Chem7
cmp = Comp metab panel
urinalysis = U/A
xray-knee = XR KNEES BILATERAL STANDING
mri-abdomen = MRCP | MR kidney`;

/** Another specimen, another method, part of a pair, or no test at all: none of them is the test that it sounds like. */
const OTHERS = `
Creatinine [Mass/volume] in Urine
Creatinine clearance
Urine creatinine
TSH receptor antibody
PSA, free
Free PSA
Vitamin D 1,25 dihydroxy
CT colonography
Flexible sigmoidoscopy
Alkaline Phosphatase, bone specific
CEA, pleural fluid
LDH isoenzymes
Glucose, CSF
2 hour glucose tolerance test
Protein C activity
Prealbumin
Hemoglobin electrophoresis
WBC, urine
Platelet function assay
Thyroglobulin antibody
Free testosterone
Hepatitis B surface antibody
HCV RNA
Hep C RNA, quantitative
Lactate
Anion gap
Sodium, urine
Potassium hydroxide prep
hCG, urine
Biopsy of breast
Manual pelvic examination
Chemotherapy
CT guided biopsy of lung
US guided breast biopsy
Chest pain
PT evaluation and treatment
OT and PT twice a week
White cloud study
Sodium chloride 0.9%
Potassium chloride 20 mEq
Calcium carbonate
Referral to cardiology
MRI guided radiotherapy
Insertion of PICC
Cholesterol non HDL [Mass/volume] in Serum or Plasma
Nucleated RBC
Estimated Average Glucose
Packed red blood cells transfusion
PET CT cardiac perfusion
PET amyloid brain
CT simulation chest
Chest`;

/** Anew each time: what was recognized is kept with its catalogue. */
const recognized = (name: TestName, families: readonly Family[] = [...OWN_CATALOGUE.families.values()]) =>
  recognize(name, catalogueOf(families));

const lines = (text: string) => text.trim().split('\n');
const printed = lines(PRINTED).flatMap((line) => {
  const [key = '', names = ''] = line.split(' = ');
  return names.split(' | ').map((name) => [name, key] as const);
});

describe('a printed name', () => {
  it.each(printed)('%s is %s', (text, key) => {
    expect(recognized({ text })).toMatchObject({ found: 'one', family: { key } });
  });

  it.each(lines(OTHERS))('%s is taken for none', (text) => {
    expect(recognized({ text }).found).not.toBe('one');
  });

  it('keeps side and use of contrast', () => {
    expect(recognized({ text: 'MRI left knee w/o contrast' })).toMatchObject({
      laterality: 'left',
      contrast: 'without',
    });
    expect(recognized({ text: 'MRI L-spine W WO' })).toMatchObject({ laterality: undefined, contrast: 'both' });
  });

  it.each([
    ['two tests in one name', 'Ferritin and TSH', ['ferritin', 'tsh']],
    ['two regions that no one study has', 'CT head and pelvis', ['ct-head', 'ct-pelvis']],
  ])('of %s decides nothing', (_, text, keys) => {
    const found = recognized({ text });
    expect(found.found).toBe('several');
    expect(found.found === 'one' ? [] : found.nearest.map(({ key }) => key).toSorted()).toEqual(keys);
  });

  it('that two families of a centre share decides nothing', () => {
    const named = (key: string): Family => ({
      ...OWN_CATALOGUE.families.get('ferritin')!,
      key,
      name: key,
      codes: [],
      synonyms: ['Panel 7'],
    });
    const found = recognized({ text: 'panel 7' }, [named('a'), named('b')]);
    expect(found).toMatchObject({ found: 'several', nearest: [{ key: 'a' }, { key: 'b' }] });
  });

  it.each([[undefined], [null], [''], [' '], ['—'], ['xyzzy']])('that says nothing is none: %s', (text) => {
    expect(recognized({ text })).toEqual({ found: 'none', nearest: [] });
  });

  it('of a panel with one of its parts is the panel', () => {
    expect(recognized({ text: 'Lipid panel with LDL and triglycerides' })).toMatchObject({ family: { key: 'lipid' } });
  });

  it('is looked up once', () => {
    expect(recognize({ text: 'Ferritin, serum' }, OWN_CATALOGUE)).toBe(
      recognize({ text: 'Ferritin, serum' }, OWN_CATALOGUE),
    );
  });
});

describe('a code', () => {
  const keyOf = (name: TestName) => {
    const found = recognized(name);
    return found.found === 'one' ? found.family.key : undefined;
  };

  it.each<[string, TestName, string | undefined]>([
    ['with its system', { system: LOINC, code: '2160-0' }, 'creatinine'],
    ['with blanks around it', { system: LOINC, code: ' 2160-0 ' }, 'creatinine'],
    ['of LOINC under another system', { system: 'urn:lab', code: '2160-0' }, 'creatinine'],
    ['of LOINC without a system', { code: '2160-0' }, 'creatinine'],
    ['typed as words', { text: ' 2160-0 ' }, 'creatinine'],
    ['of HCPCS typed as words', { text: 'G0103' }, 'psa'],
    ['before its words', { system: LOINC, code: '2160-0', text: 'Ferritin' }, 'creatinine'],
    ['that nobody knows, beside words', { system: 'urn:lab', code: 'CRE1', text: 'Creatinine' }, 'creatinine'],
    ['of a laboratory that is the test’s short name', { system: 'urn:lab', code: 'CREA' }, 'creatinine'],
    ['of another system that looks like HCPCS', { system: 'urn:lab', code: 'G0103' }, undefined],
    ['that only holds one', { text: 'x2160-0' }, undefined],
    ['that only begins with one', { text: '2160-01' }, undefined],
    ['that is empty', { system: LOINC, code: '' }, undefined],
  ])('%s', (_, name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  it('that two laboratories use for two tests decides nothing without its system', () => {
    const families = ['a', 'b'].map((key): Family => ({
      ...OWN_CATALOGUE.families.get('ferritin')!,
      key,
      name: `test ${key}`,
      synonyms: [],
      codes: [{ system: `urn:${key}`, code: 'T77' }],
    }));
    expect(recognized({ code: 'T77' }, families).found).toBe('none');
    expect(recognized({ system: 'urn:b', code: 'T77' }, families)).toMatchObject({ family: { key: 'b' } });
    expect(recognized({ code: 'T77' }, families.slice(1))).toMatchObject({ family: { key: 'b' } });
  });
});

describe('a row of the record', () => {
  it.each([
    ['answers for its test', { text: 'Ferritin' }, undefined, ['ferritin']],
    ['answers for the parts of its panel', { text: 'CT chest and abdomen' }, undefined, ['ct-chest', 'ct-abdomen']],
    ['answers for what it shows besides', { text: 'US ABDOMEN' }, undefined, ['us-abdomen', 'us-liver', 'us-kidney']],
    ['answers for each region in its name', { text: 'CT head and neck' }, undefined, ['ct-head', 'ct-neck']],
    ['answers for nothing when nobody knows it', { text: 'Plain X-ray' }, undefined, []],
    ['is known by its site when its name does not say it', { text: 'Plain X-ray' }, 'Left knee', ['xray-knee']],
    ['is not known by a site alone', {}, 'Left knee', []],
    ['goes by its name before its site', { text: 'X-ray of hip' }, 'Left knee', ['xray-hip']],
  ])('%s', (_, name, site, keys) => {
    expect(familiesOf(name, OWN_CATALOGUE, site)).toEqual(keys);
  });
});
