import { around, every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import { esas } from '#seeds/fhir/palliative.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Castration-resistant, docetaxel done, bone pain returns with the PSA: advanced, still walking his dog. */
export const achebe: Story = {
  name: 'prostate-achebe',
  group: 'prostate',
  phase: 'ADVANCED',
  curative: false,
  facts: {
    mrn: '100053',
    family: 'Achebe',
    given: ['Desmond'],
    sex: 'male',
    age: 74,
    birthday: '03-03',
    street: '17 Cottonwood Loop',
    city: 'Alder Springs',
    telephone: '+1 505-555-0197',
    gp: 'pcp',
    height: 178,
    weight: 83,
  },
  tell(c) {
    const found = c.ago({ years: 3, months: 6 });
    const resistant = c.ago({ years: 1, months: 7 });
    const tumour = cancer(c, {
      icd10: 'C61',
      name: 'Prostate cancer',
      site: 'Prostate',
      histology: 'Acinar adenocarcinoma, Gleason 4+5=9 (grade group 5)',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3b', n: 'cN1', m: 'cM1b', group: 'IVB', on: found + 12 });
    metastasis(c, tumour, { icd10: 'C79.51', name: 'Bone metastases', site: 'Spine, pelvis, ribs', on: found + 12 });
    biomarkers(c, tumour, found + 60, { 'Homologous recombination repair genes (tumour)': 'No mutation found' });
    regimen(c, {
      name: 'Leuprolide',
      condition: tumour,
      intent: 'palliative',
      setting: 'androgen deprivation, lifelong',
      start: found + 14,
      every: 182,
      drugs: [{ name: 'leuprolide', dose: 45, per: 'flat', route: 'SC' }],
    });
    regimen(c, {
      name: 'Abiraterone and prednisone',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: found + 30,
      every: 28,
      stopped: { on: resistant, reason: 'PSA and bone progression' },
      drugs: [
        { name: 'abiraterone', dose: 1000, per: 'flat', route: 'by mouth', directions: 'daily on an empty stomach' },
        { name: 'prednisone', dose: 5, per: 'flat', route: 'by mouth', directions: 'daily' },
      ],
    });
    const taxane = regimen(c, {
      name: 'Docetaxel and prednisone',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: resistant + 20,
      every: 21,
      cycles: 8,
      drugs: [
        { name: 'docetaxel', dose: 75, per: 'm2' },
        { name: 'prednisone', dose: 5, per: 'flat', route: 'by mouth', directions: 'twice daily' },
      ],
    });
    regimen(c, {
      name: 'Denosumab',
      condition: tumour,
      intent: 'supportive',
      setting: 'for bone metastases',
      start: found + 60,
      every: 28,
      drugs: [{ name: 'denosumab', dose: 120, per: 'flat', route: 'SC' }],
    });
    radiotherapy(c, {
      condition: tumour,
      start: c.ago({ months: 5 }),
      intent: 'palliative',
      technique: '3D',
      volumes: [{ site: 'Right hip', cGy: 800, fractions: 1 }],
    });
    points(c, 'psa', [
      [found - 8, 246],
      [found + 90, 11.4],
      [found + 180, 2.1],
      [found + 360, 1.2],
      [resistant - 90, 4.8],
      [resistant, 21.6],
      [taxane.start + 63, 12.2],
      [taxane.end, 7.9],
      [taxane.end + 90, 15.3],
      [c.ago({ months: 3 }), 44.7],
      [c.ago({ weeks: 2 }), 91.2],
    ]);
    points(c, 'testosterone', [
      [found - 8, 362],
      [found + 90, 12],
      [c.ago({ months: 3 }), 9],
    ]);
    bloodCounts(c, {
      on: [...around(taxane.given, [-1]), ...every(found, c.lastDay, 91)],
      doses: taxane.given,
      depth: 0.7,
      anaemia: 0.15,
      hemoglobin: [13.8, 12.6, 11.9, 10.2],
    });
    chemistry(c, every(found, c.lastDay, 91), {
      glucose: [124, 162, 138],
      alp: [412, 160, 110, 240, 390],
      calcium: [9.2, 8.7, 8.6],
      creatinine: [1.0, 1.1, 1.2],
    });
    chronicCare(c, {
      since: found - 120,
      pressure: [
        [138, 148, 154, 142],
        [82, 88, 90, 80],
      ],
      hba1c: [6.4, 6.9, 7.8, 7.1],
      glucose: [128, 170, 140],
      creatinine: [1.02, 1.16],
      ldl: [112, 90],
      weight: [83, 88, 87, 81],
    });
    diseaseStatus(c, tumour, [
      [found + 180, 'partial response'],
      [resistant, 'progression'],
      [taxane.end, 'stable'],
      [c.ago({ weeks: 2 }), 'progression'],
    ]);
    ecog(c, [
      [found + 12, 1],
      [resistant, 1],
      [c.ago({ weeks: 2 }), 1],
    ]);
    imaging(c, {
      on: c.ago({ weeks: 3 }),
      modality: 'NM',
      name: 'Bone scan',
      area: 'Skeleton',
      body: `New uptake in T8, L1 and the left ilium; older lesions more active.
        Progression in bone.`,
    });
    esas(c, [c.ago({ months: 5 }), c.ago({ months: 2 }), c.ago({ weeks: 2 })], {
      pain: [6, 3, 5],
      tiredness: [4, 4, 5],
      wellbeing: [4, 3, 4],
    });
    allergy(c, { to: 'Sulfonamide antibiotics', reaction: 'Rash', since: found });
    smoking(c, 'former', found, 20);
    medicine(c, {
      name: 'calcium carbonate with vitamin D',
      dose: '600 mg / 800 IU by mouth twice daily',
      since: found + 60,
      reason: 'While on denosumab',
    });
    redFlag(
      c,
      'New back pain with leg weakness or numbness: cord compression until shown otherwise; dexamethasone and MRI the same day, call the oncology nurse line +1 505-555-0124',
      resistant,
    );
    redFlag(c, 'Jaw pain or loose tooth on denosumab: no extraction before speaking with us', found + 60);
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Progression after docetaxel',
      on: c.ago({ weeks: 2 }),
      body: `PSA 91, three new bone lesions, still active and independent. We spoke about lutetium treatment and about seeing palliative care early, for pain and for planning; he will think about both until the next visit.
        From you: blood pressure and sugar have run high on prednisone; thank you for keeping them. Calcium before each denosumab is ours.`,
    });
    appointment(c, {
      on: c.ahead({ days: 10 }),
      what: 'Visit to decide on lutetium treatment',
      with: 'oncologist',
      minutes: 45,
      made: c.ago({ weeks: 2 }),
    });
    appointment(c, { on: c.ahead({ weeks: 3 }), what: 'Denosumab', with: 'nurse', made: c.ago({ weeks: 1 }) });
  },
};
