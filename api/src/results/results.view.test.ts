import { describe, expect, it } from 'vitest';
import { trendOf } from './results.view.ts';

describe('the direction of a series', () => {
  it.each<[values: number[], trend: string]>([
    [[], 'unknown'],
    [[5], 'unknown'],
    [[5, 8], 'rising'],
    [[8, 5], 'falling'],
    [[5, 5.2], 'steady'],
    [[0, 0], 'steady'],
    [[0, 3], 'rising'],
    // an old peak does not make the last three fall
    [[40, 5, 5.1, 5.2], 'steady'],
  ])('%j is %s', (values, trend) => {
    expect(trendOf(values)).toBe(trend);
  });
});
