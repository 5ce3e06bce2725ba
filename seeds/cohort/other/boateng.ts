import { appointment, oncologyTeam } from '#seeds/fhir/coordination.ts';
import { cancer, otherStage } from '#seeds/fhir/oncology.ts';
import { redFlag } from '#seeds/fhir/record.ts';
import { exactCounts } from '#seeds/fhir/results.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Chronic leukaemia found by chance and only watched: a nearly empty record, as many are. */
export const boateng: Story = {
  name: 'other-boateng',
  group: 'other',
  phase: 'SURVEILLANCE',
  curative: false,
  facts: {
    mrn: '100349',
    family: 'Boateng',
    given: ['Kwame'],
    sex: 'male',
    age: 80,
    birthday: '11-11',
    street: '23 Station Row',
    city: 'Three Rivers',
    telephone: '+1 505-555-0128',
    height: 174,
    weight: 77,
  },
  tell(c) {
    const found = c.ago({ months: 30 });
    const leukaemia = cancer(c, {
      icd10: 'C91.10',
      name: 'Chronic lymphocytic leukaemia',
      site: 'Blood and bone marrow',
      histology: 'Chronic lymphocytic leukaemia',
      diagnosed: found,
    });
    otherStage(c, leukaemia, { system: 'Rai', group: '0', on: found });
    exactCounts(c, [
      [found, 18.4, 4.2, 14.1, 212],
      [found + 182, 21.2, 4.4, 14, 208],
      [found + 364, 24.8, 4.1, 13.9, 214],
      [found + 546, 29.1, 4.3, 13.8, 201],
      [c.ago({ months: 6 }), 33.6, 4.0, 13.6, 196],
      [c.ago({ weeks: 2 }), 38.9, 4.2, 13.4, 188],
    ]);
    redFlag(
      c,
      'A high white count is his leukaemia and is expected: lymphocytes, slowly rising, no treatment. Call for fever, night sweats, hemoglobin below 11 or platelets below 100',
      found,
    );
    oncologyTeam(c, found);
    appointment(c, {
      on: c.ahead({ months: 5 }),
      what: 'Follow-up visit with blood count',
      with: 'oncologist',
      made: c.ago({ weeks: 2 }),
    });
  },
};
