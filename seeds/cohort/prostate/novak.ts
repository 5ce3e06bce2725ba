import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, oncologyTeam, order, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy, surgery } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem } from '#seeds/fhir/record.ts';
import { bloodCounts, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { score } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** PSA came back after prostatectomy; salvage radiation is running this month. */
export const novak: Story = {
  name: 'prostate-novak',
  group: 'prostate',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100209',
    family: 'Novák',
    given: ['František'],
    sex: 'male',
    age: 66,
    birthday: '09-14',
    street: '41 Alder Street',
    city: 'Alder Springs',
    telephone: '+1 505-555-0196',
    gp: 'pcp',
    height: 183,
    weight: 92,
  },
  tell(c) {
    const found = c.ago({ years: 4, months: 1 });
    const cut = found + 60;
    const relapse = c.ago({ months: 5 });
    const tumour = cancer(c, {
      icd10: 'C61',
      name: 'Prostate cancer',
      site: 'Prostate',
      histology: 'Acinar adenocarcinoma, Gleason 4+4=8 (grade group 4)',
      diagnosed: found,
      status: 'recurrence',
      statusOn: relapse,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT3a', n: 'pN0', m: 'cM0', group: 'IIIB', on: cut + 8 });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Robot-assisted radical prostatectomy with node dissection',
      site: 'Prostate',
      outcome: 'Focal positive margin at the apex, 0 of 12 nodes',
    });
    points(c, 'psa', [
      [found - 10, 9.6],
      [cut + 45, 0.02],
      [cut + 180, 0.02],
      [cut + 360, 0.03],
      [cut + 540, 0.05],
      [cut + 720, 0.08],
      [cut + 960, 0.14],
      [relapse - 60, 0.22],
      [relapse, 0.31],
      [c.ago({ weeks: 3 }), 0.06],
    ]);
    c.fromPractice(() =>
      points(c, 'psa', [
        [cut + 850, 0.1],
        [relapse - 20, 0.27],
      ]),
    );
    imaging(c, {
      on: relapse + 15,
      modality: 'PT',
      name: 'PSMA PET-CT',
      area: 'Whole body',
      body: `Faint uptake at the vesicourethral junction, right of the midline. No nodal or bone uptake.
        Likely local recurrence only.`,
    });
    regimen(c, {
      name: 'Leuprolide',
      condition: tumour,
      intent: 'curative',
      setting: 'with salvage radiation, 6 months',
      start: c.ago({ weeks: 13 }),
      every: 91,
      cycles: 2,
      counted: 'injections',
      drugs: [{ name: 'leuprolide', dose: 22.5, per: 'flat', route: 'IM' }],
    });
    radiotherapy(c, {
      condition: tumour,
      start: c.ago({ weeks: 4 }),
      intent: 'curative',
      technique: 'VMAT',
      volumes: [{ site: 'Prostate bed', cGy: 6600, fractions: 33 }],
    });
    points(c, 'testosterone', [
      [relapse, 421],
      [c.ago({ weeks: 3 }), 18],
    ]);
    bloodCounts(c, { on: [relapse, c.ago({ weeks: 3 }), c.ago({ weeks: 1 })], hemoglobin: [14.8, 13.7] });
    diseaseStatus(c, tumour, [
      [cut + 60, 'complete remission'],
      [relapse, 'progression'],
    ]);
    ecog(c, [
      [cut + 60, 0],
      [relapse, 0],
    ]);
    chronicCare(c, {
      since: found - 200,
      pressure: [
        [144, 136, 140, 134],
        [90, 84, 82, 80],
      ],
      creatinine: [1, 1.04],
      ldl: [142, 118, 102],
      weight: [90, 91, 94],
    });
    c.fromPractice(() =>
      c.sensitively('ALC', () => {
        // Told to his own physician in confidence; only those with the substance-use scope see it.
        problem(c, { icd10: 'F10.20', name: 'Alcohol use disorder, moderate', since: found + 400 });
        score(c, 'auditC', [
          [found + 400, 8],
          [c.ago({ months: 8 }), 5],
        ]);
        medicine(c, { name: 'naltrexone', dose: '50 mg by mouth daily', since: found + 420 });
      }),
    );
    noKnownAllergies(c, found);
    oncologyTeam(c, found, 'surgeon', 'radiation');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Salvage radiation for rising PSA',
      on: relapse + 20,
      by: 'radiation',
      body: `PSA 0.31 and rising, PET shows the prostate bed only. 66 Gy in 33 fractions and six months of leuprolide give him a good chance of cure.
        Hot flushes and frequency are expected. Please do not repeat PSA during treatment: it will be low from the injections and mean nothing.`,
    });
    order(c, {
      what: 'PSA and testosterone, three months after the last injection',
      made: c.ago({ weeks: 3 }),
      due: c.ahead({ months: 5 }),
      by: 'radiation',
      for: 'pcp',
    });
    appointment(c, {
      on: c.ahead({ days: 6 }),
      what: 'Weekly review during radiation',
      with: 'radiation',
      made: c.ago({ weeks: 4 }),
    });
    appointment(c, {
      on: c.ahead({ months: 2 }),
      what: 'Visit after radiation',
      with: 'radiation',
      made: c.ago({ weeks: 4 }),
    });
  },
};
