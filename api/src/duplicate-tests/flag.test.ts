import { describe, expect, it } from 'vitest';
import { flagOf, type Judged } from './flag.ts';

const sent = (more: Partial<Judged>): Judged => ({
  flag: null,
  value_number: null,
  value_text: null,
  reference_low: null,
  reference_high: null,
  ...more,
});
const ranged = (value: number, text: string | null = null, low: number | null = 1, high: number | null = 4) =>
  sent({ value_number: value, value_text: text, reference_low: low, reference_high: high });

describe('the judgement of a value', () => {
  it.each<[string, Judged, string | null]>([
    ['below its range', ranged(0.9), 'low'],
    ['at its lower limit', ranged(1), 'normal'],
    ['at its upper limit', ranged(4), 'normal'],
    ['above its range', ranged(4.1), 'high'],
    ['above an upper limit alone', ranged(5, null, null, 4), 'high'],
    ['below a lower limit alone', ranged(0, null, 1, null), 'low'],
    ['without a range', ranged(2, null, null, null), null],
    ['without a value', sent({ reference_high: 4 }), null],
    ['as the sender said', sent({ ...ranged(2), flag: 'critical-high' }), 'critical-high'],
    ['"<0.1" under an upper limit', ranged(0.1, '<0.1', null, 4), 'normal'],
    ['"<0.1" under a range from nought', ranged(0.1, '<0.1', 0, 4), 'normal'],
    ['"<5" where 4 is the limit', ranged(5, '<5', 0, 4), null],
    ['"<1" at the lower limit', ranged(1, 'less than 1'), 'low'],
    ['"<2" across the lower limit', ranged(2, '<2'), null],
    ['"<4" at the upper limit', ranged(4, '<4', 0, 4), 'normal'],
    ['"<1" after a blank', ranged(1, ' <1'), 'low'],
    ['">4" after a blank', ranged(4, ' >4'), 'high'],
    ['a range in words behind the value', ranged(5, '5 (reference <4)'), 'high'],
    ['an earlier value in words behind the value', ranged(2, '2, was >3 before'), 'normal'],
    ['below nought under an upper limit alone', ranged(-2, null, null, 3), 'normal'],
    ['above a lower limit alone', ranged(5, null, 1, null), 'normal'],
    ['">4" at the upper limit', ranged(4, '>4'), 'high'],
    ['">3" across the upper limit', ranged(3, '>3'), null],
    ['">3" without an upper limit', ranged(3, '>3', 1, null), null],
  ])('%s', (_, row, flag) => {
    expect(flagOf(row, 'chemistry', true)).toBe(flag);
  });

  it.each([
    ['No growth after 48 h', 'normal'],
    ['NOT DETECTED', 'normal'],
    ['Non-reactive', 'normal'],
    ['Nonreactive', 'normal'],
    ['Escherichia coli >100,000 CFU/mL', 'abnormal'],
    ['Positive', 'abnormal'],
    ['see report', null],
  ])('in words: %s', (text, flag) => {
    expect(flagOf(sent({ value_text: text }), 'microbiology', true)).toBe(flag);
    expect(flagOf(sent({ value_text: text }), 'tumour-marker', true)).toBeNull();
    expect(flagOf(sent({ value_text: text }), undefined, true)).toBeNull();
  });

  it.each([
    ['BI-RADS 2', 'normal'],
    ['BI-RADS category 5', 'abnormal'],
    ['Left BI-RADS 1, right BI-RADS 4', 'abnormal'],
    ['BI-RADS 0', null],
    ['Positive for fracture', null],
  ])('in a radiologist’s words: %s', (text, flag) => {
    expect(flagOf(sent({ value_text: text }), 'imaging', true)).toBe(flag);
    expect(flagOf(sent({ value_text: text }), 'chemistry', true)).toBeNull();
  });

  it('is not taken from a range in a unit that nobody can read, but from the sender', () => {
    expect(flagOf(ranged(9), 'chemistry', false)).toBeNull();
    expect(flagOf(sent({ ...ranged(9), flag: 'high' }), 'chemistry', false)).toBeNull();
    expect(flagOf(sent({ ...ranged(2), flag: 'high' }), 'chemistry', false)).toBe('high');
    expect(flagOf(sent({ value_number: 9, flag: 'high' }), 'chemistry', false)).toBe('high');
  });
});
