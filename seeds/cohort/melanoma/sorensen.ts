import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, oncologyTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, score } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** BRAF-mutated, melted away on tablets, now back in the brain. The centre alone cares for her: nobody outside is named. */
export const sorensen: Story = {
  name: 'melanoma-sorensen',
  group: 'melanoma',
  phase: 'ADVANCED',
  curative: false,
  facts: {
    mrn: '100171',
    family: 'Sørensen',
    given: ['Annika'],
    sex: 'female',
    age: 52,
    birthday: '10-26',
    street: '2 Observatory Lane',
    city: 'Three Rivers',
    telephone: '+1 505-555-0116',
    height: 172,
    weight: 68,
  },
  tell(c) {
    const found = c.ago({ months: 20 });
    const brain = c.ago({ weeks: 7 });
    const tumour = cancer(c, {
      icd10: 'C43.71',
      name: 'Melanoma of the right lower leg',
      site: 'Skin of lower leg',
      side: 'right',
      histology: 'Nodular melanoma, Breslow 5.1 mm, ulcerated',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT4b', n: 'cN2', m: 'cM1b', group: 'IV', on: found + 12 });
    metastasis(c, tumour, { icd10: 'C78.00', name: 'Lung metastases', site: 'Lungs', on: found + 12 });
    metastasis(c, tumour, { icd10: 'C79.31', name: 'Brain metastases', site: 'Brain', on: brain });
    biomarkers(c, tumour, found + 10, { 'BRAF V600E': 'Detected' });
    regimen(c, {
      name: 'Dabrafenib and trametinib',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: found + 20,
      every: 28,
      stopped: { on: brain, reason: 'Progression in the brain' },
      drugs: [
        { name: 'dabrafenib', dose: 150, per: 'flat', route: 'by mouth', directions: 'twice daily' },
        { name: 'trametinib', dose: 2, per: 'flat', route: 'by mouth', directions: 'daily' },
      ],
    });
    const immuno = regimen(c, {
      name: 'Ipilimumab and nivolumab',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: c.ago({ weeks: 5 }),
      every: 21,
      cycles: 4,
      drugs: [
        { name: 'ipilimumab', dose: 3, per: 'kg' },
        { name: 'nivolumab', dose: 1, per: 'kg' },
      ],
    });
    radiotherapy(c, {
      condition: tumour,
      start: brain + 8,
      intent: 'palliative',
      technique: 'radiosurgery',
      volumes: [{ site: 'Left parietal metastasis', cGy: 2000, fractions: 1 }],
    });
    points(c, 'ldh', [
      [found + 3, 412],
      [found + 60, 188],
      [found + 240, 172],
      [found + 420, 201],
      [brain, 318],
      [c.ago({ weeks: 2 }), 282],
    ]);
    bloodCounts(c, { on: [...every(found + 20, brain, 56), ...immuno.given] });
    chemistry(c, [...every(found + 20, brain, 56), ...immuno.given, c.ago({ weeks: 1 })], { alt: [24, 26, 28, 142] });
    ejectionFraction(c, [
      [found + 15, 63],
      [found + 200, 57],
      [found + 400, 56],
    ]);
    imaging(c, {
      on: brain - 1,
      modality: 'MR',
      name: 'MR brain',
      area: 'Head',
      body: `Single enhancing lesion of 14 mm in the left parietal lobe with slight swelling.
        New brain metastasis.`,
    });
    diseaseStatus(c, tumour, [
      [found + 80, 'partial response'],
      [found + 400, 'partial response'],
      [brain, 'progression'],
    ]);
    ecog(c, [
      [found + 12, 1],
      [found + 100, 0],
      [brain, 1],
    ]);
    c.sensitively('PSY', () => {
      problem(c, { icd10: 'F33.1', name: 'Recurrent depression, moderate', since: c.ago({ years: 6 }) });
      score(c, 'phq9', [
        [found + 14, 11],
        [found + 200, 6],
        [c.ago({ weeks: 2 }), 15],
      ]);
      medicine(c, { name: 'escitalopram', dose: '20 mg by mouth daily', since: c.ago({ years: 3 }) });
      document(c, {
        type: 'progress',
        title: 'Psycho-oncology visit',
        on: c.ago({ weeks: 2 }),
        by: 'palliative',
        body: `Low since the brain finding, sleeps four hours, no thoughts of ending her life. Escitalopram stays; visits every week; sister stays with her.`,
      });
    });
    problem(c, { icd10: 'K71.6', name: 'Immune hepatitis, grade 2', since: c.ago({ weeks: 1 }) });
    medicine(c, {
      name: 'prednisone',
      dose: '60 mg by mouth daily',
      since: c.ago({ weeks: 1 }),
      reason: 'Immune hepatitis',
    });
    allergy(c, { to: 'Iodinated contrast', reaction: 'Hives and wheeze', criticality: 'high', since: found + 40 });
    redFlag(
      c,
      'Fever on ipilimumab and nivolumab with raised liver tests: not a virus until shown otherwise; call the oncology nurse line +1 505-555-0124',
      immuno.start,
    );
    redFlag(c, 'Seizure or new weakness: emergency department with MRI, dexamethasone, call the line', brain);
    oncologyTeam(c, found, 'radiation');
    document(c, {
      type: 'letter',
      title: 'Change of treatment',
      on: brain + 3,
      body: `One brain metastasis after eighteen good months on tablets. Radiosurgery, then ipilimumab and nivolumab. She has no family physician at present and would like one; the nurse is helping her.`,
    });
    appointment(c, {
      on: c.ahead({ days: 3 }),
      what: 'Liver tests and visit before cycle 3',
      with: 'oncologist',
      made: c.ago({ weeks: 1 }),
    });
  },
};
