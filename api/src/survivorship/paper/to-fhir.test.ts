import type { CarePlan, Reference } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { planPaper } from '#test/kit/plan-paper.ts';
import { toFhir } from './to-fhir.ts';

const planIn = (paper = planPaper()): CarePlan =>
  toFhir(paper)
    .entry?.map(({ resource }) => resource)
    .find((r): r is CarePlan => r?.resourceType === 'CarePlan') as CarePlan;

/** Every value in a resource, however deep. */
function* valuesOf(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* valuesOf(inner);
}

describe('a plan as FHIR', () => {
  test('has an activity for every line, with its day, its doer and its reason', () => {
    const paper = planPaper();
    const { activity = [] } = planIn(paper);
    expect(activity.map(({ detail }) => detail?.code?.text)).toEqual(paper.plan.lines.map(({ what }) => what));
    const mammogram = activity.find(({ detail }) => detail?.code?.text === 'Mammogram');
    expect(mammogram?.detail).toMatchObject({
      status: 'scheduled',
      scheduledPeriod: { start: '2027-01-03', end: '2027-02-03' },
      performer: [{ display: 'Oncology' }],
    });
    expect(mammogram?.progress?.map(({ text }) => text)).toEqual([
      'Last done: 3 Feb 2026, BI-RADS 2, Alder Street Family Medicine',
      'Answer: accepted by Dr Sam Begay, 21 Nov 2026',
    ]);
  });

  test('says what is not to be done', () => {
    const against = planIn().activity?.filter(({ detail }) => detail?.doNotPerform === true);
    expect(against?.length).toBeGreaterThan(0);
  });

  test.each([
    ['draft', planPaper({ signature: null })],
    ['active', planPaper()],
    ['on-hold', planPaper({}, { suspendedBecause: 'The cancer is back.' })],
  ])('is %s when the plan is', (status, paper) => {
    expect(planIn(paper).status).toBe(status);
  });

  test('refers to nothing outside itself, and holds nothing null or empty', () => {
    const bundle = toFhir(planPaper());
    const known = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
    for (const value of valuesOf(bundle)) {
      expect(value).not.toBeNull();
      expect(value).not.toBe('');
      if (Array.isArray(value) && value.length === 0) expect.fail('an empty list');
      const reference = (value as Reference | undefined)?.reference;
      if (reference !== undefined) expect(known).toContain(reference);
    }
  });
});
