import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, careTeam, followUpPlan } from '#seeds/fhir/coordination.ts';
import { organizationReference } from '#seeds/fhir/directory.ts';
import { document, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage, tnm } from '#seeds/fhir/oncology.ts';
import { privacyRestriction } from '#seeds/fhir/palliative.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, problem } from '#seeds/fhir/record.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Endometrial cancer cured by an operation; weight, sugar and pressure are now the greater danger. */
export const kowalczyk: Story = {
  name: 'gynaecological-kowalczyk',
  group: 'gynaecological',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100185',
    family: 'Kowalczyk',
    given: ['Shirley', 'Jadwiga'],
    sex: 'female',
    age: 70,
    birthday: '09-30',
    street: '15 Adobe Street',
    city: 'Alder Springs',
    telephone: '+1 505-555-0117',
    gp: 'pcp',
    height: 159,
    weight: 104,
  },
  tell(c) {
    const found = c.ago({ months: 23 });
    const cut = found + 26;
    const tumour = cancer(c, {
      icd10: 'C54.1',
      name: 'Endometrial cancer',
      site: 'Endometrium',
      histology: 'Endometrioid adenocarcinoma, FIGO grade 1',
      diagnosed: found,
      status: 'remission',
      statusOn: cut + 14,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT1a', n: 'pN0(sn)', m: 'cM0', group: 'IA', on: cut + 7 });
    otherStage(c, tumour, { system: 'FIGO', group: 'IA', on: cut + 7 });
    biomarkers(c, tumour, cut + 9, {
      'Mismatch repair proteins': 'Intact',
      p53: 'Wild type',
      'Estrogen receptor': 'Positive (90 %)',
    });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Robot-assisted hysterectomy, both ovaries, sentinel nodes',
      site: 'Uterus',
      outcome: 'Inner half of the muscle only, nodes free',
      by: 'gynaecology',
    });
    pathology(c, {
      on: cut + 7,
      title: 'Hysterectomy',
      body: `Endometrioid adenocarcinoma grade 1, 22 mm, into the inner third of the muscle. No vessel invasion. Three sentinel nodes free.
        pT1a pN0(sn), FIGO IA.`,
    });
    diseaseStatus(c, tumour, [
      [cut + 14, 'complete remission'],
      [c.ago({ months: 5 }), 'complete remission'],
    ]);
    ecog(c, [
      [cut + 14, 1],
      [c.ago({ months: 5 }), 0],
    ]);
    chronicCare(c, {
      since: found - 900,
      years: 15,
      hba1c: [8.1, 8.8, 9.2, 8.4, 7.6, 7.2],
      glucose: [190, 220, 164],
      pressure: [
        [154, 150, 142, 136],
        [92, 88, 82],
      ],
      creatinine: [0.88, 0.96, 1.08],
      ldl: [138, 112, 94],
      weight: [108, 110, 104, 101, 97],
    });
    c.fromPractice(() => {
      medicine(c, {
        name: 'semaglutide',
        dose: '1 mg SC once a week',
        since: c.ago({ months: 10 }),
        reason: 'Diabetes and weight',
      });
      problem(c, { icd10: 'E66.9', name: 'Obesity', since: found - 4000 });
      problem(c, { icd10: 'G47.33', name: 'Obstructive sleep apnoea', since: found - 2200 });
    });
    allergy(c, { to: 'Adhesive tape', category: 'environment', reaction: 'Blisters', since: cut });
    careTeam(c, 'oncology', {
      since: found,
      members: ['gynaecology', 'oncologist', 'nurse'],
      lines: ['oncology-line'],
    });
    careTeam(c, 'primary-care', { since: found, members: ['pcp', 'pcp2'], name: 'Primary care, present and former' });
    // A relative works at her former practice: she asked that it no longer sees her record, and it does not.
    privacyRestriction(c, c.ago({ months: 8 }), organizationReference('bluff-road'));
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: cut + 20,
      by: 'gynaecology',
      body: `Endometrial cancer IA grade 1, treated by operation alone. Chance of return under 5 %.
        Examination every six months for two years, then yearly; you may do every second one. No Pap smears, no CA 125, no scans without bleeding or pain.
        The heart is the greater risk: weight, pressure and sugar matter more than anything we do.`,
    });
    followUpPlan(c, {
      title: 'After endometrial cancer',
      since: cut + 20,
      tasks: [
        { what: 'Pelvic examination', who: 'gynaecology', due: c.ahead({ weeks: 5 }) },
        { what: 'Pelvic examination', who: 'pcp', due: c.ahead({ months: 7 }) },
        { what: 'Weight, HbA1c, blood pressure', who: 'pcp', how: 'every 3 months' },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 5 }),
      what: 'Follow-up visit',
      with: 'gynaecology',
      made: c.ago({ months: 5 }),
    });
  },
};
