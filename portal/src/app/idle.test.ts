import { describe, expect, it } from 'vitest';
import { idleState, leftWords } from '#portal/app/idle.ts';

const minutes = (count: number): number => count * 60_000;

describe('automatic sign-out', () => {
  it.each([
    [0, 'active'],
    [12.9, 'active'],
    [13, 'warned'],
    [14.9, 'warned'],
    [15, 'over'],
    [600, 'over'],
  ])('after %s idle minutes the session is %s', (idle, state) => {
    expect(idleState(0, minutes(idle))).toBe(state);
  });

  it('says what is left, first in minutes and then in seconds', () => {
    expect(leftWords(0, minutes(13))).toBe('2 minutes');
    expect(leftWords(0, minutes(14))).toBe('60 seconds');
    expect(leftWords(0, minutes(14.99))).toBe('5 seconds');
    expect(leftWords(0, minutes(16))).toBe('0 seconds');
  });
});
