import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, careTeam, referral } from '#seeds/fhir/coordination.ts';
import { document } from '#seeds/fhir/documents.ts';
import { cancer } from '#seeds/fhir/oncology.ts';
import { allergy, immunise, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, points } from '#seeds/fhir/results.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Referred from the health center after a positive test and a colonoscopy: what counts is that the referral arrives. */
export const manuelito: Story = {
  name: 'colorectal-manuelito',
  group: 'colorectal',
  phase: 'DIAGNOSIS',
  curative: false,
  facts: {
    mrn: '100380',
    family: 'Manuelito',
    given: ['Elsie'],
    sex: 'female',
    age: 69,
    birthday: '07-19',
    street: 'Route 9, mile 14',
    city: 'Cottonwood Creek',
    state: 'AZ',
    telephone: '+1 928-555-0193',
    gp: 'ihs-pcp',
    tribe: 'Cottonwood Creek Tribe (invented)',
    carer: { name: 'Darrell Manuelito', relationship: 'son', telephone: '+1 928-555-0194' },
    height: 158,
    weight: 71,
  },
  tell(c) {
    const found = c.ago({ days: 16 });
    const referred = c.ago({ days: 12 });
    const tumour = cancer(c, {
      icd10: 'C18.6',
      name: 'Descending colon cancer',
      site: 'Descending colon',
      histology: 'Adenocarcinoma on biopsy',
      diagnosed: found,
    });
    c.from('cottonwood-creek', () => {
      referral(c, {
        what: 'Colon cancer: surgery and oncology consultation',
        made: referred,
        due: c.ahead({ days: 9 }),
        by: 'ihs-pcp',
        for: { organization: 'three-rivers' },
        priority: 'urgent',
        reason: tumour,
        note: 'Purchased/Referred Care: authorisation requested, decision awaited. Missing: colonoscopy images, CT report. 140 miles by car; her son drives, not on Tuesdays.',
      });
      document(c, {
        type: 'referral',
        title: 'Referral: new colon cancer',
        on: referred,
        by: 'ihs-pcp',
        body: `69-year-old woman, positive stool test at her yearly visit, colonoscopy with an obstructing-looking mass at 45 cm, biopsy adenocarcinoma. No weight loss. Diabetes and hypertension well kept.
          CT here is booked this week. Please give surgery and oncology on one day: the drive is two and a half hours each way.`,
      });
      bloodCounts(c, { on: [found - 180, found - 20, c.ago({ days: 8 })], hemoglobin: [12.1, 10.8, 10.4] });
      points(c, 'cea', [[c.ago({ days: 8 }), 9.7]]);
      allergy(c, { to: 'Iodinated contrast', reaction: 'Hives', since: found - 900 });
      immunise(c, 'pneumococcal', found - 500);
    });
    chronicCare(c, {
      since: found - 900,
      years: 12,
      hba1c: [7.6, 7.2, 6.9],
      glucose: [150, 134],
      pressure: [
        [144, 136, 132],
        [82, 80, 76],
      ],
      creatinine: [0.8, 0.9],
      ldl: [110, 92],
      weight: [72, 71.5, 71],
    });
    careTeam(c, 'oncology', {
      since: c.ago({ days: 10 }),
      members: ['oncologist', 'surgeon'],
      lines: ['oncology-line'],
    });
    appointment(c, {
      on: c.ahead({ days: 9 }),
      what: 'Surgery and oncology, first visit (same day)',
      with: 'surgeon',
      minutes: 90,
      made: c.ago({ days: 10 }),
      proposed: true,
    });
    redFlag(
      c,
      'Vomiting, swollen belly or no stool for two days: bowel obstruction; nearest emergency department, then the oncology nurse line +1 505-555-0124',
      referred,
    );
  },
};
