import { around, every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage } from '#seeds/fhir/oncology.ts';
import { transplant } from '#seeds/fhir/procedures.ts';
import { encounter, immunise, medicine, noKnownAllergies, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Myeloma through induction and transplant to maintenance: the M-protein tells it, the practice guards the kidneys. */
export const whitaker: Story = {
  name: 'myeloma-whitaker',
  group: 'myeloma',
  phase: 'ACTIVE_TREATMENT',
  curative: false,
  facts: {
    mrn: '100133',
    family: 'Whitaker',
    given: ['Lawrence', 'James'],
    sex: 'male',
    age: 66,
    birthday: '12-01',
    street: '7 Quarry Hill',
    city: 'Alder Springs',
    telephone: '+1 505-555-0112',
    gp: 'pcp',
    height: 179,
    weight: 85,
  },
  tell(c) {
    const found = c.ago({ months: 21 });
    const start = found + 18;
    const graft = start + 84 + 60;
    const tumour = cancer(c, {
      icd10: 'C90.01',
      name: 'Multiple myeloma, in remission',
      site: 'Bone marrow',
      histology: 'Plasma cell myeloma, IgG kappa',
      diagnosed: found,
      status: 'remission',
      statusOn: graft + 100,
    });
    otherStage(c, tumour, { system: 'R-ISS', group: 'II', on: found + 10 });
    biomarkers(c, tumour, found + 10, {
      'del(17p) (FISH)': 'Not detected',
      't(11;14) (FISH)': 'Detected',
      'Marrow plasma cells': '45 %',
    });
    const vrd = regimen(c, {
      name: 'VRd (bortezomib, lenalidomide, dexamethasone)',
      condition: tumour,
      intent: 'palliative',
      setting: 'induction',
      start,
      every: 21,
      cycles: 4,
      by: 'haematologist',
      drugs: [
        { name: 'bortezomib', dose: 1.3, per: 'm2', route: 'SC', days: [1, 4, 8, 11] },
        { name: 'lenalidomide', dose: 25, per: 'flat', route: 'by mouth', directions: 'daily, days 1 to 14 of 21' },
        {
          name: 'dexamethasone',
          dose: 20,
          per: 'flat',
          route: 'by mouth',
          directions: 'on the day of bortezomib and the day after',
        },
      ],
    });
    regimen(c, {
      name: 'High-dose melphalan',
      condition: tumour,
      intent: 'palliative',
      setting: 'before autologous transplant',
      start: graft - 2,
      every: 21,
      cycles: 1,
      by: 'haematologist',
      drugs: [{ name: 'melphalan', dose: 200, per: 'm2', directions: 'once, two days before the transplant' }],
    });
    transplant(c, {
      condition: tumour,
      on: graft,
      name: 'Autologous stem cell transplant',
      intent: 'palliative',
      outcome: 'Engraftment on day 12',
    });
    encounter(c, {
      kind: 'inpatient',
      from: graft - 3,
      to: graft + 15,
      type: 'Transplant stay',
      reason: 'Autologous stem cell transplant',
    });
    const keep = regimen(c, {
      name: 'Lenalidomide',
      condition: tumour,
      intent: 'palliative',
      setting: 'maintenance after transplant',
      start: graft + 100,
      every: 28,
      by: 'haematologist',
      drugs: [{ name: 'lenalidomide', dose: 10, per: 'flat', route: 'by mouth', directions: 'daily' }],
    });
    regimen(c, {
      name: 'Zoledronic acid',
      condition: tumour,
      intent: 'supportive',
      setting: 'for bone disease',
      start: start + 28,
      every: 84,
      by: 'haematologist',
      drugs: [{ name: 'zoledronic acid', dose: 4, per: 'flat' }],
    });
    points(c, 'mProtein', [
      [found, 4.1],
      [start + 42, 1.6],
      [start + 84, 0.7],
      [graft + 100, 0.1],
      ...every(graft + 190, c.lastDay, 91).map((day) => [day, 0] as [number, number]),
    ]);
    points(c, 'kappaFree', [
      [found, 486],
      [start + 42, 98],
      [start + 84, 41],
      [graft + 100, 16],
      ...every(graft + 190, c.lastDay, 91).map((day, i) => [day, [14.1, 15.8, 13.2, 14.9][i % 4]!] as [number, number]),
    ]);
    points(c, 'lambdaFree', [
      [found, 8.4],
      [start + 84, 10.1],
      [graft + 100, 12.2],
      [c.ago({ months: 1 }), 12.8],
    ]);
    points(c, 'beta2', [
      [found, 4.2],
      [graft + 100, 2.3],
    ]);
    points(c, 'igg', [
      [found, 4890],
      [start + 84, 1420],
      [graft + 100, 560],
      [c.ago({ months: 1 }), 640],
    ]);
    bloodCounts(c, {
      on: [
        ...around(vrd.given, [0, 11]),
        graft - 3,
        graft + 7,
        graft + 15,
        graft + 60,
        ...every(keep.start, c.lastDay, 28),
      ],
      doses: [graft - 2],
      depth: 0.97,
      anaemia: 1.4,
      base: { wbc: 5.0, platelets: 186 },
      hemoglobin: [10.1, 11.4, 12.2, 12.9, 13.1],
    });
    chemistry(c, [found, ...vrd.given, ...every(keep.start, c.lastDay, 56)], {
      creatinine: [1.9, 1.3, 1.2, 1.15],
      calcium: [11.1, 9.4, 9.3],
      albumin: [3.2, 3.9, 4.1],
    });
    diseaseStatus(c, tumour, [
      [start + 84, 'partial response'],
      [graft + 100, 'complete remission'],
      [c.ago({ months: 1 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 10, 2],
      [graft + 100, 1],
      [c.ago({ months: 1 }), 0],
    ]);
    chronicCare(c, {
      since: found - 300,
      pressure: [
        [150, 142, 132],
        [86, 82, 78],
      ],
      creatinine: [1.3, 1.8, 1.2, 1.18],
      ldl: [131, 104],
      weight: [86, 83, 80, 84],
    });
    c.fromPractice(() => immunise(c, 'zoster', c.ago({ months: 6 }), c.ago({ months: 4 })));
    noKnownAllergies(c, found);
    medicine(c, { name: 'acyclovir', dose: '400 mg by mouth twice daily', since: start, category: 'supportive' });
    medicine(c, {
      name: 'aspirin',
      dose: '81 mg by mouth daily',
      since: start,
      reason: 'Clot prevention on lenalidomide',
    });
    redFlag(
      c,
      'No NSAIDs and no iodinated contrast without a word with us: kidneys recovered from cast nephropathy',
      found + 10,
    );
    redFlag(c, 'New leg swelling or chest pain on lenalidomide: think of a clot', start);
    redFlag(c, 'Live vaccines only after the transplant team agrees', graft);
    oncologyTeam(c, found, 'haematologist');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'discharge',
      title: 'Discharge after transplant',
      on: graft + 15,
      by: 'haematologist',
      body: `Melphalan 200 mg/m², engrafted on day 12. Fever on day 7 treated with cefepime, cultures negative. Weight 79 kg, eating.
        Vaccinations start again six months after transplant; the schedule is enclosed. Counts once a week at your practice for one month.`,
    });
    document(c, {
      type: 'letter',
      title: 'Maintenance visit',
      on: c.ago({ months: 1 }),
      by: 'haematologist',
      body: `No M-protein, kidney function settled at 1.15, mild diarrhoea with lenalidomide. We see him monthly because the tablet demands it; he needs no extra blood tests with you.
        Yours: blood pressure, and please no ibuprofen for his shoulder.`,
    });
    appointment(c, {
      on: c.ahead({ days: 5 }),
      what: 'Maintenance visit',
      with: 'haematologist',
      made: c.ago({ months: 1 }),
    });
    appointment(c, { on: c.ahead({ weeks: 6 }), what: 'Zoledronic acid', with: 'nurse', made: c.ago({ months: 1 }) });
  },
};
