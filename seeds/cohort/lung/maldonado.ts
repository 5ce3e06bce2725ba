import { around } from '#seeds/days.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { careTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, metastasis, otherStage } from '#seeds/fhir/oncology.ts';
import {
  anticipatoryMedicines,
  careGoal,
  codeStatus,
  esas,
  gsfStage,
  hospiceCare,
  palliativeCare,
  pps,
  preference,
  surpriseQuestion,
} from '#seeds/fhir/palliative.ts';
import { radiotherapy } from '#seeds/fhir/procedures.ts';
import { allergy, encounter } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Extensive small cell lung cancer: eleven months from diagnosis to her death at home five weeks ago. */
export const maldonado: Story = {
  name: 'lung-maldonado',
  group: 'lung',
  phase: 'DECEASED',
  curative: false,
  facts: {
    mrn: '100098',
    family: 'Maldonado',
    given: ['Dolores'],
    sex: 'female',
    age: 74,
    birthday: '03-29',
    street: '88 Plaza Vieja',
    city: 'Alder Springs',
    telephone: '+1 505-555-0104',
    gp: 'pcp',
    died: 36,
    carer: { name: 'Ramón Maldonado', relationship: 'brother', telephone: '+1 505-555-0105' },
    height: 155,
    weight: 60,
  },
  tell(c) {
    const found = c.ago({ months: 12 });
    const start = found + 10;
    const relapse = c.ago({ months: 4 });
    const hospice = c.ago({ weeks: 8 });
    const tumour = cancer(c, {
      icd10: 'C34.01',
      name: 'Small cell lung cancer, right',
      site: 'Right main bronchus',
      side: 'right',
      histology: 'Small cell carcinoma',
      diagnosed: found,
      status: 'relapse',
      statusOn: relapse,
    });
    otherStage(c, tumour, { system: 'VA lung study', group: 'Extensive', on: found + 5 });
    metastasis(c, tumour, { icd10: 'C78.7', name: 'Liver metastases', site: 'Liver', on: found + 5 });
    metastasis(c, tumour, { icd10: 'C79.31', name: 'Brain metastases', site: 'Brain', on: relapse });
    const first = regimen(c, {
      name: 'Carboplatin, etoposide and atezolizumab',
      condition: tumour,
      intent: 'palliative',
      setting: 'first line',
      start,
      every: 21,
      cycles: 4,
      growthFactor: true,
      drugs: [
        { name: 'carboplatin', dose: 5, per: 'auc' },
        { name: 'etoposide', dose: 100, per: 'm2', days: [1, 2, 3] },
        { name: 'atezolizumab', dose: 1200, per: 'flat' },
      ],
    });
    regimen(c, {
      name: 'Atezolizumab',
      condition: tumour,
      intent: 'palliative',
      setting: 'maintenance',
      start: start + 84,
      every: 21,
      stopped: { on: relapse, reason: 'Progression in the brain' },
      drugs: [{ name: 'atezolizumab', dose: 1200, per: 'flat' }],
    });
    radiotherapy(c, {
      condition: tumour,
      start: relapse + 8,
      intent: 'palliative',
      technique: '3D',
      volumes: [{ site: 'Whole brain', cGy: 3000, fractions: 10 }],
    });
    points(c, 'ldh', [
      [found, 486],
      [start + 42, 214],
      [start + 84, 190],
      [start + 180, 208],
      [relapse, 372],
      [hospice - 5, 640],
    ]);
    bloodCounts(c, {
      on: around(first.given, [-1, 8]),
      doses: first.given,
      depth: 0.9,
      anaemia: 0.5,
      growthFactor: true,
    });
    chemistry(c, [found, ...around(first.given, [-1]), relapse, hospice - 5], {
      glucose: [150, 190],
      sodium: [124, 134, 138, 137, 131],
      albumin: [3.6, 3.9, 2.9],
    });
    chronicCare(c, {
      since: found - 500,
      pressure: [
        [150, 144, 118],
        [86, 82, 68],
      ],
      hba1c: [7.2, 7.4, 8.6],
      glucose: [150, 210],
      creatinine: [0.8, 0.9],
      albumin: [4, 3.7, 3],
      weight: [64, 60, 55, 50],
    });
    diseaseStatus(c, tumour, [
      [start + 84, 'partial response'],
      [relapse, 'progression'],
    ]);
    ecog(c, [
      [found + 5, 1],
      [relapse, 2],
      [hospice, 4],
    ]);
    smoking(c, 'former', found, 50);
    allergy(c, { to: 'Aspirin', reaction: 'Wheeze', criticality: 'high', since: found });
    esas(c, [relapse, relapse + 25, hospice, c.ago({ weeks: 6 })], {
      pain: [2, 3, 4, 3],
      tiredness: [5, 7, 9, 10],
      drowsiness: [3, 5, 7, 9],
      nausea: [4, 3, 3, 2],
      appetite: [5, 7, 9, 10],
      breathlessness: [3, 4, 6, 5],
      wellbeing: [5, 6, 8, 8],
    });
    pps(c, [
      [relapse, 60],
      [hospice, 30],
      [c.ago({ days: 39 }), 10],
    ]);
    gsfStage(c, [
      [relapse, 'green'],
      [hospice, 'yellow'],
      [c.ago({ days: 39 }), 'red'],
    ]);
    surpriseQuestion(c, relapse, false);
    palliativeCare(c, relapse);
    c.from('harbor-light', () => hospiceCare(c, hospice));
    careGoal(c, hospice, 'To die at home with her brother and her dogs', 'completed');
    codeStatus(c, hospice, 'Do not attempt resuscitation');
    preference(c, hospice, 'care', 'Last rites; windows open');
    anticipatoryMedicines(c, hospice);
    // The centre keeps the record after her death; the hospice's part in it is over.
    careTeam(c, 'oncology', { since: found, members: ['oncologist', 'nurse'], lines: ['oncology-line'] });
    careTeam(c, 'palliative', {
      since: relapse,
      members: ['palliative', 'hospice'],
      lines: ['hospice-line'],
      until: c.lastDay,
      name: 'Palliative care and Harbor Light Hospice',
    });
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'discharge',
      title: 'Discharge: low sodium and new small cell lung cancer',
      on: found + 8,
      body: `Admitted with confusion and sodium 121; bronchoscopy showed small cell carcinoma with liver metastases. Sodium 130 at discharge on fluid limit and the first chemotherapy.`,
    });
    encounter(c, {
      kind: 'inpatient',
      from: found,
      to: found + 8,
      type: 'Hospital stay',
      reason: 'Low sodium, new small cell lung cancer',
    });
    document(c, {
      type: 'letter',
      title: 'To her physician, after her death',
      on: c.lastDay + 7,
      by: 'hospice',
      body: `Ms Maldonado died at home in the early morning, quietly, with her brother beside her. The last days were without pain; one dose of midazolam was needed.
        Ramón will be called by our bereavement nurse for the next year. Thank you for visiting her; it meant much to both.`,
    });
  },
};
