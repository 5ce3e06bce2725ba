/** Imaging by modality and body region, and the procedures that are ordered like it. Names are ours. */
export const MODALITIES: Readonly<Record<string, { name: string; words: RegExp; regions: string }>> = {
  ct: {
    name: 'CT',
    words: /\b(ct|cta|ncct|cat scan|computed tomograph\w*|computerized tomograph\w*)\b/,
    regions: 'head neck chest abdomen pelvis spine-cervical spine-thoracic spine-lumbar sinuses',
  },
  mri: {
    name: 'MRI',
    words: /\b(mri|mra|mr|mrcp|magnetic resonance\w*)\b/,
    regions:
      'head neck chest breast abdomen liver pelvis prostate spine-cervical spine-thoracic spine-lumbar knee shoulder hip heart',
  },
  xray: {
    name: 'X-ray',
    words: /\b(x ?rays?|xr|radiograph\w*|plain films?|cr|dx)\b/,
    regions:
      'abdomen pelvis spine-cervical spine-thoracic spine-lumbar shoulder clavicle arm wrist hand hip knee ankle foot ribs',
  },
  us: {
    name: 'Ultrasound',
    words: /\b(us|ultrasound|ultrasonograph\w*|sonogra\w*|doppler|duplex)\b/,
    regions: 'neck thyroid breast abdomen liver kidney pelvis scrotum leg-veins carotid',
  },
};

/** DICOM's codes of modalities in words: alone, "CR" and "MG" are laboratory tests too. */
export const DICOM_MODALITIES: Readonly<Record<string, string>> = {
  CR: 'X-ray',
  DX: 'X-ray',
  MG: 'mammography',
  MR: 'MRI',
  PT: 'PET',
  BMD: 'DXA',
};

/** Words of a region, the more particular first: "lumbar spine" is no limb and "liver" is looked for before "abdomen". */
export const REGIONS: Readonly<Record<string, { name: string; words: RegExp }>> = {
  head: { name: 'head and brain', words: /\b(head|brain|cranial|skull|intracranial)\b/ },
  sinuses: { name: 'sinuses', words: /\b(sinus|sinuses)\b/ },
  thyroid: { name: 'thyroid', words: /\bthyroid\b/ },
  carotid: { name: 'carotid arteries', words: /\bcarotids?\b/ },
  neck: { name: 'neck', words: /\b(neck|soft tissue neck)\b/ },
  'spine-cervical': { name: 'cervical spine', words: /\b(cervical spine|c spine|spine cervical)\b/ },
  'spine-thoracic': { name: 'thoracic spine', words: /\b(thoracic spine|t spine|spine thoracic|dorsal spine)\b/ },
  'spine-lumbar': { name: 'lumbar spine', words: /\b(lumbar spine|l spine|spine lumbar|lumbosacral spine|lumbar)\b/ },
  breast: { name: 'breast', words: /\bbreasts?\b/ },
  heart: { name: 'heart', words: /\b(heart|cardiac)\b/ },
  chest: { name: 'chest', words: /\b(chest|thorax|thoracic structure|lungs?|cap|tap|thoracic)\b/ },
  ribs: { name: 'ribs', words: /\bribs?\b/ },
  liver: { name: 'liver', words: /\b(liver|hepatic)\b/ },
  kidney: { name: 'kidneys', words: /\b(kidneys?|renal)\b/ },
  abdomen: {
    name: 'abdomen',
    words: /\b(abdomen|abdominal|abd|belly|cap|tap|kub|mrcp|cholangiopancreatography|enterograph\w*|urogra\w*)\b/,
  },
  prostate: { name: 'prostate', words: /\bprostate\b/ },
  scrotum: { name: 'scrotum', words: /\b(scrotum|scrotal|testes|testicular|testis)\b/ },
  pelvis: { name: 'pelvis', words: /\b(pelvis|pelvic|pelv|pel|cap|tap|enterograph\w*|urogra\w*)\b/ },
  'leg-veins': {
    name: 'leg veins',
    words: /\b(leg veins?|lower ext\w* (ven\w*|vein\w*|duplex)|venous (doppler|duplex)|dvt|leg venous)\b/,
  },
  shoulder: { name: 'shoulder', words: /\bshoulders?\b/ },
  clavicle: { name: 'clavicle', words: /\bclavicles?\b/ },
  arm: { name: 'arm', words: /\b(arms?|humerus)\b/ },
  wrist: { name: 'wrist', words: /\bwrists?\b/ },
  hand: { name: 'hand', words: /\b(hands?|fingers?)\b/ },
  hip: { name: 'hip', words: /\bhips?\b/ },
  knee: { name: 'knee', words: /\bknees?\b/ },
  ankle: { name: 'ankle', words: /\bankles?\b/ },
  foot: { name: 'foot', words: /\b(foot|feet|toes?)\b/ },
};

