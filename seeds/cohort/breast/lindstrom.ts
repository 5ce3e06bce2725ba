import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy, surgery } from '#seeds/fhir/procedures.ts';
import { allergy, medicine, problem } from '#seeds/fhir/record.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Three years after cure, with diabetes and hypertension: most of her care is the practice's. */
export const lindstrom: Story = {
  name: 'breast-lindstrom',
  group: 'breast',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100118',
    family: 'Lindstrom',
    given: ['Margaret', 'Ann'],
    sex: 'female',
    age: 68,
    birthday: '10-02',
    street: '220 Orchard Road',
    city: 'Alder Springs',
    telephone: '+1 505-555-0182',
    gp: 'pcp',
    height: 162,
    weight: 81,
  },
  tell(c) {
    const found = c.ago({ years: 3, months: 4 });
    const cut = found + 24;
    const tumour = cancer(c, {
      icd10: 'C50.211',
      name: 'Breast cancer, upper-inner quadrant, right',
      site: 'Breast',
      side: 'right',
      histology: 'Invasive ductal carcinoma, grade 1',
      diagnosed: found,
      status: 'remission',
      statusOn: found + 150,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT1', n: 'cN0', m: 'cM0', group: 'IA', on: found + 6 });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT1c', n: 'pN0(sn)', m: 'cM0', group: 'IA', on: cut + 6 });
    biomarkers(c, tumour, found + 5, {
      'Estrogen receptor': 'Positive (95 %)',
      'Progesterone receptor': 'Positive (80 %)',
      HER2: 'Negative (1+)',
    });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Partial mastectomy with sentinel node biopsy',
      snomed: '64368001',
      site: 'Right breast',
      outcome: 'Margins clear, 0 of 2 nodes',
    });
    pathology(c, {
      on: cut + 6,
      title: 'Partial mastectomy, right breast',
      body: `Invasive ductal carcinoma, grade 1, 14 mm. Margins clear by 6 mm. Two sentinel nodes free of tumour.
        pT1c pN0(sn).`,
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: cut + 49,
      intent: 'curative',
      technique: '3D',
      volumes: [{ site: 'Right breast', cGy: 4005, fractions: 15 }],
    });
    regimen(c, {
      name: 'Anastrozole',
      condition: tumour,
      intent: 'curative',
      setting: 'adjuvant, for 5 years',
      start: beam.end + 14,
      every: 28,
      drugs: [{ name: 'anastrozole', dose: 1, per: 'flat', route: 'by mouth', directions: 'daily' }],
    });
    diseaseStatus(c, tumour, [
      [beam.end + 90, 'complete remission'],
      [c.ago({ months: 14 }), 'complete remission'],
      [c.ago({ months: 5 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 6, 0],
      [c.ago({ months: 5 }), 0],
    ]);
    for (const months of [27, 15, 3]) {
      imaging(c, {
        on: c.ago({ months }),
        modality: 'MG',
        name: 'Screening mammography',
        area: 'Both breasts',
        body: `Scar and mild skin thickening in the right breast as before. No new mass, distortion or calcification on either side.
          Benign findings after treatment; next in twelve months.`,
      });
    }
    imaging(c, {
      on: c.ago({ months: 20 }),
      modality: 'DX',
      name: 'Bone density (DXA)',
      area: 'Spine and hip',
      body: `Lumbar spine T-score -1.6; left hip T-score -1.3.
        Low bone mass. Repeat in two years while on an aromatase inhibitor.`,
    });
    chronicCare(c, {
      since: found - 200,
      years: 9,
      hba1c: [6.9, 7.2, 7.8, 8.3, 7.6, 7.4],
      glucose: [138, 176, 150],
      pressure: [
        [138, 146, 142, 134],
        [84, 86, 82, 78],
      ],
      creatinine: [0.82, 0.9, 1.02],
      ldl: [118, 96, 88],
      weight: [79, 82, 83, 80.5],
    });
    problem(c, { icd10: 'M85.80', name: 'Low bone mass', since: c.ago({ months: 20 }) });
    allergy(c, { to: 'Penicillin', reaction: 'Hives as a child', since: found });
    medicine(c, {
      name: 'calcium carbonate with vitamin D',
      dose: '600 mg / 800 IU by mouth daily',
      since: beam.end + 14,
    });
    oncologyTeam(c, found, 'surgeon', 'radiation');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: beam.end + 60,
      body: `Right breast cancer, pT1c pN0, ER positive, HER2 negative. Partial mastectomy, 40.05 Gy in 15 fractions, anastrozole for five years.
        Yours: yearly mammography, DXA every second year, blood pressure, glucose, weight.
        Ours: visit every six months until year five.
        Not needed: tumour markers, routine blood tests, scans without symptoms.
        Please send back for a new lump, bone pain that lasts, breathlessness or weight loss.`,
    });
    followUpPlan(c, {
      title: 'Breast cancer follow-up, years 3 to 5',
      since: beam.end + 60,
      tasks: [
        { what: 'Mammography, both breasts', who: 'pcp', due: c.ahead({ months: 9 }) },
        { what: 'Bone density (DXA)', who: 'pcp', due: c.ahead({ months: 4 }) },
        { what: 'Oncology visit with breast examination', who: 'oncologist', due: c.ahead({ months: 1 }) },
        { what: 'HbA1c, kidney function and blood pressure', who: 'pcp', how: 'every 3 months' },
      ],
    });
    appointment(c, {
      on: c.ahead({ months: 1 }),
      what: 'Follow-up visit',
      with: 'oncologist',
      made: c.ago({ months: 5 }),
    });
  },
};
