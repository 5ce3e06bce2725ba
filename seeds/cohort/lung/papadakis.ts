import { every } from '#seeds/days.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, immunise, medicine, problem } from '#seeds/fhir/record.ts';
import { bloodCounts } from '#seeds/fhir/results.ts';
import { smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Early lung cancer treated with five fractions because his lungs forbade an operation. */
export const papadakis: Story = {
  name: 'lung-papadakis',
  group: 'lung',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100191',
    family: 'Papadakis',
    given: ['Georgios'],
    sex: 'male',
    age: 73,
    birthday: '04-23',
    street: '6 Elevator Street',
    city: 'Long Prairie',
    telephone: '+1 575-555-0102',
    gp: 'rural-pcp',
    height: 170,
    weight: 68,
  },
  tell(c) {
    const found = c.ago({ months: 22 });
    const tumour = cancer(c, {
      icd10: 'C34.32',
      name: 'Lung cancer, left lower lobe',
      site: 'Left lower lobe of lung',
      side: 'left',
      histology: 'Squamous cell carcinoma',
      diagnosed: found,
      status: 'remission',
      statusOn: found + 150,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT1b', n: 'cN0', m: 'cM0', group: 'IA2', on: found + 12 });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: found + 40,
      intent: 'curative',
      technique: 'stereotactic',
      volumes: [{ site: 'Left lower lobe tumour', cGy: 5000, fractions: 5 }],
    });
    for (const [months, size] of [
      [15, 12],
      [9, 9],
      [3, 9],
    ] as const) {
      imaging(c, {
        on: c.ago({ months }),
        modality: 'CT',
        name: 'CT chest',
        area: 'Chest',
        body: `Treated nodule in the left lower lobe ${size} mm with surrounding scar. Emphysema. No new nodule, no nodes.
          No evidence of recurrence.`,
      });
    }
    diseaseStatus(c, tumour, [
      [found + 150, 'complete remission'],
      [c.ago({ months: 3 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 12, 1],
      [c.ago({ months: 3 }), 1],
    ]);
    chronicCare(c, {
      since: found - 600,
      years: 12,
      pressure: [
        [148, 140, 136],
        [82, 80, 78],
      ],
      creatinine: [0.92, 0.98],
      ldl: [120, 92],
      weight: [70, 68, 67],
    });
    c.fromPractice(() => {
      problem(c, { icd10: 'J43.9', name: 'Emphysema', since: found - 3000 });
      medicine(c, { name: 'umeclidinium-vilanterol', dose: 'one inhalation daily', since: found - 1500 });
      immunise(c, 'pneumococcal', found - 700);
      vitals(c, { on: every(found, c.lastDay, 90), weight: [68, 67], saturation: [92, 91, 92] });
    });
    bloodCounts(c, { on: [found + 5, found + 150, c.ago({ months: 3 })], base: { hemoglobin: 15.2 } });
    smoking(c, 'current', c.ago({ months: 3 }), 55);
    allergy(c, { to: 'Latex', category: 'environment', reaction: 'Contact rash', since: found });
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'rural-pcp');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: beam.end + 100,
      by: 'radiation',
      body: `Squamous cancer of the left lower lobe, cT1b N0, 50 Gy in five fractions. No operation because of emphysema.
        CT chest every six months for two years, then once a year; we order and read it. A scar that changes shape is expected; PET is not for follow-up.
        The best thing you can do for him is to help him stop smoking.`,
    });
    followUpPlan(c, {
      title: 'Lung cancer follow-up, year 2',
      since: beam.end + 100,
      tasks: [
        { what: 'CT chest', who: 'radiation', due: c.ahead({ months: 3 }) },
        { what: 'Stop-smoking counselling and medicine', who: 'rural-pcp', how: 'every visit' },
      ],
    });
    c.from('prairie-rural', () =>
      referral(c, {
        what: 'CT chest at the centre with same-day visit',
        made: c.ago({ weeks: 2 }),
        due: c.ahead({ months: 3 }),
        by: 'rural-pcp',
        for: { organization: 'three-rivers' },
        note: 'Two hours by car; needs a ride. Please give an afternoon time.',
      }),
    );
    appointment(c, {
      on: c.ahead({ months: 3 }),
      what: 'CT chest and visit',
      with: 'radiation',
      made: c.ago({ months: 3 }),
    });
  },
};