/** Studies whose name says modality and region at once. A later pattern is tried only when no earlier one fits. */
export const STUDIES: readonly {
  key: string;
  name: string;
  group: 'imaging' | 'procedure';
  modality?: string;
  region?: string;
  synonyms: string;
  words: RegExp;
}[] = [
  {
    key: 'pet-psma',
    name: 'PSMA PET',
    group: 'imaging',
    modality: 'PET',
    region: 'whole body',
    synonyms: 'psma pet, psma pet ct',
    words: /\b(psma|piflufolastat)\b/,
  },
  {
    key: 'pet-somatostatin',
    name: 'Somatostatin receptor PET',
    group: 'imaging',
    modality: 'PET',
    region: 'whole body',
    synonyms: 'dotatate pet, dotatate pet ct',
    words: /\b(dotatate|dotatoc|dotanoc)\b/,
  },
  {
    key: 'pet-ct',
    name: 'PET-CT',
    group: 'imaging',
    modality: 'PET',
    region: 'whole body',
    synonyms: 'pet, pet scan, fdg pet, pet ct',
    words: /^(?!.*\b(cardiac|myocardial|perfusion|rubidium|amyloid|tau)\b).*\b(pet|fdg|positron emission)\b/,
  },
  {
    key: 'mammogram',
    name: 'Mammography',
    group: 'imaging',
    modality: 'mammography',
    region: 'breast',
    synonyms: 'mammo, mammogram, tomosynthesis, screening mammography',
    words: /\b(mammo\w*|tomosynthesis|mam|dbt)\b|\bmg\b.*\bbreasts?\b/,
  },
  {
    key: 'bone-density',
    name: 'Bone density',
    group: 'imaging',
    modality: 'DXA',
    region: 'hip and spine',
    synonyms: 'dxa, dexa, bone densitometry, bmd',
    words: /\b(dxa|dexa|densitometry|absorptiometry|bone density|bmd)\b/,
  },
  {
    key: 'bone-scan',
    name: 'Bone scan',
    group: 'imaging',
    modality: 'scintigraphy',
    region: 'skeleton',
    synonyms: 'bone scintigraphy, nuclear bone scan',
    words: /\b(bone scan|bone scintigraphy|nm bone|scintigraphy of bone)\b/,
  },
  {
    key: 'stress-echocardiogram',
    name: 'Stress echocardiography',
    group: 'imaging',
    modality: 'ultrasound',
    region: 'heart',
    synonyms: 'stress echo, dobutamine echo',
    words: /\b(stress|dobutamine|exercise)\b.*\becho\w*|\becho\w*\b.*\b(stress|dobutamine|exercise)\b/,
  },
  {
    key: 'transesophageal-echocardiogram',
    name: 'Transesophageal echocardiography',
    group: 'imaging',
    modality: 'ultrasound',
    region: 'heart',
    synonyms: 'tee, transoesophageal echocardiogram',
    words: /\btee\b|\btrans ?o?esophageal echo\w*/,
  },
  {
    key: 'echocardiogram',
    name: 'Echocardiography',
    group: 'imaging',
    modality: 'ultrasound',
    region: 'heart',
    synonyms: 'echo, tte, transthoracic echocardiogram, cardiac echo',
    words: /\b(echo|tte|echocardiogra\w*)\b/,
  },
  {
    key: 'muga',
    name: 'MUGA scan',
    group: 'imaging',
    modality: 'scintigraphy',
    region: 'heart',
    synonyms: 'multigated acquisition, radionuclide ventriculogram',
    words: /\b(muga|radionuclide ventriculogra\w*)\b/,
  },
  {
    key: 'chest-xray',
    name: 'Chest X-ray',
    group: 'imaging',
    modality: 'X-ray',
    region: 'chest',
    synonyms: 'cxr, chest radiograph, chest film',
    words:
      /\bcxr\b|\b(x ?ray|xr|radiograph\w*|film|cr|dx)\b.*\b(chest|thorax|thoracic structure|thoracic)\b(?! spine)|\b(chest|thorax|thoracic)\b(?! spine).*\b(x ?ray|xr|radiograph\w*|film)\b|^radiologic exam\w* chest\b|^chest (\d\w*|one|two|single|pa|ap|portable|lat|lateral)\b/,
  },
  {
    key: 'colonoscopy',
    name: 'Colonoscopy',
    group: 'procedure',
    region: 'colon',
    synonyms: 'colonoscope',
    words: /\bcolonoscop\w*/,
  },
  {
    key: 'upper-endoscopy',
    name: 'Upper endoscopy',
    group: 'procedure',
    region: 'upper gut',
    synonyms: 'egd, gastroscopy, ogd',
    words: /\b(egd|ogd|gastroscop\w*|upper endoscop\w*|esophagogastroduodenoscop\w*)\b/,
  },
  {
    key: 'bronchoscopy',
    name: 'Bronchoscopy',
    group: 'procedure',
    region: 'lung',
    synonyms: 'bronch',
    words: /\bbronchoscop\w*/,
  },
  {
    key: 'cystoscopy',
    name: 'Cystoscopy',
    group: 'procedure',
    region: 'bladder',
    synonyms: '',
    words: /\bcystoscop\w*/,
  },
  {
    key: 'ecg',
    name: 'ECG',
    group: 'procedure',
    region: 'heart',
    synonyms: 'ekg, electrocardiogram, 12 lead',
    words: /\b(ecg|ekg|electrocardiogra\w*)\b/,
  },
  {
    key: 'spirometry',
    name: 'Lung function',
    group: 'procedure',
    region: 'lung',
    synonyms: 'spirometry, pulmonary function test, pft',
    words: /\b(spirometry|(pulmonary|lung|respiratory) function|pfts?)\b/,
  },
];

