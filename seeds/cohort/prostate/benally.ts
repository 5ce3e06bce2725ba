import { every } from '#seeds/days.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, immunise, problem } from '#seeds/fhir/record.ts';
import { points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Radiation with six months of leuprolide, now two and a half years on: PSA at the health center, not in the city. */
export const benally: Story = {
  name: 'prostate-benally',
  group: 'prostate',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100176',
    family: 'Benally',
    given: ['Harold'],
    sex: 'male',
    age: 71,
    birthday: '05-30',
    street: 'Wash Road, house 22',
    city: 'Cottonwood Creek',
    state: 'AZ',
    telephone: '+1 928-555-0195',
    gp: 'ihs-pcp',
    tribe: 'Cottonwood Creek Tribe (invented)',
    height: 175,
    weight: 86,
  },
  tell(c) {
    const found = c.ago({ years: 3, months: 1 });
    const hormone = found + 40;
    const tumour = cancer(c, {
      icd10: 'C61',
      name: 'Prostate cancer',
      site: 'Prostate',
      histology: 'Acinar adenocarcinoma, Gleason 4+3=7 (grade group 3)',
      diagnosed: found,
      status: 'remission',
      statusOn: hormone + 200,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2b', n: 'cN0', m: 'cM0', group: 'IIC', on: found + 15 });
    pathology(c, {
      on: found + 2,
      title: 'Prostate biopsy',
      body: `Twelve cores, seven with acinar adenocarcinoma, up to 70 % of a core. Gleason 4+3=7.
        Grade group 3, seven of twelve cores.`,
    });
    imaging(c, {
      on: found + 14,
      modality: 'NM',
      name: 'Bone scan',
      area: 'Skeleton',
      body: `Degenerative uptake in knees and lumbar spine.
        No sign of bone metastasis.`,
    });
    regimen(c, {
      name: 'Leuprolide',
      condition: tumour,
      intent: 'curative',
      setting: 'with radiation, 6 months',
      start: hormone,
      every: 91,
      cycles: 2,
      counted: 'injections',
      drugs: [{ name: 'leuprolide', dose: 22.5, per: 'flat', route: 'IM' }],
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: hormone + 60,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [{ site: 'Prostate and seminal vesicles', cGy: 7000, fractions: 28 }],
    });
    points(c, 'psa', [
      [found - 20, 13.8],
      [hormone + 55, 1.9],
      [beam.end + 30, 0.12],
    ]);
    points(c, 'testosterone', [
      [found + 10, 388],
      [hormone + 55, 14],
      [hormone + 480, 306],
    ]);
    // PSA comes back a little as testosterone does; the nadir plus 2 that would mean relapse is far away.
    c.from('cottonwood-creek', () => {
      points(
        c,
        'psa',
        every(beam.end + 180, c.lastDay, 182).map(
          (day, i) => [day, [0.18, 0.34, 0.42, 0.39, 0.41][i] ?? 0.4] as [number, number],
        ),
      );
      points(c, 'psa', [[c.ago({ weeks: 5 }), 0.43]]);
      immunise(c, 'rsv', c.ago({ months: 13 }));
    });
    chronicCare(c, {
      since: found - 500,
      years: 16,
      hba1c: [8.4, 7.9, 8.8, 8.2, 7.7],
      glucose: [182, 204, 166],
      // Diabetic kidney disease moves slowly in the wrong direction.
      pressure: [
        [152, 146, 138],
        [88, 84, 78],
      ],
      pressureMedicine: ['losartan', '50 mg by mouth daily'],
      creatinine: [1.12, 1.28, 1.46],
      ldl: [124, 98, 79],
      weight: [88, 91, 89, 87],
    });
    c.fromPractice(() =>
      problem(c, { icd10: 'N18.31', name: 'Chronic kidney disease, stage 3a', since: c.ago({ months: 15 }) }),
    );
    diseaseStatus(c, tumour, [
      [beam.end + 60, 'complete remission'],
      [c.ago({ months: 6 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 15, 0],
      [c.ago({ months: 6 }), 0],
    ]);
    allergy(c, { to: 'Lisinopril', reaction: 'Cough', since: found - 3000 });
    smoking(c, 'never', found);
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'ihs-pcp');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: beam.end + 70,
      by: 'radiation',
      body: `Prostate cancer, cT2b, Gleason 4+3, PSA 13.8. Leuprolide for six months and 70 Gy in 28 fractions.
        PSA every six months until year five, at Cottonwood Creek; send us the value. A rise of 2.0 above the lowest (0.12) is a relapse: call, do not scan.
        Blood in the stool after pelvic radiation: no biopsy of the front wall of the rectum without speaking to us.`,
    });
    followUpPlan(c, {
      title: 'Prostate cancer follow-up, years 3 to 5',
      since: beam.end + 70,
      tasks: [
        { what: 'PSA', who: 'ihs-pcp', due: c.ahead({ months: 5 }) },
        { what: 'Video visit', who: 'radiation', due: c.ahead({ months: 6 }) },
        { what: 'Bone density after androgen deprivation', who: 'ihs-pcp', due: c.ahead({ months: 2 }) },
      ],
    });
    appointment(c, { on: c.ahead({ months: 6 }), what: 'Video visit', with: 'radiation', made: c.ago({ months: 6 }) });
  },
};
