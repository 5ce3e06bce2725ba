import { around, every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, careTeam, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, tnm } from '#seeds/fhir/oncology.ts';
import {
  anticipatoryMedicines,
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { allergy, encounter, medicine, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, drift, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Pancreatic cancer: two lines in ten months, pain the main thing, and a drinking history told in confidence. */
export const moreau: Story = {
  name: 'other-moreau',
  group: 'other',
  phase: 'PALLIATIVE',
  curative: false,
  facts: {
    mrn: '100305',
    family: 'Moreau',
    given: ['Gerald', 'Étienne'],
    sex: 'male',
    age: 64,
    birthday: '05-16',
    street: '9 Smelter Road',
    city: 'Alder Springs',
    telephone: '+1 505-555-0123',
    gp: 'pcp',
    gpInCareTeamOnly: true,
    carer: { name: 'Paulette Moreau', relationship: 'sister', telephone: '+1 505-555-0126' },
    height: 177,
    weight: 80,
  },
  tell(c) {
    const found = c.ago({ months: 11 });
    const start = found + 20;
    const second = c.ago({ months: 4 });
    const stopped = c.ago({ weeks: 5 });
    const palliative = c.ago({ months: 10 });
    const tumour = cancer(c, {
      icd10: 'C25.0',
      name: 'Pancreatic cancer, head',
      site: 'Head of pancreas',
      histology: 'Ductal adenocarcinoma',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT3', n: 'cN1', m: 'cM1', group: 'IV', on: found + 8 });
    metastasis(c, tumour, { icd10: 'C78.7', name: 'Liver metastases', site: 'Liver', on: found + 8 });
    biomarkers(c, tumour, found + 20, { 'KRAS mutation': 'G12V', 'Microsatellite instability': 'Stable (MSS)' });
    encounter(c, {
      kind: 'inpatient',
      from: found - 2,
      to: found + 4,
      type: 'Hospital stay',
      reason: 'Jaundice; metal stent in the bile duct',
    });
    const one = regimen(c, {
      name: 'mFOLFIRINOX',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start,
      every: 14,
      growthFactor: true,
      stopped: { on: second - 10, reason: 'Progression' },
      drugs: [
        { name: 'oxaliplatin', dose: 85, per: 'm2', stop: { after: 8, reason: 'Neuropathy' } },
        { name: 'irinotecan', dose: 150, per: 'm2' },
        { name: 'leucovorin', dose: 400, per: 'm2' },
        { name: 'fluorouracil', dose: 2400, per: 'm2', directions: 'over 46 hours, every 14 days' },
      ],
    });
    const two = regimen(c, {
      name: 'Gemcitabine and nab-paclitaxel',
      condition: tumour,
      intent: 'palliative',
      setting: 'second line',
      start: second,
      every: 28,
      stopped: { on: stopped, reason: 'Progression and weakness' },
      drugs: [
        { name: 'gemcitabine', dose: 1000, per: 'm2', days: [1, 8, 15] },
        { name: 'nab-paclitaxel', dose: 125, per: 'm2', days: [1, 8, 15] },
      ],
    });
    points(c, 'ca199', [
      [found, 2140],
      [start + 56, 980],
      [start + 112, 610],
      [second - 12, 1890],
      [second + 28, 1760],
      [stopped, 4420],
    ]);
    bloodCounts(c, {
      on: around([...one.given, ...two.given], [-1]),
      doses: [...one.given, ...two.given],
      depth: 0.55,
      anaemia: 0.1,
      hemoglobin: [13.1, 12, 10.2],
    });
    // Jaundiced at the start; chemotherapy waits until the stent has brought bilirubin down.
    chemistry(c, [found - 1, found + 4, found + 12], {
      bilirubin: [9.8, 5.2, 1.9],
      alp: [640, 480, 300],
      alt: [212, 140, 74],
      albumin: [3.4, 3.3, 3.4],
      glucose: [188, 176, 170],
    });
    chemistry(c, around([...one.given, ...two.given], [-1]), {
      bilirubin: [1.1, 0.9, 0.8, 0.9, 1.4],
      alp: [220, 180, 190, 310],
      alt: [52, 40, 44, 70],
      albumin: [3.5, 3.6, 3.2, 2.7],
      glucose: [168, 180, 212],
    });
    c.fromPractice(() => {
      problem(c, {
        icd10: 'E11.9',
        name: 'Type 2 diabetes mellitus',
        since: found - 150,
        note: 'New diabetes half a year before the cancer was found',
      });
      drift(c, 'hba1c', [found - 150, found - 60, found + 60, found + 150, c.ago({ months: 3 })], [6.8, 8.2, 8.9, 8.4]);
      medicine(c, { name: 'insulin glargine', dose: '14 units SC at night', since: found + 10 });
      vitals(c, {
        on: every(found - 150, c.lastDay, 60),
        weight: [84, 78, 74, 69, 63],
        systolic: [134, 112],
        diastolic: [82, 66],
      });
      c.sensitively('ETH', () => {
        problem(c, { icd10: 'F10.21', name: 'Alcohol dependence, in remission', since: c.ago({ years: 12 }) });
        document(c, {
          type: 'letter',
          title: 'Opioids and past dependence',
          on: palliative + 20,
          by: 'pcp',
          body: `Sober for nine years and afraid of opioids for that reason. We agreed on one prescriber (palliative care), weekly supply held by his sister, and a meeting when he wants one.`,
        });
      });
    });
    diseaseStatus(c, tumour, [
      [start + 56, 'partial response'],
      [second - 12, 'progression'],
      [stopped, 'progression'],
    ]);
    ecog(c, [
      [found + 8, 1],
      [second, 2],
      [stopped, 3],
    ]);
    allergy(c, { to: 'Fentanyl patch adhesive', reaction: 'Skin blisters', since: palliative });
    esas(
      c,
      [
        palliative,
        c.ago({ months: 6 }),
        second,
        c.ago({ months: 2 }),
        stopped,
        c.ago({ weeks: 2 }),
        c.ago({ days: 5 }),
      ],
      {
        pain: [7, 4, 5, 6, 8, 5, 4],
        tiredness: [4, 4, 5, 6, 7, 8, 8],
        nausea: [5, 3, 3, 4, 5, 4],
        appetite: [6, 4, 5, 7, 8, 8, 9],
        depression: [4, 3, 3, 4, 5, 5, 4],
        anxiety: [6, 4, 4, 5, 6, 4],
        drowsiness: [2, 2, 3, 4, 4],
        wellbeing: [6, 4, 5, 6, 7, 6],
      },
    );
    pps(c, [
      [palliative, 70],
      [stopped, 50],
      [c.ago({ days: 5 }), 40],
    ]);
    gsfStage(c, [
      [palliative, 'green'],
      [c.ago({ days: 5 }), 'yellow'],
    ]);
    surpriseQuestion(c, palliative, false);
    palliativeCare(c, palliative);
    encounter(c, {
      kind: 'ambulatory',
      from: c.ago({ weeks: 4 }),
      type: 'Coeliac plexus block',
      reason: 'Pain 8 of 10 on opioids',
    });
    careGoal(c, stopped, 'Sit on the porch with Paulette; no pain above four');
    codeStatus(c, stopped + 5, 'Do not attempt resuscitation');
    preference(c, stopped + 5, 'treatment', 'Pain first. Hospital only if pain cannot be held at home');
    anticipatoryMedicines(c, c.ago({ days: 5 }), '5 mg');
    medicine(c, {
      name: 'methadone',
      dose: '5 mg by mouth every 8 hours',
      since: c.ago({ weeks: 5 }),
      reason: 'Coeliac and nerve pain',
    });
    medicine(c, {
      name: 'pancrelipase',
      dose: '72,000 units by mouth with meals',
      since: found + 12,
      reason: 'Pancreatic insufficiency',
    });
    redFlag(
      c,
      'Fever or jaundice with a bile duct stent: cholangitis until shown otherwise; antibiotics and the palliative care line +1 505-555-0125',
      found + 4,
    );
    redFlag(
      c,
      'On methadone: no other opioid from any other prescriber; QT before azithromycin or ciprofloxacin',
      c.ago({ weeks: 5 }),
    );
    oncologyTeam(c, found);
    careTeam(c, 'palliative', { since: palliative, members: ['palliative'], lines: ['palliative-line'] });
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Palliative care visit',
      on: c.ago({ days: 5 }),
      by: 'palliative',
      body: `Pain 4 of 10 since the plexus block and methadone; eats a little; asleep by day. Insulin halved: sugar under 250 is good enough now.
        Hospice was talked about and he wants to meet them. Your weekly call helps him more than our visits.`,
    });
    appointment(c, {
      on: c.ahead({ days: 2 }),
      what: 'Palliative care visit',
      with: 'palliative',
      made: c.ago({ days: 5 }),
    });
  },
};
