import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, oncologyTeam, order, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { immunise, medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Never smoked, EGFR deletion, brain metastases treated once: two years of near-normal life on a tablet. */
export const nguyen: Story = {
  name: 'lung-nguyen',
  group: 'lung',
  phase: 'ADVANCED',
  curative: false,
  facts: {
    mrn: '100140',
    family: 'Nguyễn',
    given: ['Minh', 'Đức'],
    sex: 'male',
    age: 58,
    birthday: '02-17',
    street: '12 Bluff Road',
    city: 'Bluff Road',
    telephone: '+1 505-555-0103',
    language: ['vi', 'Vietnamese'],
    gp: 'pcp2',
    height: 167,
    weight: 61,
  },
  tell(c) {
    const found = c.ago({ months: 26 });
    const tumour = cancer(c, {
      icd10: 'C34.12',
      name: 'Lung cancer, left upper lobe',
      site: 'Left upper lobe of lung',
      side: 'left',
      histology: 'Adenocarcinoma',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2b', n: 'cN2', m: 'cM1c', group: 'IVB', on: found + 10 });
    metastasis(c, tumour, { icd10: 'C79.31', name: 'Brain metastases', site: 'Brain', on: found + 10 });
    metastasis(c, tumour, { icd10: 'C79.51', name: 'Bone metastases', site: 'Thoracic spine', on: found + 10 });
    biomarkers(c, tumour, found + 16, {
      'EGFR mutation': 'Exon 19 deletion',
      'ALK rearrangement': 'Not detected',
      'PD-L1 (22C3)': '10 %',
    });
    radiotherapy(c, {
      condition: tumour,
      start: found + 22,
      intent: 'palliative',
      technique: 'radiosurgery',
      volumes: [
        { site: 'Right frontal metastasis', cGy: 2000, fractions: 1 },
        { site: 'Left cerebellar metastasis', cGy: 2000, fractions: 1 },
      ],
    });
    const tablet = regimen(c, {
      name: 'Osimertinib',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start: found + 24,
      every: 28,
      drugs: [{ name: 'osimertinib', dose: 80, per: 'flat', route: 'by mouth', directions: 'daily' }],
    });
    points(c, 'cea', [
      [found + 5, 48.2],
      [found + 90, 12.6],
      [found + 240, 4.4],
      [found + 480, 3.9],
      [c.ago({ months: 4 }), 5.8],
      [c.ago({ weeks: 4 }), 8.1],
    ]);
    bloodCounts(c, { on: every(tablet.start, c.lastDay, 84), base: { wbc: 5.2, platelets: 168 } });
    chemistry(c, every(tablet.start, c.lastDay, 84), { alt: [24, 36, 28] });
    ejectionFraction(c, [
      [found + 15, 62],
      [found + 200, 60],
      [c.ago({ months: 5 }), 58],
    ]);
    imaging(c, {
      on: c.ago({ months: 4 }),
      modality: 'MR',
      name: 'MR brain',
      area: 'Head',
      body: `Both treated metastases smaller, 3 mm and 4 mm, no swelling. No new lesion.
        Stable after radiosurgery.`,
    });
    imaging(c, {
      on: c.ago({ weeks: 4 }),
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Left upper lobe mass 17 mm, was 14 mm. T7 lesion sclerotic as before. No new metastasis.
        Slight growth of the primary, below the limit for progression.`,
    });
    diseaseStatus(c, tumour, [
      [found + 90, 'partial response'],
      [found + 400, 'partial response'],
      [c.ago({ weeks: 4 }), 'stable'],
    ]);
    ecog(c, [
      [found + 10, 1],
      [found + 120, 0],
      [c.ago({ weeks: 4 }), 0],
    ]);
    c.fromPractice(() => {
      problem(c, { icd10: 'B18.1', name: 'Chronic hepatitis B, treated', since: found - 4000 });
      medicine(c, { name: 'entecavir', dose: '0.5 mg by mouth daily', since: found - 1200 });
      vitals(c, { on: every(found - 60, c.lastDay, 110), weight: [61, 58, 61, 62] });
      chemistry(c, every(found - 60, c.lastDay, 182), { alt: [34, 28, 26] });
      immunise(c, 'influenza', c.ago({ months: 2 }), c.ago({ months: 14 }));
    });
    smoking(c, 'never', found);
    noKnownAllergies(c, found);
    redFlag(
      c,
      'New headache, vomiting, weakness or seizure: MRI brain the same day and call the oncology nurse line +1 505-555-0124',
      found + 24,
    );
    redFlag(c, 'Do not stop entecavir: hepatitis B flares during cancer treatment', found + 24);
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'pcp2');
    document(c, {
      type: 'letter',
      title: 'Restaging on osimertinib',
      on: c.ago({ weeks: 3 }),
      body: `Two years on osimertinib, at work, one small step up in size and in CEA. We go on and look again in eight weeks; a blood test for resistance is sent then.
        QT-prolonging medicines (macrolides, ondansetron at high dose): please ask us first. He would like an interpreter at visits, not his son.`,
    });
    order(c, {
      what: 'CT chest, abdomen and pelvis, and MR brain',
      made: c.ago({ weeks: 3 }),
      due: c.ahead({ weeks: 5 }),
      by: 'oncologist',
    });
    appointment(c, {
      on: c.ahead({ weeks: 6 }),
      what: 'Restaging visit',
      with: 'oncologist',
      made: c.ago({ weeks: 3 }),
    });
  },
};
