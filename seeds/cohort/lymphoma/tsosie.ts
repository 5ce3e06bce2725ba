import { around, dateInWords, workdayBefore } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, oncologyTeam, order, primaryCareTeam, referral } from '#seeds/fhir/coordination.ts';
import { document, imaging, pathology } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage } from '#seeds/fhir/oncology.ts';
import { encounter, feverFlag, immunise, medicine, noKnownAllergies, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, exactCounts, points } from '#seeds/fhir/results.ts';
import { regimen } from '#seeds/fhir/treatment.ts';
import { ejectionFraction, vitals } from '#seeds/fhir/vitals.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Leukocytes around the five R-CHOP cycles at the two draws a week: after pegfilgrastim they overshoot, then fall. */
const PEAKS = [38.2, 41.0, 44.3, 47.6, 49.2];

/**
 * The story that Portage exists for. He lives 150 miles away; the health center draws his blood twice a week. Three
 * days after each pegfilgrastim the white count nears 50, and somebody who does not know why calls at night.
 */
export const tsosie: Story = {
  name: 'lymphoma-tsosie',
  group: 'lymphoma',
  phase: 'ACTIVE_TREATMENT',
  curative: true,
  facts: {
    mrn: '100317',
    family: 'Tsosie',
    given: ['Raymond'],
    sex: 'male',
    age: 63,
    birthday: '08-22',
    street: 'Juniper Flat, house 7',
    city: 'Cottonwood Creek',
    state: 'AZ',
    telephone: '+1 928-555-0106',
    gp: 'ihs-pcp',
    tribe: 'Cottonwood Creek Tribe (invented)',
    carer: { name: 'Loretta Tsosie', relationship: 'wife', telephone: '+1 928-555-0107' },
    height: 174,
    weight: 82,
  },
  tell(c) {
    const latest = c.ago({ days: 1 });
    const fifth = workdayBefore(latest - 4);
    const start = fifth - 84;
    const found = start - 30;
    const tumour = cancer(c, {
      icd10: 'C83.38',
      name: 'Diffuse large B-cell lymphoma, nodes of several regions',
      site: 'Lymph nodes, neck and abdomen',
      histology: 'Diffuse large B-cell lymphoma, germinal-centre type',
      diagnosed: found,
    });
    otherStage(c, tumour, { system: 'Lugano (Ann Arbor)', group: 'IIIA', on: found + 14 });
    biomarkers(c, tumour, found + 7, {
      CD20: 'Positive',
      'MYC rearrangement (FISH)': 'Not detected',
      'BCL2 rearrangement (FISH)': 'Not detected',
      'Ki-67': '80 %',
      'International Prognostic Index': '2 (low-intermediate)',
    });
    const chop = regimen(c, {
      name: 'R-CHOP',
      condition: tumour,
      intent: 'curative',
      setting: 'first line',
      start,
      every: 21,
      cycles: 6,
      growthFactor: true,
      by: 'oncologist',
      drugs: [
        { name: 'rituximab', dose: 375, per: 'm2' },
        { name: 'cyclophosphamide', dose: 750, per: 'm2' },
        { name: 'doxorubicin', dose: 50, per: 'm2' },
        { name: 'vincristine', dose: 1.4, per: 'm2', max: 2 },
        { name: 'prednisone', dose: 100, per: 'flat', route: 'by mouth', directions: 'daily, days 1 to 5 of 21' },
      ],
    });
    bloodCounts(c, { on: around(chop.given, [0]), hemoglobin: [13.6, 13.1, 12.4, 11.6, 11.0] });
    chemistry(c, [found + 3, ...chop.given], { glucose: [104, 142, 150], alt: [24, 28] });
    points(c, 'ldh', [
      [found + 3, 412],
      [start, 388],
      [start + 21, 226],
      [start + 42, 181],
      [start + 63, 176],
      [fifth, 204],
    ]);
    points(c, 'uricAcid', [
      [found + 3, 8.1],
      [start, 4.2],
      [start + 21, 4.8],
    ]);
    c.from('cottonwood-creek', () => {
      // Two draws a week, Purchased/Referred Care being for the centre only: the health center's own laboratory.
      const draws = chop.given.flatMap((day, i) => {
        const row = (offset: number, wbc: number, anc: number, platelets: number) =>
          [workdayBefore(day + offset), wbc, anc, 13.4 - 0.6 * i - (offset > 5 ? 0.3 : 0), platelets] as const;
        const peak =
          i === 4 ? ([latest, PEAKS[4]!, 43.8, 10.9, 212] as const) : row(4, PEAKS[i]!, PEAKS[i]! * 0.89, 224 - 6 * i);
        return [
          peak,
          row(8, 2.6 - 0.2 * i, 0.9 - 0.1 * i, 138 - 8 * i),
          row(11, 3.4 - 0.1 * i, 1.7, 112 - 7 * i),
          row(15, 9.8 + i, 7.2, 188 - 5 * i),
          row(18, 6.9, 4.6, 232 - 6 * i),
        ];
      });
      exactCounts(
        c,
        draws.filter(([day]) => day <= latest),
      );
      chemistry(c, around(chop.given, [8]), { glucose: [160, 188, 172], potassium: [4.1, 3.8] });
      encounter(c, {
        kind: 'emergency',
        from: workdayBefore(start + 67),
        type: 'Emergency visit, Cottonwood Creek',
        reason:
          'Sent in for leukocytes of 47.6: no fever, well; explained by pegfilgrastim after a call to the centre, home the same night',
      });
    });
    chronicCare(c, {
      since: found - 700,
      years: 8,
      hba1c: [7.3, 7.1, 7.6, 8.4],
      glucose: [148, 186],
      pressure: [
        [138, 134, 142],
        [82, 80, 84],
      ],
      creatinine: [0.96, 1.02],
      weight: [84, 83, 80],
    });
    vitals(c, { on: chop.given, weight: [82, 80.5, 79.8], heartRate: [82] });
    ejectionFraction(c, [
      [found + 20, 61],
      [start + 70, 58],
    ]);
    points(c, 'igg', [
      [start, 910],
      [start + 63, 690],
    ]);
    diseaseStatus(c, tumour, [[start + 50, 'partial response']]);
    imaging(c, {
      on: start + 50,
      modality: 'PT',
      name: 'PET-CT',
      area: 'Skull base to thigh',
      body: `Neck and abdominal nodes much smaller, uptake below liver. Spleen normal. Marrow brighter throughout, as after growth factor.
        Deauville 3: good interim response. Diffuse marrow uptake is due to pegfilgrastim.`,
    });
    pathology(c, {
      on: found + 7,
      title: 'Excision of a cervical node',
      body: `Sheets of large B cells, CD20, CD10 and BCL6 positive, Ki-67 80 %. MYC and BCL2 not rearranged.
        Diffuse large B-cell lymphoma, germinal-centre type.`,
    });
    ecog(c, [
      [found + 14, 1],
      [start + 42, 1],
      [fifth, 1],
    ]);
    noKnownAllergies(c, found);
    c.from('cottonwood-creek', () => immunise(c, 'hepatitis B', found - 3000));
    medicine(c, {
      name: 'acyclovir',
      dose: '400 mg by mouth twice daily',
      since: start,
      category: 'supportive',
      reason: 'Prevention of shingles during treatment',
    });
    redFlag(
      c,
      `White cells up to 60 ×10⁹/L are expected until ${dateInWords(fifth + 7)} (pegfilgrastim given ${dateInWords(fifth + 1)}): no work-up, no antibiotics, no transfer if he is well, without fever and without blasts. Otherwise, and above 60 or after that date, call the oncology nurse line +1 505-555-0124`,
      fifth,
      fifth + 7,
    );
    feverFlag(c, start, fifth + 42);
    redFlag(
      c,
      'Pain under the left ribs or at the left shoulder after pegfilgrastim: examine the spleen, ultrasound the same day, call the line',
      start,
      fifth + 21,
    );
    redFlag(
      c,
      'Steroid days 1 to 5 of each cycle raise his glucose: check twice a day, call Cottonwood Creek above 300 mg/dL',
      start,
      fifth + 42,
    );
    oncologyTeam(c, found);
    primaryCareTeam(c, found, 'ihs-pcp');
    document(c, {
      type: 'letter',
      title: 'Monitoring plan between cycles',
      on: fifth,
      body: `Cycle 5 of R-CHOP was given today, pegfilgrastim follows tomorrow. Please draw a CBC with differential twice a week until the count has recovered, nothing else.
        EXPECTED: leukocytes 20 to 60 for six days after pegfilgrastim, mostly neutrophils with left shift; then neutrophils below 1.0 around days 8 to 10; recovered by day 18.
        NOT EXPECTED: temperature of 38.0 °C, blasts, platelets below 50, hemoglobin below 8, pain in the left upper belly.
        WHOM TO CALL: oncology nurse line +1 505-555-0124, day and night; say "R-CHOP, Tsosie". Dr Raman answers within 15 minutes.
        Last cycle left: one. PET-CT six weeks after it.`,
    });
    document(c, {
      type: 'discharge',
      title: 'Discharge after the first cycle',
      on: start + 2,
      body: `First R-CHOP without reaction; no tumour lysis. Allopurinol for ten days. Pegfilgrastim given before he left.
        Bloods twice a week at Cottonwood Creek, results by fax to 505-555-0108. Steroids raise his sugar: sliding scale for days 1 to 5.`,
    });
    c.from('cottonwood-creek', () =>
      referral(c, {
        what: 'Lymphoma treatment: oncology, six cycles',
        made: found + 16,
        by: 'ihs-pcp',
        for: { organization: 'three-rivers' },
        reason: tumour,
        note: 'Purchased/Referred Care: authorised for eight visits, two left; expires in five weeks. Transport by the health center on Mondays and Thursdays; patient prefers a morning return.',
      }),
    );
    order(c, {
      what: 'CBC with differential, twice a week',
      made: fifth,
      due: c.ahead({ days: 2 }),
      by: 'oncologist',
      for: 'ihs-pcp',
    });
    appointment(c, {
      on: chop.planned[0] ?? fifth + 21,
      what: 'R-CHOP cycle 6',
      with: 'oncologist',
      minutes: 300,
      made: fifth,
    });
    appointment(c, {
      on: workdayBefore(fifth + 63),
      what: 'PET-CT and visit',
      with: 'oncologist',
      made: fifth,
      proposed: true,
    });
  },
};
