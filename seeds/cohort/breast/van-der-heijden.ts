import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { careTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import {
  advanceDirective,
  anticipatoryMedicines,
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  hospiceCare,
  ipos,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Eighty-three, at home with hospice for three weeks: what matters is comfort and one number to call. */
export const vanDerHeijden: Story = {
  name: 'breast-van-der-heijden-oosterhuis',
  group: 'breast',
  phase: 'HOSPICE',
  curative: false,
  facts: {
    mrn: '100012',
    family: 'van der Heijden-Oosterhuis van Wassenaer',
    given: ['Wilhelmina', 'Alexandrina', 'Theodora', 'Josephina'],
    sex: 'female',
    age: 83,
    birthday: '01-31',
    street: '4 Old Mission Trail, Apartment 12, Building C',
    city: 'Alder Springs',
    telephone: '+1 505-555-0187',
    gp: 'pcp',
    carer: { name: 'Pieter van der Heijden', relationship: 'husband', telephone: '+1 505-555-0187' },
    height: 164,
    weight: 58,
  },
  tell(c) {
    const found = c.ago({ years: 6, months: 2 });
    const recurred = c.ago({ years: 2, months: 1 });
    const stopped = c.ago({ weeks: 9 });
    const hospice = c.ago({ weeks: 3 });
    const tumour = cancer(c, {
      icd10: 'C50.911',
      name: 'Breast cancer, right',
      site: 'Breast',
      side: 'right',
      histology: 'Invasive lobular carcinoma, grade 2',
      diagnosed: found,
      status: 'recurrence',
      statusOn: recurred,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT2', n: 'pN1a', m: 'cM0', group: 'IIB', on: found + 40 });
    metastasis(c, tumour, { icd10: 'C79.51', name: 'Bone metastases', site: 'Spine, ribs, pelvis', on: recurred });
    metastasis(c, tumour, { icd10: 'C78.6', name: 'Peritoneal metastases', site: 'Peritoneum', on: stopped - 14 });
    biomarkers(c, tumour, found + 5, {
      'Estrogen receptor': 'Positive (100 %)',
      'Progesterone receptor': 'Negative',
      HER2: 'Negative (0)',
    });
    surgery(c, {
      condition: tumour,
      on: found + 34,
      name: 'Mastectomy with axillary dissection',
      site: 'Right breast',
      outcome: 'Margins clear, 2 of 14 nodes',
    });
    regimen(c, {
      name: 'Letrozole',
      condition: tumour,
      intent: 'curative',
      setting: 'adjuvant',
      start: found + 75,
      every: 28,
      stopped: { on: recurred, reason: 'Recurrence in bone' },
      drugs: [{ name: 'letrozole', dose: 2.5, per: 'flat', route: 'by mouth', directions: 'daily' }],
    });
    regimen(c, {
      name: 'Fulvestrant',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: recurred + 14,
      every: 28,
      stopped: { on: stopped, reason: 'Progression; the patient chose comfort care' },
      drugs: [{ name: 'fulvestrant', dose: 500, per: 'flat', route: 'IM' }],
    });
    points(c, 'ca2729', [
      [recurred, 141],
      [recurred + 120, 88],
      [recurred + 300, 61],
      [recurred + 480, 96],
      [stopped - 14, 312],
    ]);
    bloodCounts(c, { on: every(recurred, stopped, 84), hemoglobin: [12.4, 11.9, 10.1] });
    chemistry(c, every(recurred, stopped, 84), {
      albumin: [4.0, 3.6, 2.6],
      creatinine: [0.9, 1.1, 1.3],
      alp: [150, 118, 240],
      calcium: [9.4, 9.8, 10.6],
    });
    diseaseStatus(c, tumour, [
      [recurred, 'progression'],
      [recurred + 180, 'partial response'],
      [stopped - 10, 'progression'],
    ]);
    ecog(c, [
      [recurred, 1],
      [stopped, 3],
      [hospice, 4],
    ]);
    c.fromPractice(() => {
      problem(c, { icd10: 'I48.91', name: 'Atrial fibrillation', since: found + 300 });
      medicine(c, {
        name: 'apixaban',
        dose: '2.5 mg by mouth twice daily',
        since: found + 300,
        until: hospice,
        stoppedBecause: 'No longer of benefit in hospice care',
      });
      vitals(c, {
        on: every(recurred, stopped, 120),
        weight: [58, 55, 48],
        systolic: [134, 118, 104],
        diastolic: [76, 68, 60],
      });
    });
    allergy(c, { to: 'Codeine', reaction: 'Vomiting', since: found });
    // Symptom course of the last weeks: pain settles after the pump, weakness does not.
    const days = [
      c.ago({ weeks: 9 }),
      c.ago({ weeks: 6 }),
      c.ago({ weeks: 3 }),
      c.ago({ days: 12 }),
      c.ago({ days: 4 }),
    ];
    esas(c, days, {
      pain: [5, 6, 7, 3, 2],
      tiredness: [6, 7, 8, 8, 9],
      drowsiness: [2, 3, 4, 5, 6],
      nausea: [4, 5, 5, 3, 2],
      appetite: [6, 7, 8, 9, 9],
      breathlessness: [1, 2, 2, 3, 3],
      depression: [2, 3, 2],
      anxiety: [3, 4, 2],
      wellbeing: [6, 7, 7, 6, 7],
    });
    ipos(c, c.ago({ days: 12 }), { pain: 1, weakness: 4, nausea: 1, 'family-anxiety': 2, 'at-peace': 1 });
    pps(c, [
      [stopped, 50],
      [hospice, 40],
      [c.ago({ days: 4 }), 30],
    ]);
    gsfStage(c, [
      [stopped, 'green'],
      [hospice, 'yellow'],
    ]);
    surpriseQuestion(c, stopped, false);
    palliativeCare(c, c.ago({ months: 5 }));
    c.from('harbor-light', () => hospiceCare(c, hospice));
    careGoal(c, hospice, 'To stay at home with her husband until she dies');
    careGoal(c, hospice, 'Pain low enough to sit in the garden in the afternoon');
    codeStatus(c, stopped + 3, 'Do not attempt resuscitation');
    advanceDirective(
      c,
      stopped + 3,
      'hcd',
      `I name my husband Pieter to decide for me when I cannot. If he is unable, our son Joost.
      I do not want to go back to hospital unless pain cannot be relieved at home.`,
    );
    advanceDirective(c, stopped + 3, 'polst');
    preference(
      c,
      hospice,
      'treatment',
      'No hospital, no tubes, no antibiotics by vein; medicine for pain even if it makes me sleepy',
    );
    preference(
      c,
      hospice,
      'care',
      'Please speak with Pieter and me together. A reading by our minister when the time is near',
    );
    anticipatoryMedicines(c, hospice, '5 mg');
    medicine(c, {
      name: 'hydromorphone',
      dose: '0.3 mg per hour SC by pump',
      since: c.ago({ days: 16 }),
      reason: 'Bone and abdominal pain',
    });
    redFlag(
      c,
      'Do not call an ambulance: call the hospice nurse +1 505-555-0151 at any hour; she wishes to stay at home',
      hospice,
    );
    careTeam(c, 'oncology', {
      since: found,
      members: ['oncologist', 'nurse'],
      lines: ['oncology-line'],
      until: hospice,
    });
    careTeam(c, 'palliative', {
      since: c.ago({ months: 5 }),
      members: ['palliative', 'hospice'],
      lines: ['hospice-line', 'palliative-line'],
      name: 'Palliative care and Harbor Light Hospice',
    });
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Start of hospice care',
      on: hospice,
      by: 'hospice',
      body: `Mrs van der Heijden came onto our service at home. Estimated weeks. A subcutaneous pump controls pain; the box with the four medicines for the last days is in the kitchen.
        Her own family physician remains the attending physician and signs orders; we visit three times a week and answer the telephone at all hours.
        Please do not order blood tests. Please call her husband from time to time: he asked for that.`,
    });
    document(c, {
      type: 'letter',
      title: 'End of anticancer treatment',
      on: stopped,
      body: `Peritoneal spread on fulvestrant. We agreed, with her husband present, to stop treatment of the cancer. She is at peace with this.`,
    });
  },
};
