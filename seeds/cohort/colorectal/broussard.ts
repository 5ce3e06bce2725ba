import { around, every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, feverFlag, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, drift, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Rectal cancer, total neoadjuvant treatment: radiation done, chemotherapy running, operation to come. */
export const broussard: Story = {
  name: 'colorectal-broussard',
  group: 'colorectal',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100298',
    family: 'Broussard',
    given: ['Delphine', 'Marie'],
    sex: 'female',
    age: 55,
    birthday: '04-09',
    street: '60 Bluff Road',
    city: 'Bluff Road',
    telephone: '+1 505-555-0189',
    gp: 'pcp2',
    gpInCareTeamOnly: true,
    height: 165,
    weight: 70,
  },
  tell(c) {
    const found = c.ago({ weeks: 25 });
    const beamStart = found + 28;
    const tumour = cancer(c, {
      icd10: 'C20',
      name: 'Rectal cancer',
      site: 'Rectum',
      histology: 'Adenocarcinoma, moderately differentiated',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3', n: 'cN1', m: 'cM0', group: 'IIIB', on: found + 12 });
    biomarkers(c, tumour, found + 8, { 'Microsatellite instability': 'Stable (MSS)' });
    imaging(c, {
      on: found + 12,
      modality: 'MR',
      name: 'MR rectum',
      area: 'Pelvis',
      body: `Mid-rectal tumour 7 cm from the verge, 46 mm long, 4 mm into the mesorectal fat. Three suspicious mesorectal nodes. Mesorectal fascia clear by 3 mm.
        mrT3b N1, fascia not threatened.`,
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: beamStart,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [
        { site: 'Pelvis', cGy: 4500, fractions: 25 },
        { site: 'Rectal tumour (boost)', cGy: 540, fractions: 3, boost: true },
      ],
    });
    regimen(c, {
      name: 'Capecitabine with radiation',
      condition: tumour,
      intent: 'curative',
      setting: 'neoadjuvant',
      start: beamStart,
      every: 38,
      cycles: 1,
      drugs: [
        { name: 'capecitabine', dose: 825, per: 'm2', route: 'by mouth', directions: 'twice daily on radiation days' },
      ],
    });
    const capox = regimen(c, {
      name: 'CAPOX',
      condition: tumour,
      intent: 'curative',
      setting: 'neoadjuvant, after radiation',
      start: c.ago({ weeks: 11 }),
      every: 21,
      cycles: 5,
      drugs: [
        { name: 'oxaliplatin', dose: 130, per: 'm2' },
        {
          name: 'capecitabine',
          dose: 1000,
          per: 'm2',
          route: 'by mouth',
          directions: 'twice daily, days 1 to 14 of 21',
        },
      ],
    });
    points(c, 'cea', [
      [found + 3, 11.2],
      [beam.end + 10, 6.4],
      [c.ago({ weeks: 5 }), 3.8],
      [c.ago({ weeks: 2 }), 3.1],
    ]);
    bloodCounts(c, {
      on: [...every(beamStart, beam.end, 7), ...around(capox.given, [-1])],
      doses: capox.given,
      depth: 0.6,
      anaemia: 0.3,
      hemoglobin: [11.2, 11.8],
    });
    chemistry(c, around(capox.given, [-1]), { potassium: [4.1, 3.6], alt: [22, 41] });
    c.fromPractice(() => {
      bloodCounts(c, {
        on: around(capox.given, [9]),
        doses: capox.given,
        depth: 0.6,
        anaemia: 0.3,
        hemoglobin: [11.4, 11.6],
      });
      drift(c, 'ferritin', [found - 20, c.ago({ weeks: 4 })], [8, 34]);
      problem(c, { icd10: 'D50.0', name: 'Iron deficiency anaemia from blood loss', since: found - 20 });
      medicine(c, { name: 'ferrous sulfate', dose: '325 mg by mouth every other day', since: found - 18 });
      vitals(c, {
        on: [found - 20, found + 60, c.ago({ weeks: 3 })],
        weight: [72, 70, 68],
        systolic: [128],
        diastolic: [80],
      });
    });
    ecog(c, [
      [found + 12, 0],
      [beam.end, 1],
      [c.ago({ weeks: 2 }), 1],
    ]);
    allergy(c, {
      to: 'Shellfish',
      category: 'food',
      reaction: 'Swelling of the lips',
      criticality: 'high',
      since: found,
    });
    feverFlag(c, capox.start);
    redFlag(
      c,
      'Diarrhoea day and night or blood loss after pelvic radiation: stop capecitabine, check potassium, call the oncology nurse line +1 505-555-0124',
      beamStart,
    );
    oncologyTeam(c, found, 'surgeon', 'radiation');
    primaryCareTeam(c, found, 'pcp2');
    document(c, {
      type: 'letter',
      title: 'Plan of treatment, rectal cancer',
      on: found + 16,
      body: `Long-course radiation with capecitabine, then five cycles of CAPOX, then MRI and endoscopy. If nothing is left we may wait and watch; otherwise an operation.
        Nadir counts on day ten with you, please; we draw the rest. Iron every other day is enough.`,
    });
    appointment(c, {
      on: capox.planned[0] ?? c.ahead({ days: 7 }),
      what: 'CAPOX, next cycle',
      with: 'oncologist',
      minutes: 180,
      made: capox.given.at(-1)!,
    });
    appointment(c, {
      on: c.ahead({ weeks: 9 }),
      what: 'MR rectum and surgical visit',
      with: 'surgeon',
      made: c.ago({ weeks: 2 }),
      proposed: true,
    });
  },
};
