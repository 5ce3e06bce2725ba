import { describe, expect, it } from 'vitest';
import { durationInWords, isDuration, later } from './duration.ts';

describe('an interval', () => {
  it.each(['P3M', 'P1Y', 'P90D', 'PT72H', 'P1Y6M', 'P1DT12H'])('may be written as %s', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it.each(['', 'P', 'PT', '3M', '3 months', 'P3W', 'P3', 'P3M!', ' P3M', 'P-3M', 'P3M2Y', 'PT5M'])(
    'may not be written as “%s”',
    (text) => {
      expect(isDuration(text)).toBe(false);
    },
  );

  it.each([
    ['P3M', '3 months'],
    ['P1Y', '1 year'],
    ['P12M', '12 months'],
    ['P1D', '1 day'],
    ['PT72H', '72 hours'],
    ['P1Y6M', '1 year 6 months'],
    ['P10DT1H', '10 days 1 hour'],
  ])('%s is said as %s', (text, words) => {
    expect(durationInWords(text)).toBe(words);
  });
});

describe('the day on which an interval ends', () => {
  it.each([
    ['2026-01-15T09:30:00Z', 'P3M', '2026-04-15T09:30:00.000Z'],
    ['2026-11-15T09:30:00Z', 'P3M', '2027-02-15T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'P2Y', '2028-01-15T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'P12M', '2027-01-15T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'P10D', '2026-01-25T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'PT72H', '2026-01-18T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'P1DT12H', '2026-01-16T21:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 'P1Y1M', '2027-02-15T09:30:00.000Z'],
    ['2026-01-31T09:30:00Z', 'P1M', '2026-02-28T09:30:00.000Z'],
    ['2028-01-31T09:30:00Z', 'P1M', '2028-02-29T09:30:00.000Z'],
    ['2028-02-29T09:30:00Z', 'P1Y', '2029-02-28T09:30:00.000Z'],
    ['2026-08-31T09:30:00Z', 'P10M', '2027-06-30T09:30:00.000Z'],
  ])('from %s, %s: %s', (from, duration, end) => {
    expect(later(new Date(from), duration).toISOString()).toBe(end);
  });
});
