import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, tnm } from '#seeds/fhir/oncology.ts';
import { surgery } from '#seeds/fhir/procedures.ts';
import { encounter, immunise, medicine, noKnownAllergies, problem, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, drift, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { smoking, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Adjuvant immunotherapy, held once for colitis: the practice must know why diarrhoea is never just diarrhoea. */
export const fitzgerald: Story = {
  name: 'melanoma-fitzgerald',
  group: 'melanoma',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100287',
    family: 'Fitzgerald',
    given: ['Connor'],
    sex: 'male',
    age: 44,
    birthday: '03-17',
    street: '58 Ridge Road',
    city: 'Alder Springs',
    telephone: '+1 505-555-0115',
    gp: 'pcp',
    height: 185,
    weight: 95,
  },
  tell(c) {
    const found = c.ago({ months: 10 });
    const wide = found + 30;
    const tumour = cancer(c, {
      icd10: 'C43.59',
      name: 'Melanoma of the back',
      site: 'Skin of back',
      histology: 'Superficial spreading melanoma, Breslow 2.8 mm, not ulcerated',
      diagnosed: found,
    });
    tnm(c, tumour, { kind: 'pathologic', t: 'pT3a', n: 'pN1a', m: 'cM0', group: 'IIIB', on: wide + 8 });
    biomarkers(c, tumour, wide + 10, { 'BRAF V600E': 'Not detected' });
    surgery(c, {
      condition: tumour,
      on: wide,
      name: 'Wide local excision with sentinel node biopsy',
      site: 'Back; left axilla',
      outcome: 'Margins clear, 1 of 2 sentinel nodes (0.6 mm deposit)',
    });
    pathology(c, {
      on: wide + 8,
      title: 'Wide excision and sentinel nodes',
      body: `No residual melanoma in the excision. One of two left axillary sentinel nodes holds a 0.6 mm deposit.
        pT3a pN1a.`,
    });
    const nivolumab = regimen(c, {
      name: 'Nivolumab',
      condition: tumour,
      intent: 'curative',
      setting: 'adjuvant',
      start: wide + 49,
      every: 28,
      cycles: 13,
      held: [5],
      drugs: [{ name: 'nivolumab', dose: 480, per: 'flat' }],
    });
    points(c, 'ldh', [
      [found + 3, 168],
      ...nivolumab.given.map((day, i) => [day, [171, 164, 180, 176, 169, 173, 166, 170][i % 8]!] as [number, number]),
    ]);
    bloodCounts(c, { on: nivolumab.given });
    chemistry(c, nivolumab.given, { alt: [26, 30, 68, 34] });
    drift(c, 'tsh', nivolumab.given, [1.9, 1.6, 2.2]);
    const colitis = nivolumab.start + 95;
    problem(c, {
      icd10: 'K52.1',
      name: 'Colitis due to nivolumab, grade 2',
      since: colitis,
      resolved: colitis + 35,
      note: 'Prednisone 60 mg tapered over five weeks',
    });
    medicine(c, {
      name: 'prednisone',
      dose: '60 mg by mouth daily, tapered over five weeks',
      since: colitis,
      until: colitis + 35,
      reason: 'Immune colitis',
    });
    encounter(c, {
      kind: 'emergency',
      from: colitis - 2,
      type: 'Emergency visit',
      reason: 'Eight loose stools a day for four days',
    });
    diseaseStatus(c, tumour, [
      [wide + 20, 'complete remission'],
      [c.ago({ months: 2 }), 'complete remission'],
    ]);
    ecog(c, [
      [wide + 20, 0],
      [c.ago({ weeks: 4 }), 0],
    ]);
    c.fromPractice(() => {
      vitals(c, {
        on: every(found - 60, c.lastDay, 80),
        weight: [96, 95, 92, 94],
        systolic: [132, 146, 134],
        diastolic: [84, 90, 82],
      });
      chemistry(c, [found - 60, colitis - 3, colitis + 14], { potassium: [4.3, 3.2, 4.0] });
      immunise(c, 'tdap', found - 1500);
    });
    noKnownAllergies(c, found);
    smoking(c, 'never', found);
    redFlag(
      c,
      'Diarrhoea more than 3 times a day over usual on nivolumab: immune colitis until shown otherwise; stool culture, no loperamide alone, call the oncology nurse line +1 505-555-0124 the same day',
      nivolumab.start,
    );
    redFlag(
      c,
      'Headache with tiredness or low blood pressure: think of the pituitary; morning cortisol before any steroid',
      nivolumab.start,
    );
    oncologyTeam(c, found, 'surgeon');
    primaryCareTeam(c, found, 'pcp');
    document(c, {
      type: 'letter',
      title: 'Immune colitis: what happened and what next',
      on: colitis + 10,
      body: `Eight stools a day, culture negative; settled on prednisone within four days. Thank you for sending him in and for not treating it as a virus.
        Nivolumab goes on after the taper. Should it return he gets infliximab and no more nivolumab.`,
    });
    followUpPlan(c, {
      title: 'Melanoma follow-up during treatment',
      since: wide + 20,
      tasks: [
        { what: 'Full skin examination', who: 'pcp', due: c.ahead({ weeks: 8 }) },
        { what: 'CT chest, abdomen and pelvis', who: 'oncologist', due: c.ahead({ weeks: 10 }) },
      ],
    });
    appointment(c, {
      on: nivolumab.planned[0] ?? c.ahead({ days: 12 }),
      what: 'Nivolumab',
      with: 'oncologist',
      minutes: 90,
      made: nivolumab.given.at(-1)!,
    });
  },
};