/** Organs by the region that they lie in, for a modality that has no study of the organ alone. */
export const LIES_IN: Readonly<Record<string, string>> = {
  thyroid: 'neck',
  carotid: 'neck',
  liver: 'abdomen',
  kidney: 'abdomen',
  prostate: 'pelvis',
};

/** What a study of a region shows besides, by key. */
export const SHOWS_TOO: Readonly<Record<string, readonly string[]>> = {
  'us-abdomen': ['us-liver', 'us-kidney'],
  'us-neck': ['us-thyroid'],
  'mri-abdomen': ['mri-liver'],
};

/** Studies of several regions. */
export const JOINT_STUDIES: readonly { key: string; name: string; synonyms: string; parts: string }[] = [
  {
    key: 'ct-abdomen-pelvis',
    name: 'CT abdomen and pelvis',
    synonyms: 'ct a/p, ct ap, ct abd pelvis',
    parts: 'ct-abdomen ct-pelvis',
  },
  {
    key: 'ct-chest-abdomen-pelvis',
    name: 'CT chest, abdomen and pelvis',
    synonyms: 'ct cap, ct c/a/p',
    parts: 'ct-chest ct-abdomen ct-pelvis',
  },
  { key: 'ct-chest-abdomen', name: 'CT chest and abdomen', synonyms: 'ct chest abdomen', parts: 'ct-chest ct-abdomen' },
];
