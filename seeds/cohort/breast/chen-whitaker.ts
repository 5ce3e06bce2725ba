import { around, every } from '#seeds/days.ts';
import { biomarkers, germlineVariant } from '#seeds/fhir/biomarkers.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, drift, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, score, smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Young, BRCA1, triple-negative: cured so far; her thyroid paid for the immunotherapy. */
export const chen: Story = {
  name: 'breast-chen-whitaker',
  group: 'breast',
  phase: 'SURVEILLANCE',
  curative: true,
  facts: {
    mrn: '100245',
    family: 'Chen-Whitaker',
    given: ['Jiayi'],
    sex: 'female',
    age: 37,
    birthday: '06-11',
    street: '9 Sage Court',
    city: 'Alder Springs',
    telephone: '+1 505-555-0183',
    gp: 'pcp',
    height: 160,
    weight: 57,
  },
  tell(c) {
    const found = c.ago({ years: 2, months: 5 });
    const start = found + 35;
    const cut = start + 8 * 21 + 28;
    const tumour = cancer(c, {
      icd10: 'C50.411',
      name: 'Breast cancer, upper-outer quadrant, right',
      site: 'Breast',
      side: 'right',
      histology: 'Invasive ductal carcinoma, grade 3',
      diagnosed: found,
      status: 'remission',
      statusOn: cut + 10,
    });
    tnm(c, tumour, { kind: 'clinical', t: 'cT2', n: 'cN0', m: 'cM0', group: 'IIA', on: found + 9 });
    tnm(c, tumour, {
      kind: 'pathologic',
      t: 'ypT0',
      n: 'ypN0',
      m: 'cM0',
      group: 'Complete pathologic response',
      on: cut + 7,
    });
    biomarkers(c, tumour, found + 4, {
      'Estrogen receptor': 'Negative',
      'Progesterone receptor': 'Negative',
      HER2: 'Negative (0)',
    });
    germlineVariant(c, found + 26, 'BRCA1', 'HGNC:1100', 'c.5266dup');
    c.sensitively('GDIS', () => {
      problem(c, { icd10: 'Z15.01', name: 'Inherited BRCA1 variant', since: found + 26 });
      referral(c, {
        what: 'Genetic counselling for relatives',
        made: found + 30,
        by: 'oncologist',
        for: { organization: 'three-rivers' },
        done: true,
      });
    });
    c.sensitively('SEX', () => {
      document(c, {
        type: 'letter',
        title: 'Fertility preservation',
        on: found + 28,
        body: `Eleven oocytes were stored before chemotherapy began.
          Contraception without hormones until twelve months after the last dose of treatment. She may wish for a pregnancy later; please send her back first.`,
      });
    });
    const first = regimen(c, {
      name: 'Pembrolizumab, carboplatin and paclitaxel',
      condition: tumour,
      intent: 'curative',
      setting: 'neoadjuvant',
      start,
      every: 21,
      cycles: 4,
      drugs: [
        { name: 'pembrolizumab', dose: 200, per: 'flat' },
        { name: 'carboplatin', dose: 5, per: 'auc' },
        { name: 'paclitaxel', dose: 80, per: 'm2', days: [1, 8, 15] },
      ],
    });
    const second = regimen(c, {
      name: 'Pembrolizumab, doxorubicin and cyclophosphamide',
      condition: tumour,
      intent: 'curative',
      setting: 'neoadjuvant',
      start: start + 84,
      every: 21,
      cycles: 4,
      growthFactor: true,
      drugs: [
        { name: 'pembrolizumab', dose: 200, per: 'flat' },
        { name: 'doxorubicin', dose: 60, per: 'm2' },
        { name: 'cyclophosphamide', dose: 600, per: 'm2' },
      ],
    });
    surgery(c, {
      condition: tumour,
      on: cut,
      name: 'Bilateral mastectomy with sentinel node biopsy, right',
      site: 'Both breasts',
      outcome: 'No residual tumour',
    });
    const third = regimen(c, {
      name: 'Pembrolizumab',
      condition: tumour,
      intent: 'curative',
      setting: 'adjuvant',
      start: cut + 35,
      every: 21,
      cycles: 9,
      drugs: [{ name: 'pembrolizumab', dose: 200, per: 'flat' }],
    });
    pathology(c, {
      on: cut + 7,
      title: 'Bilateral mastectomy',
      body: `Right: fibrosis at the site of the marker clip, no residual carcinoma. Three sentinel nodes free. Left: no malignancy.
        Complete pathologic response, ypT0 ypN0.`,
    });
    const doses = [...first.given, ...second.given];
    bloodCounts(c, { on: around(doses, [-1, 10]), doses, depth: 0.8, anaemia: 0.4 });
    bloodCounts(c, { on: [...every(third.start, third.end, 42), c.ago({ months: 6 })] });
    ejectionFraction(c, [
      [found + 20, 64],
      [second.end, 61],
      [c.ago({ months: 9 }), 60],
    ]);
    // Immune thyroiditis: a short thyrotoxic phase, then hypothyroidism for good.
    const thyroid = third.start + 40;
    points(c, 'tsh', [
      [found + 20, 1.7],
      [start + 84, 1.2],
      [third.start, 0.05],
      [thyroid, 38.4],
      [thyroid + 60, 9.6],
      [thyroid + 140, 3.1],
    ]);
    c.fromPractice(() => {
      drift(c, 'tsh', every(thyroid + 230, c.lastDay, 120), [2.6, 2.2]);
      problem(c, { icd10: 'E03.2', name: 'Hypothyroidism due to immunotherapy', since: thyroid });
      medicine(c, {
        name: 'levothyroxine',
        dose: '88 mcg by mouth daily',
        since: thyroid + 3,
        reason: 'Hypothyroidism',
      });
      vitals(c, { on: every(found - 90, c.lastDay, 120), weight: [57, 55, 60, 59], systolic: [112], diastolic: [70] });
    });
    c.fromPractice(() =>
      c.sensitively('PSY', () => {
        // Fear of recurrence, treated by the practice; shared only with those who may read mental health.
        problem(c, { icd10: 'F41.1', name: 'Generalised anxiety disorder', since: cut + 60 });
        medicine(c, { name: 'sertraline', dose: '50 mg by mouth daily', since: cut + 60 });
        score(c, 'gad7', [
          [cut + 60, 14],
          [cut + 130, 9],
          [c.ago({ months: 4 }), 5],
        ]);
      }),
    );
    diseaseStatus(c, tumour, [
      [cut + 10, 'complete remission'],
      [c.ago({ months: 3 }), 'complete remission'],
    ]);
    ecog(c, [
      [found + 9, 0],
      [second.end, 1],
      [c.ago({ months: 3 }), 0],
    ]);
    noKnownAllergies(c, found);
    smoking(c, 'never', found);
    redFlag(
      c,
      'Immunotherapy effects can appear up to a year after the last dose: new diarrhoea, breathlessness, collapse or low sodium: think of colitis, pneumonitis, adrenal failure; call the oncology nurse line +1 505-555-0124',
      third.end,
      third.end + 365,
    );
    oncologyTeam(c, found, 'surgeon');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'treatmentSummary',
      title: 'Treatment summary',
      on: third.end + 21,
      body: `Right breast cancer, cT2 cN0, triple negative. Neoadjuvant chemoimmunotherapy with a complete response, bilateral mastectomy, nine more doses of pembrolizumab.
        Doxorubicin in all 240 mg/m².
        Late effects: immune hypothyroidism (yours to adjust), mild numbness of the toes.
        No mammography after bilateral mastectomy; examine the chest wall yearly.`,
    });
    followUpPlan(c, {
      title: 'Breast cancer follow-up, year 2',
      since: third.end + 21,
      tasks: [
        { what: 'TSH', who: 'pcp', due: c.ahead({ months: 2 }) },
        { what: 'Oncology visit with chest wall examination', who: 'oncologist', due: c.ahead({ weeks: 3 }) },
        { what: 'Echocardiogram', who: 'oncologist', due: c.ahead({ months: 3 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ weeks: 3 }),
      what: 'Follow-up visit',
      with: 'oncologist',
      made: c.ago({ months: 3 }),
    });
  },
};
