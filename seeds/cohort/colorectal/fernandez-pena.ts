import { every } from '#seeds/days.ts';
import { biomarkers, germlineVariant } from '#seeds/fhir/biomarkers.ts';
import { appointment, followUpPlan, oncologyTeam, order, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { immunise, noKnownAllergies, problem } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Lynch syndrome: stage II, mismatch repair deficient, no chemotherapy needed; her family needs to know. */
export const fernandez: Story = {
  name: 'colorectal-fernandez-pena',
  group: 'colorectal',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100203',
    family: 'Fernández-Peña',
    given: ['Lucía'],
    sex: 'female',
    age: 49,
    birthday: '11-20',
    street: '5 Cañada Court',
    city: 'Bluff Road',
    telephone: '+1 505-555-0190',
    language: ['es', 'Spanish'],
    gp: 'pcp2',
    height: 163,
    weight: 63,
  },
  tell(c) {
    const found = c.ago({ months: 17 });
    const cut = found + 21;
    const tumour = cancer(c, {
      icd10: 'C18.2',
      name: 'Ascending colon cancer',
      site: 'Ascending colon',
      histology: 'Adenocarcinoma with mucinous features',
      diagnosed: found,
      status: 'remission',
      statusOn: cut + 30,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT3', n: 'pN0', m: 'cM0', group: 'IIA', on: cut + 7 });
    biomarkers(c, tumour, cut + 9, { 'Microsatellite instability': 'High (MSI-H)', 'BRAF V600E': 'Not detected' });
    germlineVariant(c, cut + 45, 'MSH2', 'HGNC:7325', 'c.942+3A>T');
    c.sensitively('GDIS', () => {
      problem(c, { icd10: 'Z15.09', name: 'Lynch syndrome (MSH2)', since: cut + 45 });
      document(c, {
        type: 'letter',
        title: 'Genetics: Lynch syndrome',
        on: cut + 50,
        body: `A pathogenic change in MSH2 explains her cancer. Her two brothers and her daughter can be tested; letters for them are enclosed.
          For her: colonoscopy every one to two years, and a talk with gynaecology about the womb and ovaries.`,
      });
      order(c, {
        what: 'Gynaecology visit: womb and ovaries in Lynch syndrome',
        made: cut + 50,
        due: c.ahead({ weeks: 6 }),
        by: 'oncologist',
        for: 'gynaecology',
      });
    });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Right hemicolectomy',
      site: 'Ascending colon',
      outcome: 'R0, 0 of 27 nodes',
    });
    pathology(c, {
      on: cut + 7,
      title: 'Right hemicolectomy',
      body: `Adenocarcinoma 52 mm with mucin and many lymphocytes, into pericolic fat. 27 nodes free. MSH2 and MSH6 lost on staining.
        pT3 pN0, mismatch repair deficient.`,
    });
    points(c, 'cea', [
      [found + 2, 6.2],
      ...every(cut + 60, c.lastDay, 91).map((day, i) => [day, [1.9, 1.6, 1.8, 1.5, 1.7][i % 5]!] as [number, number]),
    ]);
    bloodCounts(c, { on: [found + 2, cut + 60, cut + 240, c.ago({ months: 2 })], hemoglobin: [9.4, 11.6, 13, 13.3] });
    chemistry(c, [found + 2, cut + 60, c.ago({ months: 2 })]);
    c.fromPractice(() => {
      bloodCounts(c, { on: [found - 14, cut + 25, cut + 150], hemoglobin: [9.1, 10.8, 12.4] });
      vitals(c, { on: every(found - 14, c.lastDay, 120), weight: [61, 62, 64] });
      immunise(c, 'influenza', c.ago({ months: 1 }));
    });
    imaging(c, {
      on: c.ago({ months: 4 }),
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Normal appearance after right hemicolectomy. No nodes, liver and lungs clear.
        No evidence of recurrence.`,
    });
    diseaseStatus(c, tumour, [
      [cut + 30, 'complete remission'],
      [c.ago({ months: 4 }), 'complete remission'],
    ]);
    ecog(c, [
      [cut + 30, 0],
      [c.ago({ months: 2 }), 0],
    ]);
    noKnownAllergies(c, found);
    oncologyTeam(c, found, 'surgeon', 'gynaecology');
    primaryCareTeam(c, found, 'pcp2');
    document(c, {
      type: 'letter',
      title: 'Follow-up, no chemotherapy',
      on: cut + 35,
      body: `Stage II, mismatch repair deficient: chemotherapy would add nothing and is not advised. CEA every three months with us, CT yearly for three years.`,
    });
    followUpPlan(c, {
      title: 'Colon cancer follow-up, year 2',
      since: cut + 35,
      tasks: [
        { what: 'CEA and visit', who: 'oncologist', due: c.ahead({ weeks: 4 }) },
        { what: 'Colonoscopy', who: 'oncologist', due: c.ahead({ months: 2 }) },
        { what: 'Iron stores and blood count once', who: 'pcp2', due: c.ahead({ months: 5 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 4 }),
      what: 'Follow-up visit with CEA',
      with: 'oncologist',
      made: c.ago({ months: 2 }),
    });
  },
};
