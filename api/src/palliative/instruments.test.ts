import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, severityOf } from './instruments.ts';

describe('severity of a symptom score', () => {
  it.each<[score: number, severity: string]>([
    [0, 'none'],
    [3, 'mild'],
    [4, 'moderate'],
    [6, 'moderate'],
    [7, 'severe'],
    [10, 'severe'],
  ])('ESAS %d is %s', (score, severity) => {
    expect(severityOf(INSTRUMENTS['esas']!, score)).toBe(severity);
  });

  it('is not made up where no cut-off was read', () => {
    expect(severityOf(INSTRUMENTS['ipos']!, 4)).toBeNull();
  });
});
