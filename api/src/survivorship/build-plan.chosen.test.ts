// A day that a person chose for one line, and what becomes of it.
import { describe, expect, it } from 'vitest';
import { done, planInput } from '#test/survivorship/people.ts';
import { buildPlan } from './build-plan.ts';
import type { PastEvent } from './history.ts';
import type { Rule } from './rule.ts';

const YEARLY = { least: 12, most: 12 };
const SCAN: Rule = {
  key: 'scan',
  kind: 'surveillance',
  what: 'Scan of the chest',
  owner: 'oncology',
  schedule: { anchor: 'end-of-treatment', first: YEARLY, repeat: [{ from: 0, until: null, every: YEARLY }] },
  doneBy: [{ keys: ['scan'] }],
  why: 'Finds what can still be removed.',
  source: 'A society',
  year: 2020,
  confidence: 'A',
};

/** Treatment ended on 31 January 2024; on 10 January 2025 a day is chosen. */
const lineOf = (by: string, history: readonly PastEvent[] = [], rule: Partial<Rule> = {}, today = '2025-01-15') =>
  buildPlan(
    planInput(today, {
      rules: { version: 'rules of a test', rules: [{ ...SCAN, ...rule }] },
      decisions: [{ key: 'scan', due: { by, chosenOn: '2025-01-10' } }],
      history,
    }),
  ).lines[0]!;

describe('a day chosen by hand', () => {
  it('is when the line is due, whatever its interval says', () => {
    expect(lineOf('2025-06-01')).toMatchObject({
      state: 'due',
      window: { opens: '2025-01-10', closes: '2025-06-01' },
      nextDue: '2025-06-01',
    });
    expect(lineOf('2024-12-01').state).toBe('overdue');
  });

  it.each([
    ['the day before it was chosen', '2025-01-09', '2025-06-01'],
    ['the day on which it was chosen', '2025-01-10', '2026-01-10'],
    ['the day after', '2025-01-11', '2026-01-11'],
  ])('is settled or not by what was done %s', (_, on, next) =>
    expect(lineOf('2025-06-01', [done(`scan ${on}`)]).nextDue).toBe(next),
  );

  it('opens no sooner than the interval does, and no later than it closes', () => {
    const done2024 = [done('scan 2025-01-05')];
    expect(lineOf('2026-03-01', done2024).window).toEqual({ opens: '2025-12-05', closes: '2026-03-01' });
    expect(lineOf('2025-06-01', done2024).window).toEqual({ opens: '2025-06-01', closes: '2025-06-01' });
  });

  it('gives a day to what has none by its rule', () =>
    expect(lineOf('2025-06-01', [], { schedule: null })).toMatchObject({
      window: { opens: '2025-06-01', closes: '2025-06-01' },
      state: 'not-yet-due',
      chosenDue: '2025-06-01',
      reason: '',
    }));

  it('brings back a series that was complete', () => {
    const once: Partial<Rule> = { schedule: { anchor: 'end-of-treatment', first: YEARLY, repeat: [] } };
    const before = [done('scan 2025-01-05')];
    expect(lineOf('2025-06-01', before, once)).toMatchObject({
      state: 'not-yet-due',
      nextDue: '2025-06-01',
    });
  });
});
