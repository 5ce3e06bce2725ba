import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, careTeam, oncologyTeam, order, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage } from '#seeds/fhir/oncology.ts';
import {
  anticipatoryMedicines,
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
import { allergy, encounter, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Relapsed myeloma at seventy-seven: the disease is winning slowly; her wish is to weave and to be at home. */
export const nakai: Story = {
  name: 'myeloma-nakai',
  group: 'myeloma',
  phase: 'PALLIATIVE',
  curative: false,
  facts: {
    mrn: '100064',
    family: 'Nakai',
    given: ['Beatrice'],
    sex: 'female',
    age: 77,
    birthday: '04-17',
    street: 'Spring Canyon, house 3',
    city: 'Cottonwood Creek',
    state: 'AZ',
    telephone: '+1 928-555-0113',
    gp: 'ihs-pcp',
    tribe: 'Cottonwood Creek Tribe (invented)',
    carer: { name: 'Sharon Nakai', relationship: 'granddaughter', telephone: '+1 928-555-0114' },
    height: 154,
    weight: 60,
  },
  tell(c) {
    const found = c.ago({ years: 4, months: 6 });
    const start = found + 24;
    const relapse = c.ago({ months: 18 });
    const third = c.ago({ months: 4 });
    const tumour = cancer(c, {
      icd10: 'C90.02',
      name: 'Multiple myeloma, in relapse',
      site: 'Bone marrow',
      histology: 'Plasma cell myeloma, IgA lambda',
      diagnosed: found,
      status: 'relapse',
      statusOn: relapse,
    });
    otherStage(c, tumour, { system: 'R-ISS', group: 'III', on: found + 12 });
    biomarkers(c, tumour, found + 12, { 'del(17p) (FISH)': 'Detected', 't(4;14) (FISH)': 'Not detected' });
    regimen(c, {
      name: 'VRd-lite',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start,
      every: 35,
      cycles: 9,
      by: 'haematologist',
      drugs: [
        { name: 'bortezomib', dose: 1.3, per: 'm2', route: 'SC', days: [1, 8, 15, 22] },
        { name: 'lenalidomide', dose: 15, per: 'flat', route: 'by mouth', directions: 'daily, days 1 to 21 of 35' },
        { name: 'dexamethasone', dose: 20, per: 'flat', route: 'by mouth', directions: 'once a week' },
      ],
    });
    const dara = regimen(c, {
      name: 'Daratumumab, pomalidomide and dexamethasone',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: relapse + 10,
      every: 28,
      stopped: { on: third, reason: 'Progression and infections' },
      by: 'haematologist',
      drugs: [
        { name: 'daratumumab', dose: 1800, per: 'flat', route: 'SC', days: [1, 8, 15, 22], cycles: [1, 2] },
        { name: 'daratumumab', dose: 1800, per: 'flat', route: 'SC', days: [1, 15], cycles: [3, 6] },
        { name: 'daratumumab', dose: 1800, per: 'flat', route: 'SC', cycles: [7, 99] },
        { name: 'pomalidomide', dose: 3, per: 'flat', route: 'by mouth', directions: 'daily, days 1 to 21 of 28' },
        { name: 'dexamethasone', dose: 10, per: 'flat', route: 'by mouth', directions: 'once a week' },
      ],
    });
    points(c, 'mProtein', [
      [found, 3.6],
      [start + 105, 1.2],
      [start + 315, 0.4],
      [c.ago({ months: 28 }), 0.6],
      [relapse, 2.2],
      [relapse + 120, 1.1],
      [relapse + 300, 1.9],
      [third, 3.4],
      [c.ago({ weeks: 5 }), 3.9],
    ]);
    points(c, 'lambdaFree', [
      [found, 720],
      [start + 315, 58],
      [relapse, 390],
      [relapse + 120, 166],
      [third, 612],
      [c.ago({ weeks: 5 }), 804],
    ]);
    c.from('cottonwood-creek', () => {
      bloodCounts(c, {
        on: every(relapse, c.lastDay, 28),
        base: { wbc: 3.9, platelets: 118 },
        hemoglobin: [10.4, 10.0, 9.2, 8.4],
      });
      chemistry(c, every(relapse, c.lastDay, 42), {
        creatinine: [1.3, 1.5, 2.1, 2.6],
        calcium: [9.4, 9.9, 10.8],
        albumin: [3.8, 3.3, 2.9],
      });
      problem(c, { icd10: 'N18.4', name: 'Chronic kidney disease, stage 4', since: c.ago({ months: 5 }) });
      vitals(c, {
        on: every(relapse, c.lastDay, 60),
        weight: [59, 56, 52],
        systolic: [142, 130, 122],
        diastolic: [78, 70],
      });
      encounter(c, {
        kind: 'inpatient',
        from: third - 12,
        to: third - 6,
        type: 'Hospital stay, Cottonwood Creek',
        reason: 'Pneumonia during treatment',
      });
    });
    bloodCounts(c, { on: dara.given, base: { wbc: 3.8, platelets: 121 }, hemoglobin: [10.5, 9.1] });
    diseaseStatus(c, tumour, [
      [start + 105, 'partial response'],
      [relapse, 'progression'],
      [relapse + 120, 'partial response'],
      [third, 'progression'],
    ]);
    ecog(c, [
      [found + 12, 1],
      [relapse, 2],
      [third, 3],
    ]);
    esas(c, [third, c.ago({ months: 3 }), c.ago({ months: 2 }), c.ago({ weeks: 3 })], {
      pain: [7, 5, 4, 4],
      tiredness: [6, 7, 7, 8],
      drowsiness: [3, 3, 4],
      appetite: [4, 5, 6],
      breathlessness: [3, 4, 5],
      wellbeing: [6, 5, 5],
    });
    ipos(c, c.ago({ weeks: 3 }), {
      pain: 2,
      breathlessness: 2,
      weakness: 3,
      'family-anxiety': 2,
      'sharing-feelings': 1,
      'practical-matters': 3,
    });
    pps(c, [
      [third, 60],
      [c.ago({ weeks: 3 }), 50],
    ]);
    gsfStage(c, [[third, 'green']]);
    surpriseQuestion(c, third, false);
    palliativeCare(c, third);
    careGoal(c, third + 10, 'Finish the rug for her great-grandson; be at home with her family');
    // How illness is spoken of is hers to decide: the family asked for plans to be put as what will be done.
    preference(
      c,
      third + 10,
      'care',
      'Speak about what we will do, not about what may go wrong; her granddaughter Sharon is asked first. A traditional healer is part of her care',
    );
    preference(c, third + 10, 'treatment', 'Transfusion at Cottonwood Creek is welcome; no stay at the centre');
    codeStatus(c, third + 30, 'Do not attempt resuscitation');
    anticipatoryMedicines(c, c.ago({ weeks: 3 }), '0.4 mg', 'hydromorphone');
    medicine(c, {
      name: 'hydromorphone',
      dose: '1 mg by mouth every 6 hours as needed',
      since: third,
      reason: 'Bone pain; no morphine with these kidneys',
    });
    allergy(c, { to: 'Morphine', reaction: 'Confusion', since: third });
    redFlag(
      c,
      'Confusion, thirst, constipation: check calcium the same day; call the palliative care line +1 505-555-0125',
      third,
    );
    redFlag(c, 'Kidney function below 25: no NSAIDs, no morphine, no gadolinium', c.ago({ months: 5 }));
    oncologyTeam(c, found, 'haematologist');
    careTeam(c, 'palliative', { since: third, members: ['palliative'], lines: ['palliative-line'] });
    primaryCareTeam(c, found, 'ihs-pcp');
    document(c, {
      type: 'letter',
      title: 'Palliative care visit by video',
      on: c.ago({ weeks: 3 }),
      by: 'palliative',
      body: `With her granddaughter and Dr Nez at Cottonwood Creek. Pain is better on hydromorphone; breathless when hemoglobin is under 8.5, and a transfusion there helps for two weeks.
        We agreed: counts every two weeks, transfuse below 8 if she feels it, no M-protein any more. The four medicines for later are with the health center's pharmacy.`,
    });
    c.from('cottonwood-creek', () =>
      referral(c, {
        what: 'Palliative care consultation by video',
        made: third - 5,
        by: 'ihs-pcp',
        for: 'palliative',
        reason: tumour,
        note: 'Purchased/Referred Care: authorised, four visits, two left.',
      }),
    );
    order(c, {
      what: 'CBC every two weeks; transfuse below 8 g/dL if short of breath',
      made: c.ago({ weeks: 3 }),
      due: c.ahead({ days: 5 }),
      by: 'palliative',
      for: 'ihs-pcp',
    });
    appointment(c, {
      on: c.ahead({ weeks: 2 }),
      what: 'Palliative care video visit',
      with: 'palliative',
      made: c.ago({ weeks: 3 }),
    });
  },
};
