import { around } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, oncologyTeam, order, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { allergy, feverFlag, medicine, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** HER2-positive, in the middle of neoadjuvant chemotherapy: the practice draws her nadir bloods. */
export const okonkwo: Story = {
  name: 'breast-okonkwo-reyes',
  group: 'breast',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100231',
    family: 'Okonkwo-Reyes',
    given: ['Adaeze'],
    sex: 'female',
    age: 47,
    birthday: '03-18',
    street: '14 Juniper Lane',
    city: 'Alder Springs',
    telephone: '+1 505-555-0181',
    gp: 'pcp',
    height: 168,
    weight: 74,
  },
  tell(c) {
    const found = c.ago({ weeks: 16 });
    const start = c.ago({ weeks: 11 });
    const tumour = cancer(c, {
      icd10: 'C50.412',
      name: 'Breast cancer, upper-outer quadrant, left',
      site: 'Breast',
      side: 'left',
      histology: 'Invasive ductal carcinoma, grade 3',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2', n: 'cN1', m: 'cM0', group: 'IIB', on: found + 12 });
    biomarkers(c, tumour, found + 4, {
      'Estrogen receptor': 'Negative',
      'Progesterone receptor': 'Negative',
      HER2: 'Positive (3+)',
      'Ki-67': '55 %',
    });
    pathology(c, {
      on: found + 4,
      title: 'Core biopsy, left breast',
      body: `Left breast, 2 o'clock: invasive ductal carcinoma, grade 3, 11 mm in the longest core.
        Left axillary node: carcinoma present.
        ER 0 %, PR 0 %, HER2 3+ by immunohistochemistry, Ki-67 55 %.
        Invasive ductal carcinoma, grade 3, HER2 positive, with nodal involvement.`,
    });
    imaging(c, {
      on: found + 12,
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Mass of 31 mm in the upper-outer left breast; two enlarged level I axillary nodes, the larger 17 mm.
        Lungs, liver and bones clear.
        No distant metastasis.`,
    });
    ejectionFraction(c, [
      [found + 20, 63],
      [c.ago({ days: 9 }), 60],
    ]);
    const tchp = regimen(c, {
      name: 'TCHP',
      condition: tumour,
      intent: 'curative',
      setting: 'neoadjuvant',
      start,
      every: 21,
      cycles: 6,
      growthFactor: true,
      drugs: [
        { name: 'docetaxel', dose: 75, per: 'm2' },
        { name: 'carboplatin', dose: 6, per: 'auc' },
        { name: 'trastuzumab', dose: 8, per: 'kg', cycles: [1, 1] },
        { name: 'trastuzumab', dose: 6, per: 'kg', cycles: [2, 6] },
        { name: 'pertuzumab', dose: 840, per: 'flat', cycles: [1, 1] },
        { name: 'pertuzumab', dose: 420, per: 'flat', cycles: [2, 6] },
      ],
    });
    bloodCounts(c, { on: around(tchp.given, [-1]), doses: tchp.given, depth: 0.85, anaemia: 0.55, growthFactor: true });
    chemistry(c, around(tchp.given, [-1]), { potassium: [4.3, 3.9, 3.4], albumin: [4.2, 3.8] });
    // Diarrhoea from pertuzumab: potassium and magnesium fall, the practice replaces them.
    points(
      c,
      'magnesium',
      tchp.given.map((day, i) => [day - 1, [2.0, 1.8, 1.6, 1.7][i] ?? 1.7]),
    );
    c.fromPractice(() => {
      bloodCounts(c, {
        on: around(tchp.given, [8, 11]),
        doses: tchp.given,
        depth: 0.85,
        anaemia: 0.55,
        growthFactor: true,
      });
      medicine(c, {
        name: 'potassium chloride',
        dose: '20 mmol by mouth daily',
        since: c.ago({ weeks: 4 }),
        reason: 'Low potassium',
      });
    });
    ecog(c, [
      [found + 12, 0],
      [c.ago({ weeks: 5 }), 1],
      [c.ago({ weeks: 2 }), 1],
    ]);
    vitals(c, { on: tchp.given, weight: [74, 73.2, 71.8, 71.5] });
    allergy(c, { to: 'Trimethoprim-sulfamethoxazole', reaction: 'Widespread rash', since: found });
    medicine(c, {
      name: 'ondansetron',
      dose: '8 mg by mouth twice daily as needed',
      since: start,
      category: 'supportive',
      reason: 'Nausea',
    });
    medicine(c, {
      name: 'loperamide',
      dose: '2 mg by mouth after each loose stool, at most 16 mg a day',
      since: start,
      category: 'supportive',
      reason: 'Diarrhoea',
    });
    feverFlag(c, start);
    redFlag(
      c,
      'White cells may reach 20–40 ×10⁹/L for five days after each pegfilgrastim: expected if she is well and has no fever',
      start,
    );
    oncologyTeam(c, found, 'surgeon', 'radiation');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'New patient letter: HER2-positive breast cancer',
      on: found + 16,
      body: `Thank you for sending this 47-year-old teacher with a 3 cm HER2-positive cancer of the left breast and one involved node.
        Plan: six cycles of TCHP three weeks apart, then surgery, then trastuzumab for the rest of a year and radiotherapy.
        Nadir bloods on days 9 and 12 can be drawn at your practice; please do not repeat them because of white cells alone.
        Call us at any hour for a temperature of 38.0 °C.`,
    });
    appointment(c, {
      on: tchp.planned[0] ?? c.ahead({ days: 7 }),
      what: 'TCHP cycle 5',
      with: 'oncologist',
      minutes: 240,
      made: tchp.given.at(-1)!,
    });
    appointment(c, {
      on: c.ahead({ weeks: 4 }),
      what: 'Surgical planning visit',
      with: 'surgeon',
      made: c.ago({ days: 9 }),
    });
    order(c, {
      what: 'CBC with differential, day 12 of each cycle',
      made: tchp.given.at(-1)!,
      due: tchp.given.at(-1)! + 32,
      by: 'oncologist',
      for: 'pcp',
    });
  },
};
