import { appointment, oncologyTeam } from '#seeds/fhir/coordination.ts';
import { cancer } from '#seeds/fhir/oncology.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Just diagnosed and hardly anything recorded yet: no allergies asked, no practice named. */
export const crowe: Story = {
  name: 'breast-crowe',
  group: 'breast',
  phase: 'DIAGNOSIS',
  curative: false,
  facts: {
    mrn: '100371',
    family: 'Crowe',
    given: ['Leticia'],
    sex: 'female',
    age: 58,
    birthday: '12-27',
    street: '77 Canal Street',
    city: 'Three Rivers',
    telephone: '+1 505-555-0184',
    height: 170,
    weight: 69,
  },
  tell(c) {
    const found = c.ago({ days: 9 });
    cancer(c, {
      icd10: 'C50.912',
      name: 'Breast cancer, left, site not yet specified',
      site: 'Breast',
      side: 'left',
      histology: 'Invasive lobular carcinoma',
      diagnosed: found,
    });
    oncologyTeam(c, c.ago({ days: 3 }));
    appointment(c, {
      on: c.ahead({ days: 4 }),
      what: 'First oncology visit',
      with: 'oncologist',
      minutes: 60,
      made: c.ago({ days: 3 }),
    });
  },
};
