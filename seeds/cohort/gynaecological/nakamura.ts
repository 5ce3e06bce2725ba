import { around, every } from '#seeds/days.ts';
import { careTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, otherStage } from '#seeds/fhir/oncology.ts';
import {
  advanceDirective,
  anticipatoryMedicines,
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  hospiceCare,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { encounter, medicine, noKnownAllergies, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Platinum no longer works; bowel nearly closed, no operation wanted. At home with hospice, drain and all. */
export const nakamura: Story = {
  name: 'gynaecological-nakamura',
  group: 'gynaecological',
  phase: 'HOSPICE',
  curative: false,
  facts: {
    mrn: '100045',
    family: 'Nakamura',
    given: ['Irene', 'Hanako'],
    sex: 'female',
    age: 79,
    birthday: '01-08',
    street: '71 Bluff Road',
    city: 'Bluff Road',
    telephone: '+1 505-555-0121',
    gp: 'pcp2',
    carer: { name: 'Grace Nakamura', relationship: 'daughter', telephone: '+1 505-555-0122' },
    height: 153,
    weight: 55,
  },
  tell(c) {
    const found = c.ago({ years: 3, months: 7 });
    const start = found + 50;
    const second = c.ago({ months: 15 });
    const third = c.ago({ months: 7 });
    const hospice = c.ago({ days: 25 });
    const tumour = cancer(c, {
      icd10: 'C56.1',
      name: 'Ovarian cancer, right',
      site: 'Ovary',
      side: 'right',
      histology: 'High-grade serous carcinoma',
      diagnosed: found,
      status: 'recurrence',
      statusOn: second,
    });
    otherStage(c, tumour, { system: 'FIGO', group: 'IIIC', on: found + 30 });
    metastasis(c, tumour, { icd10: 'C78.6', name: 'Peritoneal metastases', site: 'Peritoneum', on: second });
    surgery(c, {
      condition: tumour,
      on: found + 21,
      name: 'Primary debulking operation',
      site: 'Pelvis and abdomen',
      outcome: 'Residual under 1 cm',
      by: 'gynaecology',
      intent: 'palliative',
    });
    const doublet = [
      { name: 'carboplatin', dose: 5, per: 'auc' },
      { name: 'paclitaxel', dose: 175, per: 'm2' },
    ] as const;
    const first = regimen(c, {
      name: 'Carboplatin and paclitaxel',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start,
      every: 21,
      cycles: 6,
      drugs: doublet,
    });
    const again = regimen(c, {
      name: 'Carboplatin',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: second + 14,
      every: 21,
      cycles: 6,
      drugs: [{ name: 'carboplatin', dose: 5, per: 'auc' }],
    });
    const doxil = regimen(c, {
      name: 'Pegylated liposomal doxorubicin',
      condition: tumour,
      intent: 'palliative',
      setting: 'third line, platinum resistant',
      start: third,
      every: 28,
      stopped: { on: c.ago({ weeks: 9 }), reason: 'Progression' },
      drugs: [{ name: 'pegylated liposomal doxorubicin', dose: 40, per: 'm2' }],
    });
    points(c, 'ca125', [
      [found, 920],
      [start + 63, 64],
      [first.end, 18],
      [first.end + 180, 22],
      [second - 60, 96],
      [second, 288],
      [again.end, 102],
      [third - 5, 420],
      [third + 60, 610],
      [doxil.end, 1190],
    ]);
    const doses = [...first.given, ...again.given, ...doxil.given];
    bloodCounts(c, { on: around(doses, [-1]), doses, depth: 0.6, anaemia: 0.1, hemoglobin: [12.1, 11.4, 10.6, 9.4] });
    chemistry(c, around(doses, [-1]), { albumin: [3.9, 3.8, 3.1, 2.3], creatinine: [0.8, 0.9, 1.1] });
    c.fromPractice(() =>
      vitals(c, {
        on: every(second, c.lastDay, 70),
        weight: [54, 52, 49, 44],
        systolic: [130, 118, 102],
        diastolic: [74, 68, 60],
      }),
    );
    diseaseStatus(c, tumour, [
      [first.end, 'complete remission'],
      [second, 'progression'],
      [again.end, 'partial response'],
      [third - 5, 'progression'],
      [doxil.end, 'progression'],
    ]);
    ecog(c, [
      [found + 30, 1],
      [third, 2],
      [hospice, 4],
    ]);
    noKnownAllergies(c, found);
    esas(c, [doxil.end, c.ago({ days: 40 }), hospice, c.ago({ days: 14 }), c.ago({ days: 3 })], {
      pain: [4, 5, 5, 3, 2],
      nausea: [5, 8, 7, 3, 3],
      tiredness: [6, 7, 8, 8, 9],
      drowsiness: [2, 3, 4, 5, 6],
      appetite: [6, 8, 9, 9, 10],
      breathlessness: [2, 3, 3],
      anxiety: [4, 5, 3, 2],
      depression: [3, 3, 2],
      wellbeing: [6, 7, 6, 5],
    });
    pps(c, [
      [doxil.end, 50],
      [hospice, 40],
      [c.ago({ days: 3 }), 20],
    ]);
    gsfStage(c, [
      [doxil.end, 'green'],
      [hospice, 'yellow'],
      [c.ago({ days: 3 }), 'red'],
    ]);
    surpriseQuestion(c, doxil.end, false);
    palliativeCare(c, third);
    c.from('harbor-light', () => hospiceCare(c, hospice));
    encounter(c, {
      kind: 'inpatient',
      from: c.ago({ days: 38 }),
      to: c.ago({ days: 31 }),
      type: 'Hospital stay',
      reason: 'Malignant bowel obstruction: venting tube, no operation',
    });
    careGoal(c, hospice, 'At home with Grace; sips of tea and no more vomiting');
    codeStatus(c, c.ago({ days: 33 }), 'Do not attempt resuscitation');
    advanceDirective(
      c,
      c.ago({ days: 33 }),
      'hcd',
      `My daughter Grace decides for me. No feeding by tube or vein. Music and tea.`,
    );
    advanceDirective(c, c.ago({ days: 33 }), 'polst');
    preference(c, hospice, 'treatment', 'No hospital; the venting tube stays while it helps');
    preference(c, hospice, 'care', 'Grace is told first, and told everything');
    anticipatoryMedicines(c, hospice, '5 mg');
    medicine(c, {
      name: 'octreotide',
      dose: '100 mcg SC three times daily',
      since: c.ago({ days: 36 }),
      reason: 'Bowel obstruction',
    });
    medicine(c, { name: 'haloperidol', dose: '1 mg SC twice daily', since: c.ago({ days: 36 }), reason: 'Nausea' });
    redFlag(c, 'Do not call an ambulance: call the hospice nurse +1 505-555-0151 at any hour', hospice);
    careTeam(c, 'oncology', {
      since: found,
      members: ['oncologist', 'gynaecology'],
      lines: ['oncology-line'],
      until: hospice,
    });
    careTeam(c, 'palliative', {
      since: third,
      members: ['palliative', 'hospice'],
      lines: ['hospice-line'],
      name: 'Palliative care and Harbor Light Hospice',
    });
    primaryCareTeam(c, found, 'pcp2');
    document(c, {
      type: 'discharge',
      title: 'Discharge home with hospice',
      on: c.ago({ days: 31 }),
      by: 'palliative',
      body: `Small bowel obstruction from peritoneal disease. A venting gastrostomy and octreotide stopped the vomiting. She and her daughter chose to go home.
        Days to a few weeks. Harbor Light Hospice takes over; the pump and the four medicines are in place.`,
    });
  },
};
