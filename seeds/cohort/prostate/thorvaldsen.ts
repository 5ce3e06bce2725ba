import { every } from '#seeds/days.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, careTeam, oncologyTeam, order, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import {
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  ipos,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Eighty-six on a ranch two hours away: palliative care by video, hands on from the rural clinic. */
export const thorvaldsen: Story = {
  name: 'prostate-thorvaldsen',
  group: 'prostate',
  phase: 'PALLIATIVE',
  curative: false,
  facts: {
    mrn: '100031',
    family: 'Þorvaldsen',
    given: ['Einar'],
    sex: 'male',
    age: 86,
    birthday: '06-02',
    street: 'County Road 12, ranch 3',
    city: 'Long Prairie',
    telephone: '+1 575-555-0198',
    gp: 'rural-pcp',
    carer: { name: 'Solveig Þorvaldsen', relationship: 'daughter', telephone: '+1 575-555-0199' },
    height: 176,
    weight: 74,
  },
  tell(c) {
    const found = c.ago({ years: 8, months: 3 });
    const resistant = c.ago({ years: 2, months: 3 });
    const palliative = c.ago({ months: 4 });
    const tumour = cancer(c, {
      icd10: 'C61',
      name: 'Prostate cancer',
      site: 'Prostate',
      histology: 'Acinar adenocarcinoma, Gleason 4+4=8 (grade group 4)',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3a', n: 'cN0', m: 'cM0', group: 'IIIB', on: found + 20 });
    metastasis(c, tumour, { icd10: 'C79.51', name: 'Bone metastases', site: 'Spine and ribs', on: resistant });
    radiotherapy(c, {
      condition: tumour,
      start: found + 90,
      intent: 'curative',
      technique: '3D',
      volumes: [{ site: 'Prostate', cGy: 7800, fractions: 39 }],
    });
    regimen(c, {
      name: 'Leuprolide',
      condition: tumour,
      intent: 'palliative',
      setting: 'androgen deprivation',
      start: c.ago({ years: 4 }),
      every: 182,
      stopped: { on: palliative + 10, reason: 'Comfort care; no more injections' },
      drugs: [{ name: 'leuprolide', dose: 45, per: 'flat', route: 'SC' }],
    });
    regimen(c, {
      name: 'Enzalutamide',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: resistant + 14,
      every: 28,
      stopped: { on: palliative, reason: 'Progression and falls' },
      drugs: [{ name: 'enzalutamide', dose: 160, per: 'flat', route: 'by mouth', directions: 'daily' }],
    });
    points(c, 'psa', [
      [found - 10, 18.2],
      [found + 300, 0.6],
      [c.ago({ years: 4, months: 1 }), 9.8],
      [c.ago({ years: 3 }), 0.9],
      [resistant, 14.1],
      [resistant + 120, 2.6],
      [resistant + 400, 8.8],
      [palliative, 74],
    ]);
    c.from('prairie-rural', () => points(c, 'psa', [[c.ago({ weeks: 6 }), 133]]));
    bloodCounts(c, { on: every(resistant, c.lastDay, 120), hemoglobin: [12.6, 11.8, 9.8, 8.9] });
    chronicCare(c, {
      since: resistant - 200,
      years: 20,
      pressure: [
        [152, 140, 122, 110],
        [80, 74, 66, 60],
      ],
      creatinine: [1.3, 1.46, 1.7],
      albumin: [4, 3.6, 3.1],
      weight: [76, 74, 69, 64],
    });
    c.fromPractice(() =>
      problem(c, { icd10: 'N18.32', name: 'Chronic kidney disease, stage 3b', since: c.ago({ years: 2 }) }),
    );
    diseaseStatus(c, tumour, [
      [resistant, 'progression'],
      [resistant + 150, 'partial response'],
      [palliative, 'progression'],
    ]);
    ecog(c, [
      [resistant, 1],
      [palliative, 3],
    ]);
    allergy(c, { to: 'Tramadol', reaction: 'Confusion', since: found + 800 });
    esas(c, [palliative, c.ago({ months: 2 }), c.ago({ weeks: 4 }), c.ago({ days: 10 })], {
      pain: [7, 5, 4, 4],
      tiredness: [6, 7, 7],
      drowsiness: [1, 3, 4],
      appetite: [4, 5, 6],
      wellbeing: [6, 5, 5],
    });
    ipos(c, c.ago({ days: 10 }), {
      pain: 2,
      weakness: 3,
      constipation: 2,
      mobility: 3,
      'family-anxiety': 3,
      'practical-matters': 2,
    });
    pps(c, [
      [palliative, 60],
      [c.ago({ days: 10 }), 50],
    ]);
    gsfStage(c, [[palliative, 'green']]);
    surpriseQuestion(c, palliative, false);
    palliativeCare(c, palliative);
    careGoal(c, palliative, 'Stay on the ranch; see the calves in spring');
    codeStatus(c, palliative + 20, 'Do not attempt resuscitation');
    preference(c, palliative + 20, 'treatment', 'No more trips to the city except for something that stops pain');
    medicine(c, {
      name: 'morphine',
      dose: '5 mg by mouth every 6 hours, and as needed',
      since: palliative,
      reason: 'Bone pain',
    });
    medicine(c, {
      name: 'polyethylene glycol',
      dose: '17 g by mouth daily',
      since: palliative,
      reason: 'Constipation with morphine',
    });
    redFlag(
      c,
      'Kidney function is falling on morphine: twitching, confusion or drowsiness means too much; call the palliative care line +1 505-555-0125',
      c.ago({ weeks: 6 }),
    );
    careTeam(c, 'palliative', { since: palliative, members: ['palliative'], lines: ['palliative-line'] });
    oncologyTeam(c, found);
    primaryCareTeam(c, found, 'rural-pcp');
    document(c, {
      type: 'letter',
      title: 'Palliative care video visit',
      on: c.ago({ days: 10 }),
      by: 'palliative',
      body: `Seen by video with his daughter and Ms Halvorsdottir in the room, which made it a real examination. Pain 4 of 10 on morphine; more sleepy.
        Creatinine 1.7: I would change morphine to hydromorphone 1 mg every six hours. Please repeat creatinine in two weeks; nothing else needs drawing.`,
    });
    order(c, {
      what: 'Creatinine and electrolytes',
      made: c.ago({ days: 10 }),
      due: c.ahead({ days: 4 }),
      by: 'palliative',
      for: 'rural-pcp',
    });
    referral(c, {
      what: 'Single-fraction radiation for rib pain, if morphine is not enough',
      made: c.ago({ days: 10 }),
      by: 'palliative',
      for: 'radiation',
      reason: tumour,
      note: 'Rural programme pays mileage; one trip only, consultation and treatment the same day.',
    });
    appointment(c, {
      on: c.ahead({ days: 11 }),
      what: 'Palliative care video visit',
      with: 'palliative',
      made: c.ago({ days: 10 }),
    });
  },
};
