import { around } from '#seeds/days.ts';
import { appointment, careTeam, followUpPlan } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage, tnm } from '#seeds/fhir/oncology.ts';
import { brachytherapy, radiotherapy } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Cervical cancer and HIV, both well controlled; HIV is labelled and shown only where it may be. */
export const quispe: Story = {
  name: 'gynaecological-quispe',
  group: 'gynaecological',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100228',
    family: 'Quispe Mamani',
    given: ['Maribel'],
    sex: 'female',
    age: 41,
    birthday: '07-03',
    street: '404 Depot Street',
    city: 'Three Rivers',
    telephone: '+1 505-555-0118',
    language: ['es', 'Spanish'],
    height: 152,
    weight: 58,
  },
  tell(c) {
    const found = c.ago({ months: 16 });
    const start = found + 36;
    const tumour = cancer(c, {
      icd10: 'C53.8',
      name: 'Cervical cancer',
      site: 'Cervix',
      histology: 'Squamous cell carcinoma, HPV associated',
      diagnosed: found,
      status: 'remission',
      statusOn: start + 150,
    });
    otherStage(c, tumour, { system: 'FIGO', group: 'IIB', on: found + 12 });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2b', n: 'cN0', m: 'cM0', group: 'IIB', on: found + 12 });
    const cisplatin = regimen(c, {
      name: 'Weekly cisplatin with radiation',
      condition: tumour,
      intent: 'curative',
      setting: 'concurrent',
      start,
      every: 7,
      cycles: 5,
      drugs: [{ name: 'cisplatin', dose: 40, per: 'm2' }],
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [{ site: 'Pelvis', cGy: 4500, fractions: 25 }],
    });
    brachytherapy(c, {
      condition: tumour,
      start: beam.end + 3,
      end: beam.end + 14,
      site: 'Cervix (high-risk volume)',
      cGy: 2800,
      fractions: 4,
    });
    bloodCounts(c, {
      on: around(cisplatin.given, [-1]),
      doses: cisplatin.given,
      depth: 0.45,
      anaemia: 0.25,
      base: { hemoglobin: 11.8 },
    });
    chemistry(c, [...around(cisplatin.given, [-1]), start + 120, c.ago({ months: 2 })], {
      creatinine: [0.7, 0.92, 0.84],
    });
    points(
      c,
      'magnesium',
      cisplatin.given.map((day, i) => [day - 1, [2.0, 1.8, 1.6, 1.5, 1.6][i]!]),
    );
    c.sensitively('HIV', () => {
      problem(c, { icd10: 'B20', name: 'HIV disease, suppressed', since: c.ago({ years: 9 }) });
      medicine(c, {
        name: 'bictegravir-emtricitabine-tenofovir alafenamide',
        dose: 'one tablet by mouth daily',
        since: c.ago({ years: 5 }),
      });
      points(c, 'viralLoad', [
        [found, 20],
        [start + 60, 20],
        [start + 180, 34],
        [c.ago({ months: 2 }), 20],
      ]);
      // CD4 halves under pelvic radiation and comes back slowly, though the virus stays silent.
      points(c, 'cd4', [
        [found, 612],
        [start + 45, 204],
        [start + 120, 288],
        [start + 260, 376],
        [c.ago({ months: 2 }), 430],
      ]);
      medicine(c, {
        name: 'trimethoprim-sulfamethoxazole',
        dose: '160/800 mg by mouth daily',
        since: start + 46,
        until: start + 200,
        reason: 'Prevention while CD4 was low',
      });
    });
    c.sensitively('SEX', () => {
      document(c, {
        type: 'letter',
        title: 'Sexual health and early menopause',
        on: start + 150,
        by: 'gynaecology',
        body: `Menopause after pelvic radiation: hormone replacement is safe with a squamous cancer and was begun. Dilators and moisturiser; a talk with her partner was welcome.`,
      });
      medicine(c, {
        name: 'estradiol patch',
        dose: '50 mcg per day, with progesterone 100 mg by mouth nightly',
        since: start + 150,
        reason: 'Early menopause',
      });
    });
    imaging(c, {
      on: start + 130,
      modality: 'PT',
      name: 'PET-CT',
      area: 'Skull base to thigh',
      body: `No uptake in the cervix or pelvic nodes above background.
        Complete metabolic response.`,
    });
    diseaseStatus(c, tumour, [
      [start + 130, 'complete remission'],
      [c.ago({ months: 2 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 12, 0],
      [beam.end, 1],
      [c.ago({ months: 2 }), 0],
    ]);
    vitals(c, { on: [found, start, beam.end, start + 130, c.ago({ months: 2 })], weight: [58, 57, 53, 55, 57] });
    noKnownAllergies(c, found);
    redFlag(
      c,
      'Blood in urine or stool years after pelvic radiation: call before any biopsy of bladder or rectum',
      beam.end,
    );
    careTeam(c, 'oncology', {
      since: found,
      members: ['oncologist', 'gynaecology', 'radiation', 'nurse'],
      lines: ['oncology-line'],
    });
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary',
      on: start + 140,
      by: 'radiation',
      body: `Cervical cancer IIB. 45 Gy to the pelvis in 25 fractions with five doses of cisplatin (200 mg/m²), then 28 Gy brachytherapy in four.
        Examination every three months for two years. No Pap smears from the irradiated cervix unless we ask. Bone density in two years.`,
    });
    followUpPlan(c, {
      title: 'After cervical cancer, year 1',
      since: start + 140,
      tasks: [
        { what: 'Examination', who: 'gynaecology', due: c.ahead({ weeks: 4 }) },
        { what: 'Bone density (DXA)', who: 'oncologist', due: c.ahead({ months: 9 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 4 }),
      what: 'Follow-up examination',
      with: 'gynaecology',
      made: c.ago({ months: 2 }),
    });
  },
};
