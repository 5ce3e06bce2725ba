import { around, every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { encounter, medicine, noKnownAllergies, problem } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Stage III colon cancer after FOLFOX: oxaliplatin went early because of his diabetic feet; CEA is watched. */
export const tanaka: Story = {
  name: 'colorectal-tanaka',
  group: 'colorectal',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100154',
    family: 'Tanaka',
    given: ['Robert', 'Kenji'],
    sex: 'male',
    age: 61,
    birthday: '08-05',
    street: '118 Mesa Vista',
    city: 'Alder Springs',
    telephone: '+1 505-555-0188',
    gp: 'pcp',
    gpInCareTeamOnly: true,
    height: 172,
    weight: 84,
  },
  tell(c) {
    const found = c.ago({ years: 2, months: 2 });
    const cut = found + 18;
    const tumour = cancer(c, {
      icd10: 'C18.7',
      name: 'Sigmoid colon cancer',
      site: 'Sigmoid colon',
      histology: 'Adenocarcinoma, moderately differentiated',
      diagnosed: found,
      status: 'remission',
      statusOn: cut + 250,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT3', n: 'pN1b', m: 'cM0', group: 'IIIB', on: cut + 7 });
    biomarkers(c, tumour, cut + 12, { 'Microsatellite instability': 'Stable (MSS)', 'KRAS mutation': 'Not detected' });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Laparoscopic sigmoid resection',
      site: 'Sigmoid colon',
      outcome: 'R0, 3 of 21 nodes',
    });
    pathology(c, {
      on: cut + 7,
      title: 'Sigmoid resection',
      body: `Adenocarcinoma 44 mm, moderately differentiated, through the muscle into subserosal fat. Margins clear. Three of 21 nodes involved. Mismatch repair proteins intact.
        pT3 pN1b, R0.`,
    });
    const folfox = regimen(c, {
      name: 'mFOLFOX6',
      condition: tumour,
      intent: 'curative',
      setting: 'adjuvant',
      start: cut + 42,
      every: 14,
      cycles: 12,
      drugs: [
        {
          name: 'oxaliplatin',
          dose: 85,
          per: 'm2',
          stop: { after: 8, reason: 'Numbness of fingers and feet, grade 2' },
        },
        { name: 'leucovorin', dose: 400, per: 'm2' },
        {
          name: 'fluorouracil',
          dose: 2800,
          per: 'm2',
          directions: '400 mg/m² as a bolus, then 2400 mg/m² over 46 hours, every 14 days',
        },
      ],
    });
    bloodCounts(c, {
      on: around(folfox.given, [-1]),
      doses: folfox.given,
      depth: 0.75,
      anaemia: 0.15,
      hemoglobin: [12.4, 13.4],
    });
    chemistry(c, around(folfox.given, [-1]), { creatinine: [1.02, 1.08], glucose: [168, 214, 176], alt: [24, 48, 30] });
    points(c, 'cea', [
      [found + 2, 18.4],
      [cut + 30, 3.1],
      ...every(cut + 130, c.lastDay, 91).map(
        (day, i) => [day, [2.4, 2.2, 2.6, 2.3, 2.1, 2.5, 2.2][i % 7]!] as [number, number],
      ),
    ]);
    for (const months of [14, 2]) {
      imaging(c, {
        on: c.ago({ months }),
        modality: 'CT',
        name: 'CT chest, abdomen and pelvis',
        area: 'Chest, abdomen, pelvis',
        body: `Anastomosis unremarkable. Liver and lungs clear; a 4 mm nodule in the left lower lobe is unchanged since before the operation.
          No evidence of recurrence.`,
      });
    }
    encounter(c, {
      kind: 'ambulatory',
      from: cut + 370,
      type: 'Colonoscopy',
      reason: 'One year after resection: two small polyps removed, next in three years',
    });
    diseaseStatus(c, tumour, [
      [folfox.end + 20, 'complete remission'],
      [c.ago({ months: 14 }), 'complete remission'],
      [c.ago({ months: 2 }), 'complete remission'],
    ]);
    ecog(c, [
      [cut + 40, 1],
      [folfox.end + 20, 1],
      [c.ago({ months: 2 }), 0],
    ]);
    problem(c, {
      icd10: 'G62.0',
      name: 'Neuropathy due to oxaliplatin, grade 1',
      since: folfox.start + 110,
      note: 'Improving; feet more than hands',
    });
    chronicCare(c, {
      since: found - 330,
      years: 11,
      hba1c: [7.4, 7.6, 8.8, 8.1, 7.5, 7.9],
      glucose: [150, 198, 160],
      pressure: [
        [142, 138, 132],
        [86, 82, 78],
      ],
      creatinine: [0.98, 1.1, 1.22],
      ldl: [128, 101, 84],
      weight: [87, 84, 81, 85],
    });
    c.fromPractice(() => {
      // He is on the practice's list too: CEA came twice in one week last spring, once from each laboratory.
      points(c, 'cea', [
        [c.ago({ months: 7 }), 2.7],
        [c.ago({ months: 1 }), 2.4],
      ]);
      medicine(c, {
        name: 'duloxetine',
        dose: '60 mg by mouth daily',
        since: folfox.end,
        reason: 'Painful neuropathy',
      });
    });
    noKnownAllergies(c, found);
    smoking(c, 'former', found, 15);
    oncologyTeam(c, found, 'surgeon');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'discharge',
      title: 'Discharge after sigmoid resection',
      on: cut + 5,
      by: 'surgeon',
      body: `Laparoscopic sigmoid resection without complication. Bowels open on day three. Home on day five with paracetamol and enoxaparin for four weeks.
        Metformin restarted. Staples out at your practice on day twelve. Oncology in three weeks.`,
    });
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary and follow-up plan',
      on: folfox.end + 25,
      body: `Sigmoid cancer pT3 pN1b. Resection, then twelve cycles of chemotherapy; oxaliplatin in the first eight only (680 mg/m²).
        CEA every three months: drawn by us until year three, then by you. CT once a year for three years. Colonoscopy in three years.
        Numb feet: foot checks with you, every visit. Rising CEA: repeat once after four weeks, then call us.`,
    });
    followUpPlan(c, {
      title: 'Colon cancer follow-up, years 2 to 3',
      since: folfox.end + 25,
      tasks: [
        { what: 'CEA and visit', who: 'oncologist', due: c.ahead({ months: 1 }) },
        { what: 'CT chest, abdomen and pelvis', who: 'oncologist', due: c.ahead({ months: 10 }) },
        { what: 'Foot examination and HbA1c', who: 'pcp', due: c.ahead({ weeks: 5 }) },
        { what: 'Colonoscopy', who: 'pcp', due: c.ahead({ months: 22 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ months: 1 }),
      what: 'Follow-up visit with CEA',
      with: 'oncologist',
      made: c.ago({ months: 2 }),
    });
  },
};
