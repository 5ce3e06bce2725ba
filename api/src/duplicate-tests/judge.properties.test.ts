import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, done, history, NOW } from '#test/duplicate-tests/histories.ts';
import { OWN_CATALOGUE } from './catalogue.ts';
import { SITUATIONS } from './family.ts';
import { judge } from './judge.ts';

const family = fc.constantFrom('creatinine', 'hba1c', 'cea', 'alt', 'ct-chest', 'ferritin', 'mammogram');
const past = fc.record({
  family,
  days: fc.integer({ min: 0, max: 900 }),
  flag: fc.constantFrom('normal' as const, 'high' as const, null),
  status: fc.constantFrom('final', 'cancelled', 'registered'),
});
const someHistory = fc
  .array(past, { maxLength: 12 })
  .map((rows) => history(rows.flatMap(({ family: key, days, flag, status }) => done(key, days, { flag, status }))));
const situation = fc.constantFrom(...SITUATIONS);

describe('for any history', () => {
  it('the order of its rows changes nothing', () => {
    fc.assert(
      fc.property(someHistory, family, situation, (some, key, when) => {
        const query = { ...ask(key, when) };
        const [one, other] = [
          judge(query, some, OWN_CATALOGUE, NOW),
          judge(query, { ...some, tests: some.tests.toReversed() }, OWN_CATALOGUE, NOW),
        ];
        expect([other.verdict, other.nextDue]).toEqual([one.verdict, one.nextDue]);
      }),
    );
  });

  it('tests of other families change nothing', () => {
    fc.assert(
      fc.property(someHistory, situation, (some, when) => {
        const without = { ...some, tests: some.tests.filter(({ families }) => families.includes('cea')) };
        expect(judge(ask('cea', when), some, OWN_CATALOGUE, NOW)).toEqual(
          judge(ask('cea', when), without, OWN_CATALOGUE, NOW),
        );
      }),
    );
  });

  it('nothing done and nothing planned is no duplicate, and a new symptom never is', () => {
    fc.assert(
      fc.property(someHistory, family, situation, (some, key, when) => {
        expect(judge(ask(key, when), history([]), OWN_CATALOGUE, NOW).verdict).toBe('not-duplicate');
        expect(judge(ask(key, 'new-symptom'), some, OWN_CATALOGUE, NOW).verdict).toBe('not-duplicate');
      }),
    );
  });

  it('a warning shows its prior result', () => {
    fc.assert(
      fc.property(someHistory, family, situation, (some, key, when) => {
        const { verdict, priors, parts } = judge(ask(key, when), some, OWN_CATALOGUE, NOW);
        if (verdict === 'not-duplicate') return;
        expect(priors.length).toBeGreaterThan(0);
        expect(parts[0]?.prior?.status).not.toBe('cancelled');
      }),
    );
  });

  it('waiting longer never makes a repeat more of a duplicate', () => {
    const rank = { duplicate: 2, 'probable-duplicate': 1, 'not-duplicate': 0, unknown: 0 };
    fc.assert(
      fc.property(family, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 400 }), (key, days, more) => {
        const of = (age: number) => rank[judge(ask(key), history(done(key, age)), OWN_CATALOGUE, NOW).verdict];
        expect(of(days + more)).toBeLessThanOrEqual(of(days));
      }),
    );
  });
});
