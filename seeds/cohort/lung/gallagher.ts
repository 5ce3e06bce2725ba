import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, oncologyTeam, order, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, drift } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Stage III after chemoradiation, on durvalumab: cough could be many things, and one of them is urgent. */
export const gallagher: Story = {
  name: 'lung-gallagher',
  group: 'lung',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100262',
    family: 'Gallagher',
    given: ['Patricia', 'Rose'],
    sex: 'female',
    age: 67,
    birthday: '11-05',
    street: '200 Foothill Drive',
    city: 'Alder Springs',
    telephone: '+1 505-555-0101',
    gp: 'pcp',
    height: 160,
    weight: 62,
  },
  tell(c) {
    const found = c.ago({ months: 12 });
    const beamStart = found + 32;
    const tumour = cancer(c, {
      icd10: 'C34.11',
      name: 'Lung cancer, right upper lobe',
      site: 'Right upper lobe of lung',
      side: 'right',
      histology: 'Adenocarcinoma',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2a', n: 'cN2', m: 'cM0', group: 'IIIA', on: found + 14 });
    biomarkers(c, tumour, found + 12, {
      'PD-L1 (22C3)': '40 %',
      'EGFR mutation': 'Not detected',
      'ALK rearrangement': 'Not detected',
      'KRAS mutation': 'G12C',
    });
    const weekly = regimen(c, {
      name: 'Weekly carboplatin and paclitaxel with radiation',
      condition: tumour,
      intent: 'curative',
      setting: 'concurrent',
      start: beamStart,
      every: 7,
      cycles: 6,
      drugs: [
        { name: 'carboplatin', dose: 2, per: 'auc' },
        { name: 'paclitaxel', dose: 45, per: 'm2' },
      ],
    });
    const beam = radiotherapy(c, {
      condition: tumour,
      start: beamStart,
      intent: 'curative',
      technique: 'VMAT',
      volumes: [{ site: 'Right upper lobe and mediastinal nodes', cGy: 6000, fractions: 30 }],
    });
    const durvalumab = regimen(c, {
      name: 'Durvalumab',
      condition: tumour,
      intent: 'curative',
      setting: 'consolidation',
      start: beam.end + 25,
      every: 28,
      cycles: 13,
      drugs: [{ name: 'durvalumab', dose: 1500, per: 'flat' }],
    });
    bloodCounts(c, { on: [...weekly.given, ...durvalumab.given], doses: weekly.given, depth: 0.5, anaemia: 0.2 });
    chemistry(c, durvalumab.given, { alt: [22, 26, 31] });
    drift(
      c,
      'tsh',
      durvalumab.given.filter((_, i) => i % 2 === 0),
      [1.6, 2.1, 2.8],
    );
    imaging(c, {
      on: c.ago({ months: 3 }),
      modality: 'CT',
      name: 'CT chest',
      area: 'Chest',
      body: `Right upper lobe mass 21 mm, was 38 mm. Hazy change along the radiation field, mild. Mediastinal nodes under 9 mm.
        Response maintained; mild radiation change.`,
    });
    imaging(c, {
      on: found + 10,
      modality: 'MR',
      name: 'MR brain',
      area: 'Head',
      body: `No enhancing lesion. Small vessel change for age.
        No brain metastasis.`,
    });
    diseaseStatus(c, tumour, [
      [beam.end + 20, 'partial response'],
      [c.ago({ months: 3 }), 'partial response'],
    ]);
    ecog(c, [
      [found + 14, 1],
      [beam.end, 2],
      [c.ago({ weeks: 3 }), 1],
    ]);
    chronicCare(c, {
      since: found - 400,
      pressure: [
        [136, 124, 130],
        [80, 72, 76],
      ],
      creatinine: [0.74, 0.82],
      weight: [66, 62, 58, 60],
    });
    c.fromPractice(() => {
      problem(c, { icd10: 'J44.9', name: 'Chronic obstructive pulmonary disease', since: found - 2500 });
      medicine(c, { name: 'tiotropium', dose: '18 mcg inhaled daily', since: found - 2500 });
      vitals(c, { on: every(found, c.lastDay, 75), weight: [64, 59, 60], saturation: [95, 93, 94], heartRate: [84] });
    });
    smoking(c, 'former', found, 42);
    noKnownAllergies(c, found);
    redFlag(
      c,
      'New cough, breathlessness or oxygen below 92 %: think of pneumonitis from durvalumab or radiation before a COPD flare; no steroids or antibiotics alone, call the oncology nurse line +1 505-555-0124 the same day',
      durvalumab.start,
    );
    oncologyTeam(c, found, 'radiation');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Durvalumab visit',
      on: c.ago({ weeks: 3 }),
      body: `Well, walks two miles. The last CT holds. A few doses to go.
        Watch with us: breathlessness, diarrhoea, itch, thyroid. Influenza and pneumococcal vaccines are fine; live vaccines wait.`,
    });
    order(c, { what: 'CT chest', made: c.ago({ weeks: 3 }), due: c.ahead({ weeks: 2 }), by: 'oncologist' });
    appointment(c, {
      on: durvalumab.planned[0] ?? c.ahead({ days: 9 }),
      what: 'Durvalumab',
      with: 'oncologist',
      minutes: 90,
      made: durvalumab.given.at(-1)!,
    });
  },
};
