import { around } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, followUpPlan, oncologyTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { score, smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Throat cancer cured by radiation: thyroid, teeth, swallowing and mood outlast it. Known to the centre only. */
export const zielinski: Story = {
  name: 'other-zielinski',
  group: 'other',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100214',
    family: 'Zieliński',
    given: ['Tomasz'],
    sex: 'male',
    age: 57,
    birthday: '08-28',
    street: '500 Foundry Avenue',
    city: 'Three Rivers',
    telephone: '+1 505-555-0127',
    language: ['pl', 'Polish'],
    height: 180,
    weight: 90,
  },
  tell(c) {
    const found = c.ago({ months: 21 });
    const start = found + 34;
    const tumour = cancer(c, {
      icd10: 'C09.9',
      name: 'Tonsil cancer, left',
      site: 'Tonsil',
      side: 'left',
      histology: 'Squamous cell carcinoma, p16 positive',
      diagnosed: found,
      status: 'remission',
      statusOn: start + 140,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2', n: 'cN2', m: 'cM0', group: 'II', on: found + 14 });
    biomarkers(c, tumour, found + 6, { 'p16 (HPV)': 'Positive' });
    const cisplatin = regimen(c, {
      name: 'Cisplatin with radiation',
      condition: tumour,
      intent: 'curative',
      setting: 'concurrent',
      start,
      every: 21,
      cycles: 3,
      stopped: { on: start + 41, reason: 'Hearing loss and rising creatinine' },
      drugs: [{ name: 'cisplatin', dose: 100, per: 'm2' }],
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [
        { site: 'Left tonsil and involved nodes', cGy: 7000, fractions: 35 },
        { site: 'Neck at risk, both sides', cGy: 5600, fractions: 35 },
      ],
    });
    bloodCounts(c, { on: around(cisplatin.given, [-1, 12]), doses: cisplatin.given, depth: 0.5, anaemia: 0.5 });
    chemistry(c, [...around(cisplatin.given, [-1, 8]), start + 90, c.ago({ months: 3 })], {
      creatinine: [0.9, 1.2, 1.6, 1.2, 1.15],
    });
    points(c, 'tsh', [
      [found + 10, 1.6],
      [start + 240, 4.9],
      [start + 420, 9.8],
      [c.ago({ months: 3 }), 3.4],
    ]);
    problem(c, { icd10: 'E89.0', name: 'Hypothyroidism after radiation', since: start + 420 });
    medicine(c, { name: 'levothyroxine', dose: '75 mcg by mouth daily', since: start + 424 });
    problem(c, { icd10: 'K11.7', name: 'Dry mouth after radiation', since: beam.end });
    problem(c, { icd10: 'H91.03', name: 'Hearing loss after cisplatin', since: start + 45 });
    vitals(c, {
      on: [found, start, start + 30, beam.end, start + 120, c.ago({ months: 9 }), c.ago({ months: 3 })],
      weight: [92, 90, 84, 78, 77, 80, 83],
    });
    imaging(c, {
      on: start + 135,
      modality: 'PT',
      name: 'PET-CT',
      area: 'Skull base to thigh',
      body: `No uptake in tonsil or neck nodes. Mild diffuse uptake in the pharynx after radiation.
        Complete response.`,
    });
    diseaseStatus(c, tumour, [
      [start + 140, 'complete remission'],
      [c.ago({ months: 3 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 14, 0],
      [beam.end, 2],
      [c.ago({ months: 3 }), 1],
    ]);
    c.sensitively('PSY', () => {
      problem(c, { icd10: 'F32.1', name: 'Depression, moderate', since: start + 100 });
      score(c, 'phq9', [
        [start + 100, 16],
        [start + 200, 12],
        [c.ago({ months: 3 }), 7],
      ]);
      medicine(c, { name: 'mirtazapine', dose: '15 mg by mouth at night', since: start + 104 });
    });
    smoking(c, 'former', found, 12);
    noKnownAllergies(c, found);
    redFlag(c, 'No tooth extraction from the irradiated jaw without speaking with us: the bone may not heal', beam.end);
    oncologyTeam(c, found, 'radiation');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary',
      on: beam.end + 80,
      by: 'radiation',
      body: `Left tonsil cancer, p16 positive, cT2 cN2. 70 Gy in 35 fractions, cisplatin 200 mg/m² in two doses.
        TSH twice a year for life, dentist every four months with fluoride, swallowing exercises daily, hearing test yearly.`,
    });
    followUpPlan(c, {
      title: 'After throat cancer, year 2',
      since: beam.end + 80,
      tasks: [
        { what: 'Endoscopy and neck examination', who: 'radiation', due: c.ahead({ weeks: 3 }) },
        { what: 'TSH', who: 'oncologist', due: c.ahead({ months: 3 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 3 }),
      what: 'Follow-up visit',
      with: 'radiation',
      made: c.ago({ months: 3 }),
    });
  },
};
