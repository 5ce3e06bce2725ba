import { describe, expect, it } from 'vitest';
import { intervalAt, intervalInWords } from './interval.ts';
import type { Schedule } from './rule.ts';

const every = (least: number, most = least) => ({ least, most });
const schedule = (more: Partial<Schedule>): Schedule => ({
  anchor: 'end-of-treatment',
  first: every(3, 6),
  repeat: [],
  ...more,
});
const NARROWING = schedule({
  repeat: [
    { from: 0, until: 36, every: every(3, 6) },
    { from: 36, until: 60, every: every(6, 12) },
    { from: 60, until: null, every: every(12) },
  ],
});
const ENDING = schedule({ repeat: [{ from: 0, until: 30, every: every(6) }] });

describe('how often, in words', () => {
  it.each<[string, Schedule]>([
    ['every 3 to 6 months until year 3, every 6 to 12 months until year 5, then every year', NARROWING],
    ['every 6 months until month 30', ENDING],
    ['every year', schedule({ repeat: [{ from: 0, until: null, every: every(12) }] })],
    ['every 2 years', schedule({ repeat: [{ from: 0, until: null, every: every(24) }] })],
    ['every 10 years', schedule({ repeat: [{ from: 0, until: null, every: every(120) }] })],
    ['every 30 months', schedule({ repeat: [{ from: 0, until: null, every: every(30) }] })],
    ['once, within 6 to 12 months', schedule({ first: every(6, 12) })],
    ['once, at 12 months', schedule({ first: every(12) })],
    ['each season, 1 Sep to 31 Mar', schedule({ season: { opens: '09-01', closes: '03-31' } })],
  ])('%s', (words, asked) => expect(intervalInWords(asked)).toBe(words));
});

describe('how often at a time, counted from 31 January 2024', () => {
  it.each<[string, Schedule, string, ReturnType<typeof intervalAt>]>([
    ['in the first year', NARROWING, '2024-06-01', { ...every(3, 6), unit: 'month' }],
    ['on the last day of the third year', NARROWING, '2027-01-31', { ...every(3, 6), unit: 'month' }],
    ['on the day after', NARROWING, '2027-02-01', { ...every(6, 12), unit: 'month' }],
    ['after five years', NARROWING, '2035-01-01', { ...every(1), unit: 'year' }],
    ['after the last phase it is as it was in it', ENDING, '2030-01-01', { ...every(6), unit: 'month' }],
    ['what is asked for once', schedule({}), '2024-06-01', null],
    [
      'a vaccine of a season',
      schedule({ season: { opens: '09-01', closes: '03-31' } }),
      '2024-06-01',
      { ...every(1), unit: 'season' },
    ],
  ])('%s', (_, asked, day, told) => expect(intervalAt(asked, '2024-01-31', day)).toEqual(told));
});
