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
    // the word is about the four values that stand beside it, and no others
    [[2, 40, 41, 40, 42], 'steady'],
    // what goes up and down has no direction, whichever way the last step went
    [[226, 181, 176, 204], 'unknown'],
    [[40, 5, 5.1, 5.2], 'unknown'],
    // one unit of the last figure is no fall
    [[0.6, 0.7, 0.6, 0.6], 'steady'],
    [[168, 112, 121, 207], 'rising'],
    [[7, 7, 8, 8], 'rising'],
    [[5, 4, 4, 3], 'falling'],
  ])('%j is %s', (values, trend) => {
    expect(trendOf(values)).toBe(trend);
  });
});
