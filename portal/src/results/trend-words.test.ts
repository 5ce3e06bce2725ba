import { describe, expect, it } from 'vitest';
import type { SeriesPoint } from '#portal/results/series.query.ts';
import { latestWords, referenceWords, trendWords, unitWords, valueWords } from '#portal/results/trend-words.ts';

const zone = 'America/Denver';
const point = (at: string, value: number | null): SeriesPoint => ({
  id: at,
  at: `${at}T16:00:00Z`,
  value,
  text: value === null ? 'see comment' : String(value),
  flag: null,
});
const cea = [point('2026-02-16', 2.6), point('2026-05-18', 3.1), point('2026-08-24', 3.6), point('2026-11-16', 4.4)];

describe('a trend in words', () => {
  it('names the direction that the server found and the values that show it', () => {
    expect(trendWords({ unit: 'ng/mL', trend: 'RISING', points: cea }, zone)).toBe(
      'Rising: 2.6, 3.1, 3.6, 4.4 (since 16 Feb 2026)',
    );
  });

  it('names no unit, which stands beside the last value', () => {
    const points = cea.map((one) => ({ ...one, text: `${one.text} ng/mL` }));
    expect(trendWords({ unit: 'ng/mL', trend: 'RISING', points }, zone)).toBe(
      'Rising: 2.6, 3.1, 3.6, 4.4 (since 16 Feb 2026)',
    );
  });

  it('shows the last four values only', () => {
    expect(trendWords({ unit: 'ng/mL', trend: 'STEADY', points: [point('2020-01-01', 9), ...cea] }, zone)).toMatch(
      /^Steady: 2\.6,/,
    );
  });

  it('claims no direction where the server knows none', () => {
    expect(trendWords({ unit: 'ng/mL', trend: 'UNKNOWN', points: cea.slice(0, 2) }, zone)).toBe(
      'Last values: 2.6, 3.1 (since 16 Feb 2026)',
    );
    expect(trendWords({ unit: 'ng/mL', trend: 'UNKNOWN', points: cea.slice(0, 1) }, zone)).toBe('One value only');
    expect(trendWords({ unit: 'ng/mL', trend: 'UNKNOWN', points: [] }, zone)).toBe('No values');
  });
});

describe('values and ranges', () => {
  it.each([
    ['10*9/L', '10⁹/L'],
    ['10*12/L', '10¹²/L'],
    ['ug/L', 'µg/L'],
    ['mg/dL', 'mg/dL'],
    ['mm[Hg]', 'mmHg'],
    ['kg/m2', 'kg/m²'],
    ['{score}', 'score'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['1', ''],
    [null, ''],
  ])('the unit %s is written %s', (unit, words) => {
    expect(unitWords(unit)).toBe(words);
  });

  it('gives a figure its unit, and leaves words and figures with a unit alone', () => {
    expect(valueWords('4.4', 'ng/mL')).toBe('4.4 ng/mL');
    expect(valueWords('4.4 ng/mL', 'ng/mL')).toBe('4.4 ng/mL');
    expect(valueWords('6.1 10*9/L', '10*9/L')).toBe('6.1 10⁹/L');
    expect(valueWords('70 %', '%')).toBe('70 %');
    expect(valueWords('negative', 'ng/mL')).toBe('negative');
    expect(valueWords('4.4', null)).toBe('4.4');
  });

  it('says a range that has one end only', () => {
    expect(referenceWords(4, 11)).toBe('4 to 11');
    expect(referenceWords(null, 5)).toBe('up to 5');
    expect(referenceWords(60, null)).toBe('from 60');
    expect(referenceWords(null, null)).toBeNull();
  });

  it('puts the last value, its flag, its range and its day in one line', () => {
    const latest = { ...point('2026-11-16', 7.2), flag: 'HIGH' as const, source: { name: 'Laboratory' } };
    const series = { name: 'CEA', unit: 'ng/mL', referenceLow: null, referenceHigh: 5 };
    expect(latestWords({ ...series, latest }, zone)).toBe('CEA 7.2 ng/mL, high (reference up to 5), 16 Nov 2026');
    expect(latestWords({ ...series, latest: null }, zone)).toBe('CEA: no value');
  });
});
