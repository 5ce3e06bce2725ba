import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, oncologyTeam, order, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import { esas } from '#seeds/fhir/palliative.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Bone and liver metastases, second line, markers rising again: palliative care is asked for, not yet there. */
export const ibarra: Story = {
  name: 'breast-ibarra-montoya',
  group: 'breast',
  phase: 'ADVANCED',
  curative: false,
  facts: {
    mrn: '100087',
    family: 'Ibarra Montoya',
    given: ['Guadalupe'],
    sex: 'female',
    age: 59,
    birthday: '12-12',
    street: '31 Acequia Road',
    city: 'Alder Springs',
    telephone: '+1 505-555-0185',
    language: ['es', 'Spanish'],
    gp: 'pcp',
    carer: { name: 'Ana Ibarra', relationship: 'daughter', telephone: '+1 505-555-0186' },
    height: 157,
    weight: 66,
  },
  tell(c) {
    const found = c.ago({ years: 2, months: 3 });
    const first = found + 21;
    const progressed = c.ago({ months: 7 });
    const tumour = cancer(c, {
      icd10: 'C50.812',
      name: 'Breast cancer, overlapping sites, left',
      site: 'Breast',
      side: 'left',
      histology: 'Invasive ductal carcinoma, grade 2',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3', n: 'cN1', m: 'cM1', group: 'IV', on: found + 10 });
    metastasis(c, tumour, { icd10: 'C79.51', name: 'Bone metastases', site: 'Spine and pelvis', on: found + 10 });
    metastasis(c, tumour, { icd10: 'C78.7', name: 'Liver metastases', site: 'Liver', on: progressed });
    biomarkers(c, tumour, found + 5, {
      'Estrogen receptor': 'Positive (90 %)',
      'Progesterone receptor': 'Positive (30 %)',
      HER2: 'Negative (1+)',
      'PIK3CA mutation': 'Not detected',
    });
    const line1 = regimen(c, {
      name: 'Letrozole and ribociclib',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: first,
      every: 28,
      stopped: { on: progressed + 7, reason: 'Progression in the liver' },
      drugs: [
        { name: 'letrozole', dose: 2.5, per: 'flat', route: 'by mouth', directions: 'daily' },
        { name: 'ribociclib', dose: 600, per: 'flat', route: 'by mouth', directions: 'daily, days 1 to 21 of 28' },
      ],
    });
    regimen(c, {
      name: 'Capecitabine',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: progressed + 21,
      every: 21,
      drugs: [
        {
          name: 'capecitabine',
          dose: 1000,
          per: 'm2',
          route: 'by mouth',
          directions: 'twice daily, days 1 to 14 of 21',
        },
      ],
    });
    regimen(c, {
      name: 'Zoledronic acid',
      condition: tumour,
      intent: 'supportive',
      setting: 'for bone metastases',
      start: first + 28,
      every: 84,
      drugs: [{ name: 'zoledronic acid', dose: 4, per: 'flat' }],
    });
    radiotherapy(c, {
      condition: tumour,
      start: found + 40,
      intent: 'palliative',
      technique: '3D',
      volumes: [{ site: 'Lumbar spine L2 to L4', cGy: 2000, fractions: 5 }],
    });
    points(c, 'ca153', [
      [found + 3, 284],
      [first + 60, 190],
      [first + 150, 92],
      [first + 240, 54],
      [first + 360, 41],
      [first + 480, 48],
      [progressed - 60, 77],
      [progressed, 168],
      [progressed + 80, 112],
      [c.ago({ months: 2 }), 121],
      [c.ago({ weeks: 2 }), 207],
    ]);
    bloodCounts(c, {
      on: every(first, c.lastDay, 42),
      base: { wbc: 4.1, platelets: 205 },
      hemoglobin: [12.6, 12.1, 11.8, 11.2, 10.6],
    });
    chemistry(c, every(first, c.lastDay, 42), {
      alp: [168, 110, 96, 140, 236],
      alt: [24, 22, 30, 58, 74],
      albumin: [4.1, 4.2, 3.9, 3.4],
      calcium: [9.6, 9.3, 9.4],
    });
    c.fromPractice(() => {
      problem(c, { icd10: 'I10', name: 'Hypertension', since: found - 2000 });
      medicine(c, { name: 'amlodipine', dose: '5 mg by mouth daily', since: found - 2000 });
      vitals(c, {
        on: every(found - 120, c.lastDay, 100),
        weight: [69, 68, 66, 62, 59],
        systolic: [136, 132, 124],
        diastolic: [84, 80, 74],
      });
      // The practice repeats counts three days after the centre: the kind of duplicate that Portage is to prevent.
      bloodCounts(c, {
        on: every(progressed + 24, c.lastDay, 63),
        base: { wbc: 4.3, platelets: 198 },
        hemoglobin: [11.6, 10.7],
      });
    });
    imaging(c, {
      on: progressed,
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Four new liver lesions, the largest 28 mm in segment VI. Sclerotic vertebral lesions as before, no new fracture. Left breast mass 19 mm.
        Progression in the liver; bone disease stable.`,
    });
    imaging(c, {
      on: c.ago({ weeks: 3 }),
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Liver lesions now up to 41 mm, and three more. Small ascites. No pathological fracture.
        Further progression in the liver.`,
    });
    diseaseStatus(c, tumour, [
      [first + 120, 'partial response'],
      [first + 300, 'stable'],
      [progressed, 'progression'],
      [progressed + 90, 'stable'],
      [c.ago({ weeks: 2 }), 'progression'],
    ]);
    ecog(c, [
      [first, 1],
      [progressed, 1],
      [c.ago({ weeks: 2 }), 2],
    ]);
    esas(c, [c.ago({ weeks: 14 }), c.ago({ weeks: 8 }), c.ago({ weeks: 2 })], {
      pain: [3, 4, 6],
      tiredness: [4, 5, 7],
      appetite: [2, 4, 6],
      nausea: [1, 3, 4],
      anxiety: [3, 5, 5],
      wellbeing: [4, 5, 6],
    });
    noKnownAllergies(c, found);
    medicine(c, {
      name: 'morphine extended-release',
      dose: '15 mg by mouth every 12 hours',
      since: c.ago({ weeks: 2 }),
      reason: 'Bone pain',
    });
    medicine(c, {
      name: 'senna',
      dose: '2 tablets by mouth at night',
      since: c.ago({ weeks: 2 }),
      reason: 'Constipation with morphine',
    });
    redFlag(
      c,
      'New back pain, leg weakness or numbness, or trouble passing urine: spinal cord compression until shown otherwise; MRI the same day, call the oncology nurse line +1 505-555-0124',
      found + 10,
    );
    redFlag(
      c,
      'On capecitabine: diarrhoea more than 4 times a day over usual, or mouth ulcers that prevent eating: stop the tablets and call',
      progressed + 21,
    );
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'pcp');
    referral(c, {
      what: 'Palliative care, first visit',
      made: c.ago({ weeks: 1 }),
      due: c.ahead({ days: 8 }),
      by: 'oncologist',
      for: 'palliative',
      reason: tumour,
      note: 'Progression on second line; pain and tiredness 6–7 of 10. She prefers Spanish; her daughter comes along.',
    });
    document(c, {
      type: 'letter',
      title: 'Progression on capecitabine',
      on: c.ago({ weeks: 2 }),
      body: `CT shows growth in the liver and CA 15-3 has nearly doubled. We spoke, with an interpreter and her daughter Ana, about what may lie ahead.
        She wants to go on with treatment if it lets her be at her granddaughter's First Communion in spring. I have asked palliative care to see her with us.
        From you: please see her for pain and bowels between visits; morphine was started today. No markers or scans from your side.`,
    });
    appointment(c, {
      on: c.ahead({ days: 8 }),
      what: 'Palliative care, first visit',
      with: 'palliative',
      minutes: 60,
      made: c.ago({ weeks: 1 }),
    });
    appointment(c, {
      on: c.ahead({ days: 12 }),
      what: 'Visit to decide on the next treatment',
      with: 'oncologist',
      made: c.ago({ weeks: 1 }),
    });
    order(c, {
      what: 'Zoledronic acid: dental check before the next dose',
      made: line1.end,
      due: c.ahead({ weeks: 5 }),
      by: 'nurse',
      for: 'pcp',
    });
  },
};
