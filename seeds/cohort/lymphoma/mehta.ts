import { every } from '#seeds/days.ts';
import { biomarkers } from '#seeds/fhir/biomarkers.ts';
import { chronicCare } from '#seeds/fhir/comorbidity.ts';
import { appointment, followUpPlan, oncologyTeam, primaryCareTeam } from '#seeds/fhir/coordination.ts';
import { document, imaging } from '#seeds/fhir/documents.ts';
import { cancer, diseaseStatus, ecog, otherStage } from '#seeds/fhir/oncology.ts';
import { noKnownAllergies, redFlag } from '#seeds/fhir/record.ts';
import { bloodCounts, chemistry, points } from '#seeds/fhir/results.ts';
import type { Story } from '#seeds/cohort/story.ts';

/** Follicular lymphoma that needs no treatment yet: the hard part is not to treat the number. */
export const mehta: Story = {
  name: 'lymphoma-mehta',
  group: 'lymphoma',
  phase: 'SURVEILLANCE',
  curative: false,
  facts: {
    mrn: '100222',
    family: 'Mehta',
    given: ['Arjun'],
    sex: 'male',
    age: 54,
    birthday: '01-15',
    street: '19 Kestrel Way',
    city: 'Bluff Road',
    telephone: '+1 505-555-0111',
    gp: 'pcp2',
    height: 176,
    weight: 79,
  },
  tell(c) {
    const found = c.ago({ months: 19 });
    const tumour = cancer(c, {
      icd10: 'C82.08',
      name: 'Follicular lymphoma grade I, nodes of several regions',
      site: 'Lymph nodes, groin and abdomen',
      histology: 'Follicular lymphoma, grade 1',
      diagnosed: found,
    });
    otherStage(c, tumour, { system: 'Lugano (Ann Arbor)', group: 'IIIA', on: found + 15 });
    biomarkers(c, tumour, found + 6, { CD20: 'Positive', 'BCL2 rearrangement (FISH)': 'Detected', 'Ki-67': '10 %' });
    points(c, 'ldh', [
      [found + 5, 188],
      ...every(found + 91, c.lastDay, 91).map(
        (day, i) => [day, [182, 190, 179, 186, 192, 184][i % 6]!] as [number, number],
      ),
    ]);
    bloodCounts(c, { on: every(found + 5, c.lastDay, 91) });
    chemistry(c, every(found + 5, c.lastDay, 182), { glucose: [112, 124] });
    chronicCare(c, {
      since: found - 400,
      pressure: [
        [132, 138, 128],
        [84, 86, 80],
      ],
      hba1c: [5.9, 6.3, 6.6],
      glucose: [112, 128],
      ldl: [144, 121],
      weight: [80, 82, 80],
    });
    imaging(c, {
      on: c.ago({ months: 6 }),
      modality: 'CT',
      name: 'CT chest, abdomen and pelvis',
      area: 'Chest, abdomen, pelvis',
      body: `Mesenteric and inguinal nodes up to 24 mm, as a year ago. Spleen 12 cm.
        No change in extent.`,
    });
    diseaseStatus(c, tumour, [
      [c.ago({ months: 6 }), 'stable'],
      [c.ago({ weeks: 5 }), 'stable'],
    ]);
    ecog(c, [
      [found + 15, 0],
      [c.ago({ weeks: 5 }), 0],
    ]);
    noKnownAllergies(c, found);
    redFlag(
      c,
      'Fever over 38 °C for two weeks, drenching sweats, weight loss over 10 %, a fast-growing node or a rising LDH: may be transformation; call the oncology nurse line +1 505-555-0124',
      found + 15,
    );
    oncologyTeam(c, found);
    primaryCareTeam(c, found, 'pcp2');
    document(c, {
      type: 'letter',
      title: 'Watchful waiting',
      on: c.ago({ weeks: 5 }),
      body: `Nodes, blood count and LDH stand still; he feels well and bicycles. We go on watching. Visits with us every three months in the first two years.
        Routine CT is not needed. Please do not order lymph node ultrasound for reassurance; send him to us instead.`,
    });
    followUpPlan(c, {
      title: 'Watchful waiting',
      since: found + 20,
      tasks: [
        { what: 'Visit with blood count and LDH', who: 'oncologist', due: c.ahead({ months: 2 }) },
        { what: 'HbA1c, blood pressure, lipids', who: 'pcp2', due: c.ahead({ weeks: 7 }) },
      ],
    });
    appointment(c, {
      on: c.ahead({ months: 2 }),
      what: 'Follow-up visit',
      with: 'oncologist',
      made: c.ago({ weeks: 5 }),
    });
  },
};
