/**
 * Cases labelled by hand from the published intervals, half of them near-misses. A line holds two repeats
 * and two near-misses of one test: `query = prior @ days`. Names and codes are those that senders print
 * in the shared samples, or that people type. After `!` comes why it is no repeat:
 *
 *   old       the interval has passed            abnormal  the last result was abnormal
 *   symptom   a new symptom is given             oncology  oncology asks for it
 *   change    after a change of treatment        failed    the last gave no answer
 *   cancelled it was never done                  inpatient of a series in hospital
 *   other     another test, specimen, side, region or use of contrast
 */
const LINES = `
a1c = 4548-4 @20 | Hemoglobin A1c = Hemoglobin A1c/Hemoglobin.total in Blood @85 | a1c = 4548-4 @200 !old | hba1c = 4548-4 @30 !abnormal
TSH = 3016-3 @100 | thyrotropin = 11580-8 @300 | TSH = 3016-3 @380 !old | TSH = 3016-3 @70 !change
ferritin = 2276-4 @90 | Ferritin = Ferritin @350 | ferritin = 2276-4 @10 !abnormal | ferritin = Iron @10 !other
CEA = 2039-6 @20 | carcinoembryonic antigen = Carcinoembryonic Ag [Mass/volume] in Serum or Plasma @55 | CEA = 2039-6 @70 !old | CEA = 2039-6 @30 !oncology
CA 125 = 10334-1 @10 | ca125 = 83082-8 @25 | CA 125 = 10334-1 @35 !old | CA 125 = CA 15-3 @10 !other
CA 19-9 = 24108-3 @10 | ca19-9 = 24108-3 @29 | CA 19-9 = 24108-3 @12 !abnormal | CA 19-9 = CEA @10 !other
CA 15-3 = 6875-9 @30 | cancer antigen 15-3 = 83083-6 @50 | CA 15-3 = 6875-9 @65 !old | CA 15-3 = CA 27.29 @10 !other
PSA = 2857-1 @30 | prostate specific antigen = 83112-3 @80 | PSA = 2857-1 @200 !old | PSA = 2857-1 @30 !abnormal
G0103 = 2857-1 @45 | PSA total = PSA @60 | G0103 = 2857-1 @400 !old | PSA = Testosterone @10 !other
AFP = 1834-1 @30 | alpha fetoprotein = AFP @80 | AFP = 1834-1 @190 !old | AFP = 1834-1 @30 !symptom
CRP = 1988-5 @0 | C reactive protein = 30522-7 @0 | CRP = 1988-5 @3 !old | CRP = 1988-5 @0 !abnormal
ALT = 1742-6 @10 | SGPT = Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma @25 | ALT = 1742-6 @100 !old | ALT = 1742-6 @10 !abnormal
AST = 1920-8 @10 | SGOT = AST @20 | AST = 1920-8 @120 !old | AST = ALT @10 !other
bilirubin = 1975-2 @15 | total bilirubin = Bilirubin.total [Mass/volume] in Serum or Plasma @28 | bilirubin = 1975-2 @5 !inpatient | bilirubin = Urine bilirubin @10 !other
alk phos = 6768-6 @15 | ALP = Alkaline phosphatase @28 | alk phos = 6768-6 @15 !abnormal | alk phos = 6768-6 @100 !old
albumin = 1751-7 @15 | serum albumin = Albumin @20 | albumin = 1751-7 @100 !old | albumin = Urine albumin/creatinine @5 !other
calcium = 17861-6 @30 | serum calcium = 49765-1 @80 | calcium = 17861-6 @100 !old | calcium = 17861-6 @3 !abnormal
phosphate = 2777-1 @30 | phosphorus = Phosphate @60 | phosphate = 2777-1 @100 !old | phosphate = Calcium @5 !other
cholesterol = 2093-3 @100 | total cholesterol = 35200-5 @300 | cholesterol = 2093-3 @400 !old | cholesterol = 2093-3 @100 !change
LDL = 18262-6 @100 | LDL cholesterol = 13457-7 @200 | LDL = 18262-6 @400 !old | LDL = HDL @20 !other
HDL = 2085-9 @100 | hdl cholesterol = HDL @350 | HDL = 2085-9 @400 !old | HDL = 2085-9 @50 !symptom
triglycerides = 2571-8 @100 | trigs = 35217-9 @200 | triglycerides = 2571-8 @380 !old | triglycerides = 2571-8 @100 !abnormal
creatinine = 2160-0 @10 | creat = 38483-4 @40 | creatinine = 2160-0 @120 !old | creatinine = 2160-0 @5 !abnormal
sodium = 2951-2 @10 | Na = 2947-0 @30 | sodium = 2951-2 @5 !inpatient | sodium = 2951-2 @10 !symptom
potassium = 2823-3 @10 | K = 6298-4 @20 | potassium = 2823-3 @1 !failed | potassium = 2823-3 @2 !abnormal
BUN = 3094-0 @10 | blood urea nitrogen = 6299-2 @30 | BUN = 3094-0 @120 !old | BUN = 3094-0 @10 !change
eGFR = 33914-3 @10 | glomerular filtration rate = 33914-3 @30 | eGFR = 33914-3 @150 !old | eGFR = 33914-3 @20 !abnormal
hemoglobin = 718-7 @10 | Hb = Hemoglobin [Mass/volume] in Blood @30 | hemoglobin = 718-7 @10 !abnormal | hemoglobin = Hemoglobin A1c @5 !other
platelets = 777-3 @10 | platelet count = 777-3 @30 | platelets = 777-3 @7 !symptom | platelets = 777-3 @10 !abnormal
WBC = 6690-2 @10 | white count = Leukocytes [#/volume] in Blood by Automated count @20 | WBC = 6690-2 @3 !oncology | WBC = 6690-2 @10 !abnormal
ANC = 751-8 @10 | neutrophils = 26499-4 @20 | ANC = 751-8 @3 !oncology | ANC = Lymphocytes @3 !other
magnesium = 19123-9 @3 | Mg = 19123-9 @5 | magnesium = 19123-9 @30 !old | magnesium = 19123-9 @3 !abnormal
uric acid = 3084-1 @3 | urate = Urate @5 | uric acid = 3084-1 @60 !old | uric acid = 3084-1 @3 !change
vitamin D = 1989-3 @3 | 25-OH vitamin D = 62292-8 @6 | vitamin D = 1989-3 @200 !old | vitamin D = Vitamin B12 @3 !other
B12 = 2132-9 @3 | cobalamin = Vitamin B12 @6 | B12 = 2132-9 @200 !old | B12 = Folate @3 !other
free T4 = 3024-7 @3 | FT4 = 3024-7 @6 | free T4 = 3024-7 @90 !old | free T4 = TSH @3 !other
LDH = 2532-0 @3 | lactate dehydrogenase = 14804-9 @6 | LDH = 2532-0 @60 !old | LDH = 2532-0 @3 !abnormal
urine culture = 630-4 @2 | culture urine = Urine culture @5 | urine culture = Blood culture @2 !other | urine culture = 630-4 @2 !failed
CT chest = Computed tomography of chest @20 | CT thorax = CT Chest W contrast IV @60 | CT chest = CT Abdomen @5 !other | CT chest = Computed tomography of chest @150 !old
CT head = CT brain @5 | CT brain without contrast = CT Head WO contrast @20 | CT head with contrast = CT Head WO contrast @5 !other | CT head = CT brain @5 !symptom
CT abdomen pelvis = CT Abdomen and Pelvis @20 | CT A/P = CT abdomen and pelvis with contrast @60 | CT abdomen pelvis = CT abdomen @5 !other | CT abdomen pelvis = CT Abdomen and Pelvis @20 !oncology
CT CAP = CT chest, abdomen and pelvis @30 | CT abdomen = CT chest/abdomen/pelvis @30 | CT CAP = CT chest @10 !other | CT CAP = CT chest, abdomen and pelvis @200 !old
MRI brain = Magnetic resonance imaging of brain @20 | MR head = MRI Brain W and WO contrast @50 | MRI brain = CT head @5 !other | MRI brain = MRI brain @5 !failed
MRI lumbar spine = MRI L-spine @30 | MR lumbar spine = MRI Spine lumbar WO contrast @60 | MRI lumbar spine = MRI cervical spine @5 !other | MRI lumbar spine = MRI L-spine @150 !old
MRI breast = Magnetic resonance imaging of breast (procedure) @30 | C8908 = MRI breast bilateral @50 | MRI left breast = MRI right breast @10 !other | MRI breast = Mammography (procedure) @10 !other
PET scan = PET-CT skull base to mid-thigh @20 | FDG PET = PET/CT whole body @60 | PET scan = CT chest @5 !other | PET scan = PET-CT skull base to mid-thigh @120 !old
mammogram = Mammography (procedure) @90 | screening mammography = Mammography @300 | mammogram = Mammography (procedure) @400 !old | mammogram left = Mammogram right @50 !other
DXA = Bone density scan (procedure) @200 | dexa = 38265-5 @600 | DXA = Bone density scan (procedure) @800 !old | DXA = NM Bone Views @20 !other
echo = Transthoracic echocardiography @20 | TTE = Echocardiography (procedure) @60 | echo = Transthoracic echocardiography @20 !symptom | echo = ECG @5 !other
colonoscopy = Colonoscopy @60 | Colonoscopy = Colonoscopy @300 | colonoscopy = Colonoscopy @60 !failed | colonoscopy = Upper endoscopy @20 !other
chest x-ray = Plain X-ray of chest (procedure) @10 | CXR = 30746-2 @40 | chest x-ray = CT chest @5 !other | CXR = Plain X-ray of chest (procedure) @10 !cancelled
knee x-ray left = X-ray left knee @10 | XR right knee = Right knee X-ray @40 | X-ray left knee = X-ray right knee @10 !other | knee x-ray = Ankle X-ray @5 !other
bone scan = NM Bone Views @20 | bone scintigraphy = 25031-6 @60 | bone scan = Bone density scan (procedure) @10 !other | bone scan = NM Bone Views @120 !old
`;

export type NearMiss =
  | 'old'
  | 'abnormal'
  | 'symptom'
  | 'oncology'
  | 'change'
  | 'failed'
  | 'cancelled'
  | 'inpatient'
  | 'other';

export interface LabelledCase {
  readonly name: string;
  readonly query: string;
  readonly prior: string;
  readonly days: number;
  /** Undefined: it repeats the prior. */
  readonly because: NearMiss | undefined;
}

export const LABELLED: readonly LabelledCase[] = LINES.trim()
  .split('\n')
  .flatMap((line) => line.split(' | '))
  .map((text) => {
    const [, query = '', prior = '', days = '', because] = /^(.+?) = (.+) @(\d+)(?: !(\w+))?$/.exec(text.trim()) ?? [];
    return { name: text.trim(), query, prior, days: Number(days), because: because as NearMiss | undefined };
  });
