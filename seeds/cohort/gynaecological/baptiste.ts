import { around, every } from '#seeds/days.ts';
import { biomarkers, germlineVariant } from '#seeds/fhir/biomarkers.ts';
import { appointment, careTeam, followUpPlan, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage, tnm } from '#seeds/fhir/oncology.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { allergy, immunise, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, exactCounts, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Ovarian cancer with BRCA2, on olaparib after an operation and chemotherapy; CA 125 has been quiet for a year. */
export const baptiste: Story = {
  name: 'gynaecological-baptiste',
  group: 'gynaecological',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100147',
    family: 'Baptiste',
    given: ['Yvonne'],
    sex: 'female',
    age: 62,
    birthday: '02-09',
    street: '31 Orchard Road',
    city: 'Alder Springs',
    telephone: '+1 505-555-0119',
    language: ['ht', 'Haitian Creole'],
    gp: 'pcp',
    height: 166,
    weight: 73,
  },
  tell(c) {
    const found = c.ago({ months: 20 });
    const start = found + 16;
    const debulk = start + 63 + 25;
    const tumour = cancer(c, {
      icd10: 'C56.2',
      name: 'Ovarian cancer, left',
      site: 'Ovary',
      side: 'left',
      histology: 'High-grade serous carcinoma',
      diagnosed: found,
      status: 'remission',
      statusOn: debulk + 120,
    });
    otherStage(c, tumour, { system: 'FIGO', group: 'IIIC', on: found + 10 });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3c', n: 'cN0', m: 'cM0', group: 'IIIC', on: found + 10 });
    biomarkers(c, tumour, found + 25, { 'Homologous recombination': 'Deficient', p53: 'Abnormal' });
    germlineVariant(c, found + 30, 'BRCA2', 'HGNC:1101', 'c.5946del');
    c.sensitively('GDIS', () => problem(c, { icd10: 'Z15.02', name: 'Inherited BRCA2 variant', since: found + 30 }));
    const doublet = [
      { name: 'carboplatin', dose: 5, per: 'auc' },
      { name: 'paclitaxel', dose: 175, per: 'm2' },
    ] as const;
    const before = regimen(c, {
      name: 'Carboplatin and paclitaxel',
      condition: tumour,
      intent: 'curative',
      setting: 'before the operation',
      start,
      every: 21,
      cycles: 3,
      drugs: doublet,
    });
    surgery(c, {
      condition: tumour,
      on: debulk,
      name: 'Interval debulking: hysterectomy, both ovaries, omentum',
      site: 'Pelvis and abdomen',
      outcome: 'No visible residual (R0)',
      by: 'gynaecology',
    });
    const after = regimen(c, {
      name: 'Carboplatin and paclitaxel',
      condition: tumour,
      intent: 'curative',
      setting: 'after the operation',
      start: debulk + 28,
      every: 21,
      cycles: 3,
      drugs: doublet,
    });
    const olaparib = regimen(c, {
      name: 'Olaparib',
      condition: tumour,
      intent: 'curative',
      setting: 'maintenance, for 2 years',
      start: after.end + 35,
      every: 28,
      drugs: [{ name: 'olaparib', dose: 300, per: 'flat', route: 'by mouth', directions: 'twice daily' }],
    });
    points(c, 'ca125', [
      [found, 1840],
      [start + 21, 960],
      [start + 42, 310],
      [debulk - 3, 88],
      [debulk + 28, 41],
      [after.end, 14],
      ...every(olaparib.start + 80, c.lastDay, 84).map(
        (day, i) => [day, [11, 12, 10, 13, 11][i % 5]!] as [number, number],
      ),
    ]);
    const doses = [...before.given, ...after.given];
    bloodCounts(c, { on: around(doses, [-1, 12]), doses, depth: 0.75, anaemia: 0.35, base: { hemoglobin: 12.6 } });
    bloodCounts(c, {
      on: every(olaparib.start, c.lastDay, 28),
      base: { wbc: 4.7, platelets: 178 },
      hemoglobin: [12.0, 10.9, 9.8, 10.3, 10.9, 11.2, 11.1, 11.3],
    });
    chemistry(c, [found, ...around(doses, [-1]), ...every(olaparib.start, c.lastDay, 56)], {
      albumin: [2.9, 3.6, 4.0, 4.1],
      creatinine: [0.8, 0.86, 0.98],
    });
    c.fromPractice(() => {
      // Anaemia from olaparib: the practice sees 9.6 first and asks; the centre lowers the dose.
      exactCounts(c, [
        [olaparib.start + 62, 4.4, 2.6, 9.6, 164],
        [olaparib.start + 90, 4.8, 2.9, 10.4, 176],
        [c.ago({ weeks: 3 }), 4.6, 2.7, 11.1, 182],
      ]);
      problem(c, { icd10: 'I10', name: 'Hypertension', since: found - 3300 });
      medicine(c, { name: 'amlodipine', dose: '10 mg by mouth daily', since: found - 900 });
      vitals(c, {
        on: every(found - 50, c.lastDay, 90),
        weight: [76, 68, 71, 73],
        systolic: [148, 134, 138],
        diastolic: [88, 80, 82],
      });
      immunise(c, 'influenza', c.ago({ months: 2 }), c.ago({ months: 14 }));
    });
    diseaseStatus(c, tumour, [
      [debulk - 3, 'partial response'],
      [after.end + 20, 'complete remission'],
      [c.ago({ months: 2 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 10, 2],
      [after.end, 1],
      [c.ago({ months: 2 }), 0],
    ]);
    allergy(c, {
      to: 'Paclitaxel',
      reaction: 'Flushing in the first infusion; given again slowly without harm',
      since: start,
    });
    redFlag(
      c,
      'On olaparib: blood counts that do not recover in four weeks may be a marrow disease; no growth factor, call the oncology nurse line +1 505-555-0124',
      olaparib.start,
    );
    redFlag(c, 'On olaparib: clarithromycin, fluconazole and grapefruit raise its level; ask first', olaparib.start);
    careTeam(c, 'oncology', {
      since: found,
      members: ['oncologist', 'gynaecology', 'nurse'],
      lines: ['oncology-line'],
    });
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Olaparib visit',
      on: c.ago({ months: 2 }),
      body: `Well, back at her choir. CA 125 of 11. Hemoglobin recovered after the dose was lowered for six weeks and is raised again.
        Blood counts every month are ours; CA 125 every three months is ours. Yours: blood pressure, and mammography with MRI of the breast each year because of BRCA2.`,
    });
    followUpPlan(c, {
      title: 'During olaparib',
      since: olaparib.start,
      tasks: [
        { what: 'Blood count', who: 'oncologist', due: c.ahead({ weeks: 1 }) },
        { what: 'Breast MRI', who: 'pcp', due: c.ahead({ weeks: 7 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 1 }),
      what: 'Olaparib visit',
      with: 'oncologist',
      made: c.ago({ weeks: 3 }),
    });
  },
};
