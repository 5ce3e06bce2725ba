import { describe, expect, it } from 'vitest';
import { factGroups, systemicWords } from '#portal/survivorship/builder/fact-groups.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';

type Facts = Plan['facts'];
const source = { name: 'Centre EHR', asOf: '2026-11-21T13:10:00Z' };
describe('a medicine in words', () => {
  const cumulativeDose = { doxorubicinEquivalent: 240 };
  it('says what it counts as for the heart, and when it was given', () => {
    expect(systemicWords({ cumulativeDose, on: '2025-03-01', endedOn: '2025-05-02' })).toBe(
      'counts as 240 mg/m² doxorubicin, 1 Mar 2025 – 2 May 2025',
    );
  });
  it('says that no end is recorded instead of leaving it out', () => {
    expect(systemicWords({ cumulativeDose: null, on: '2025-03-01', endedOn: null })).toBe(
      '1 Mar 2025 – no end recorded',
    );
  });
});

it('names for each fact where it is from, or who filled it in', () => {
  const plain = { id: 'f', text: 'MSS', on: null };
  const none = {
    diagnoses: [],
    surgery: [],
    systemic: [],
    radiation: [],
    transplants: [],
    ongoing: [],
    toxicities: [],
    comorbidities: [],
  };
  const facts: Facts = {
    ...none,
    genetics: [
      { ...plain, source, filledInBy: null },
      { ...plain, source: null, filledInBy: 'Dr. Reyes' },
      { ...plain, source, filledInBy: 'Dr. Reyes' },
    ],
    contacts: [],
    intent: 'curative',
    endOfTreatment: '2026-05-02',
    filledIn: [
      {
        key: 'end-of-treatment',
        what: 'End of treatment',
        text: '2026-05-02',
        by: 'Dr. Reyes',
        at: '2026-11-21T13:10:00Z',
      },
    ],
  };
  const from = (group: string) =>
    factGroups(facts, 'America/Phoenix')
      .find(({ title }) => title === group)
      ?.facts.map((fact) => fact.from);
  expect(from('Genetic findings')).toEqual([
    'Centre EHR, 21 Nov 2026',
    'filled in by Dr. Reyes',
    'Centre EHR, 21 Nov 2026; in part filled in by Dr. Reyes',
  ]);
  expect(from('End of treatment')).toEqual(['filled in by Dr. Reyes']);
  expect(from('Intent')).toEqual(['from the treatments below']);
});
