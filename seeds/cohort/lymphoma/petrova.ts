import { around, every } from '#seeds/days.ts';
import { appointment, followUpPlan, oncologyTeam, order } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { immunise, noKnownAllergies } from '#seeds/fhir/record.ts';
import { bloodCounts, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, smoking } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Hodgkin lymphoma cured at twenty-nine; she has moved here and has no family physician yet. */
export const petrova: Story = {
  name: 'lymphoma-petrova',
  group: 'lymphoma',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100160',
    family: 'Petrova',
    given: ['Sofiya', 'Dmitrievna'],
    sex: 'female',
    age: 35,
    birthday: '05-08',
    street: '303 Railyard Lofts',
    city: 'Three Rivers',
    telephone: '+1 505-555-0109',
    language: ['ru', 'Russian'],
    height: 171,
    weight: 60,
  },
  tell(c) {
    const found = c.ago({ years: 3, months: 2 });
    const start = found + 24;
    const tumour = cancer(c, {
      icd10: 'C81.12',
      name: 'Hodgkin lymphoma, nodular sclerosis, chest nodes',
      site: 'Mediastinal and neck nodes',
      histology: 'Classical Hodgkin lymphoma, nodular sclerosis',
      diagnosed: found,
      status: 'remission',
      statusOn: start + 180,
    });
    otherStage(c, tumour, { system: 'Lugano (Ann Arbor)', group: 'IIA', on: found + 12 });
    const abvd = regimen(c, {
      name: 'ABVD',
      condition: tumour,
      intent: 'curative',
      setting: 'first line',
      start,
      every: 28,
      cycles: 4,
      drugs: [
        { name: 'doxorubicin', dose: 25, per: 'm2', days: [1, 15] },
        {
          name: 'bleomycin',
          dose: 10,
          per: 'm2',
          unit: 'units/m2',
          days: [1, 15],
          stop: { after: 2, reason: 'Left out after a negative interim PET' },
        },
        { name: 'vinblastine', dose: 6, per: 'm2', days: [1, 15] },
        { name: 'dacarbazine', dose: 375, per: 'm2', days: [1, 15] },
      ],
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: abvd.end + 25,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [{ site: 'Mediastinum and left neck', cGy: 3000, fractions: 15 }],
    });
    const doses = abvd.given.flatMap((day) => [day, day + 14]);
    bloodCounts(c, {
      on: [...around(doses, [-1]), ...every(beam.end + 60, c.lastDay, 182)],
      doses,
      depth: 0.75,
      anaemia: 0.12,
      hemoglobin: [11.9, 12.4, 13.4],
    });
    points(c, 'tsh', [
      [found + 10, 1.9],
      [beam.end + 365, 3.2],
      [c.ago({ months: 4 }), 4.1],
    ]);
    points(c, 'ldh', [
      [found + 2, 268],
      [start + 112, 164],
    ]);
    ejectionFraction(c, [
      [found + 15, 64],
      [beam.end + 300, 61],
    ]);
    imaging(c, {
      on: beam.end + 90,
      modality: 'PT',
      name: 'PET-CT',
      area: 'Skull base to thigh',
      body: `Residual mediastinal tissue of 18 mm without uptake above background.
        Deauville 2, complete metabolic response.`,
    });
    diseaseStatus(c, tumour, [
      [start + 50, 'partial response'],
      [beam.end + 90, 'complete remission'],
      [c.ago({ months: 4 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 12, 0],
      [c.ago({ months: 4 }), 0],
    ]);
    c.sensitively('PREGNANT', () => {
      document(c, {
        type: 'letter',
        title: 'Fertility and pregnancy after ABVD',
        on: c.ago({ months: 4 }),
        body: `She and her partner hope for a child. Cycles are regular; there is no reason to wait longer. An echocardiogram before or early in pregnancy, because of doxorubicin and radiation to the chest.`,
      });
      order(c, {
        what: 'Echocardiogram before pregnancy',
        made: c.ago({ months: 4 }),
        due: c.ahead({ weeks: 5 }),
        by: 'oncologist',
      });
    });
    noKnownAllergies(c, found);
    smoking(c, 'never', found);
    immunise(c, 'influenza', c.ago({ months: 2 }));
    oncologyTeam(c, found, 'radiation');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: beam.end + 100,
      body: `Hodgkin lymphoma IIA. Four cycles of ABVD (doxorubicin 200 mg/m², bleomycin 40 units/m²), 30 Gy to mediastinum and left neck.
        For life: breast screening from eight years after radiation, TSH every year, no smoking, lipids and blood pressure early, dental care.
        No scans without symptoms from now on. She is looking for a family physician; this letter is hers to bring.`,
    });
    followUpPlan(c, {
      title: 'After Hodgkin lymphoma, year 3',
      since: beam.end + 100,
      tasks: [{ what: 'Visit, blood count, TSH', who: 'oncologist', due: c.ahead({ months: 2 }) }],
    });
    appointment(c, {
      on: c.ahead({ months: 2 }),
      what: 'Follow-up visit',
      with: 'oncologist',
      made: c.ago({ months: 4 }),
    });
  },
};
