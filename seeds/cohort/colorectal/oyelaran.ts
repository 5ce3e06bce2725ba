import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, careTeam, oncologyTeam, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import {
  advanceDirective,
  anticipatoryMedicines,
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { medicine, noKnownAllergies, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Third line is over and more would harm: palliative care and the practice now carry him together. */
export const oyelaran: Story = {
  name: 'colorectal-oyelaran',
  group: 'colorectal',
  phase: 'PALLIATIVE',
  curative: false,
  facts: {
    mrn: '100069',
    family: 'Oyelaran',
    given: ['Terrence', 'Babatunde'],
    sex: 'male',
    age: 72,
    birthday: '02-24',
    street: '803 Piñon Avenue',
    city: 'Alder Springs',
    telephone: '+1 505-555-0191',
    gp: 'pcp',
    carer: { name: 'Folake Oyelaran', relationship: 'wife', telephone: '+1 505-555-0192' },
    height: 181,
    weight: 88,
  },
  tell(c) {
    const found = c.ago({ years: 2, months: 8 });
    const first = found + 25;
    const second = c.ago({ months: 15 });
    const stopped = c.ago({ weeks: 10 });
    const palliative = c.ago({ months: 6 });
    const tumour = cancer(c, {
      icd10: 'C18.2',
      name: 'Ascending colon cancer',
      site: 'Ascending colon',
      histology: 'Adenocarcinoma',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3', n: 'cN2', m: 'cM1b', group: 'IVB', on: found + 12 });
    metastasis(c, tumour, { icd10: 'C78.7', name: 'Liver metastases', site: 'Liver', on: found + 12 });
    metastasis(c, tumour, { icd10: 'C78.00', name: 'Lung metastases', site: 'Lungs', on: found + 12 });
    biomarkers(c, tumour, found + 15, {
      'KRAS mutation': 'G12D',
      'Microsatellite instability': 'Stable (MSS)',
      'BRAF V600E': 'Not detected',
    });
    const fluorouracil = {
      name: 'fluorouracil',
      dose: 2800,
      per: 'm2',
      directions: '400 mg/m² as a bolus, then 2400 mg/m² over 46 hours, every 14 days',
    } as const;
    const one = regimen(c, {
      name: 'mFOLFOX6 and bevacizumab',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: first,
      every: 14,
      cycles: 12,
      drugs: [
        { name: 'oxaliplatin', dose: 85, per: 'm2', stop: { after: 8, reason: 'Planned stop before neuropathy' } },
        { name: 'leucovorin', dose: 400, per: 'm2' },
        fluorouracil,
        { name: 'bevacizumab', dose: 5, per: 'kg' },
      ],
    });
    const two = regimen(c, {
      name: 'FOLFIRI and bevacizumab',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: second,
      every: 14,
      stopped: { on: c.ago({ months: 7 }), reason: 'Progression' },
      drugs: [
        { name: 'irinotecan', dose: 180, per: 'm2' },
        { name: 'leucovorin', dose: 400, per: 'm2' },
        fluorouracil,
        { name: 'bevacizumab', dose: 5, per: 'kg' },
      ],
    });
    regimen(c, {
      name: 'Trifluridine-tipiracil',
      condition: tumour,
      intent: 'palliative',
      setting: 'third line',
      start: c.ago({ months: 6 }),
      every: 28,
      stopped: { on: stopped, reason: 'Progression and weakness' },
      drugs: [
        {
          name: 'trifluridine-tipiracil',
          dose: 35,
          per: 'm2',
          route: 'by mouth',
          directions: 'twice daily, days 1 to 5 and 8 to 12 of 28',
        },
      ],
    });
    points(c, 'cea', [
      [found + 3, 186],
      [first + 56, 88],
      [first + 112, 41],
      [one.end, 29],
      [one.end + 90, 36],
      [second, 142],
      [second + 90, 96],
      [two.end, 311],
      [two.end + 60, 498],
      [stopped, 740],
    ]);
    bloodCounts(c, {
      on: [...every(first, one.end, 28), ...every(second, stopped, 28)],
      doses: [...one.given, ...two.given],
      depth: 0.5,
      anaemia: 0.05,
      hemoglobin: [12.9, 12.2, 11.8, 10.4],
    });
    chemistry(c, [...every(first, one.end, 42), ...every(second, stopped, 42)], {
      creatinine: [1.12, 1.24, 1.32],
      glucose: [148, 126, 108],
      albumin: [3.9, 3.8, 3.2, 2.8],
      alp: [210, 130, 180, 410],
      bilirubin: [0.7, 0.6, 0.8, 1.6],
      alt: [38, 30, 44, 70],
    });
    chronicCare(c, {
      since: found - 300,
      years: 14,
      hba1c: [7.1, 7.3, 7.0, 6.2, 5.7],
      glucose: [146, 132, 104],
      // Weight loss lowers pressure and sugar: the practice takes medicines away rather than adding them.
      pressure: [
        [146, 138, 126, 108],
        [84, 80, 72, 62],
      ],
      creatinine: [1.05, 1.2, 1.34],
      albumin: [4.1, 3.9, 3.3, 2.7],
      liver: {
        alt: [24, 36, 30, 38, 62, 84],
        ast: [22, 38, 32, 44, 78, 112],
        alp: [74, 190, 130, 180, 350, 450],
        bilirubin: [0.6, 0.7, 0.6, 0.8, 1.4, 1.9],
      },
      weight: [91, 88, 83, 74, 68],
    });
    diseaseStatus(c, tumour, [
      [first + 84, 'partial response'],
      [one.end + 30, 'stable'],
      [second - 10, 'progression'],
      [two.end, 'progression'],
      [stopped, 'progression'],
    ]);
    ecog(c, [
      [first, 1],
      [second, 1],
      [two.end, 2],
      [stopped, 3],
    ]);
    noKnownAllergies(c, found);
    const days = [
      palliative,
      c.ago({ months: 4 }),
      c.ago({ weeks: 10 }),
      c.ago({ weeks: 6 }),
      c.ago({ weeks: 3 }),
      c.ago({ days: 6 }),
    ];
    esas(c, days, {
      pain: [4, 3, 5, 6, 4, 3],
      tiredness: [5, 6, 7, 7, 8, 8],
      appetite: [4, 5, 6, 7, 7, 8],
      nausea: [3, 2, 2, 4, 3, 2],
      breathlessness: [1, 2, 3, 4, 5, 5],
      depression: [2, 3, 4, 4, 3],
      anxiety: [3, 4, 5, 4, 3],
      wellbeing: [4, 5, 6, 7, 6, 6],
    });
    pps(c, [
      [palliative, 70],
      [stopped, 50],
      [c.ago({ days: 6 }), 40],
    ]);
    gsfStage(c, [
      [palliative, 'green'],
      [c.ago({ days: 6 }), 'yellow'],
    ]);
    surpriseQuestion(c, palliative, false);
    palliativeCare(c, palliative);
    careGoal(c, stopped, 'At home with Folake; one more Sunday dinner with all four children');
    careGoal(c, palliative, 'Finish the garden wall with his son', 'completed');
    codeStatus(c, c.ago({ weeks: 6 }), 'Do not attempt resuscitation');
    advanceDirective(
      c,
      c.ago({ weeks: 6 }),
      'hcd',
      `My wife Folake speaks for me if I cannot. I want comfort, my pastor, and my family near.
      Hospital only for something that can quickly be put right.`,
    );
    preference(
      c,
      c.ago({ weeks: 6 }),
      'treatment',
      'No more chemotherapy and no intensive care; a blood transfusion only if it would let me be awake for the family',
    );
    preference(c, c.ago({ weeks: 6 }), 'care', 'Tell me the truth, with Folake in the room');
    anticipatoryMedicines(c, c.ago({ days: 6 }), '5 mg');
    medicine(c, {
      name: 'oxycodone extended-release',
      dose: '20 mg by mouth every 12 hours',
      since: c.ago({ weeks: 6 }),
      reason: 'Liver capsule pain',
    });
    medicine(c, {
      name: 'dexamethasone',
      dose: '4 mg by mouth each morning',
      since: c.ago({ weeks: 3 }),
      reason: 'Appetite and liver pain',
    });
    redFlag(
      c,
      'On dexamethasone with diabetes: check glucose once a day; call the palliative care line +1 505-555-0125 above 300 mg/dL',
      c.ago({ weeks: 3 }),
    );
    redFlag(
      c,
      'Bleeding from the bowel or sudden belly pain: call the palliative care line first; he does not wish an operation',
      c.ago({ weeks: 6 }),
    );
    oncologyTeam(c, found);
    careTeam(c, 'palliative', { since: palliative, members: ['palliative'], lines: ['palliative-line'] });
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Palliative care visit',
      on: c.ago({ days: 6 }),
      by: 'palliative',
      body: `Weaker, in bed more than half the day, breathless on the stairs. Pain is better on 20 mg oxycodone twice a day. Home oxygen does not help and was not ordered.
        Medicines for the last days are in the house from today. Hospice enrolment next week if he agrees.
        From you: metformin and lisinopril can stop. Please keep the visit on the calendar; he trusts you.`,
    });
    document(c, {
      type: 'letter',
      title: 'End of third-line treatment',
      on: stopped,
      body: `CEA 740, liver larger, and he spends most of the day resting. More treatment would take time without giving it. He and his wife agree to stop.`,
    });
    referral(c, {
      what: 'Hospice enrolment',
      made: c.ago({ days: 6 }),
      due: c.ahead({ days: 3 }),
      by: 'palliative',
      for: { organization: 'harbor-light' },
      priority: 'urgent',
    });
    appointment(c, {
      on: c.ahead({ days: 7 }),
      what: 'Palliative care home visit',
      with: 'palliative',
      minutes: 60,
      made: c.ago({ days: 6 }),
    });
  },
};
