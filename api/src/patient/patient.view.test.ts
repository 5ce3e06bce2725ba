import { describe, expect, it } from 'vitest';
import { ageOf } from './patient.view.ts';

const today = '2026-11-22';
const living = { birth_date: '1961-03-12', deceased: false, deceased_at: null };

describe('age', () => {
  it('is counted in completed years', () => {
    expect(ageOf(living, today)).toBe(65);
    expect(ageOf({ ...living, birth_date: '1961-11-23' }, today)).toBe(64);
    expect(ageOf({ ...living, birth_date: '1961-11-22' }, today)).toBe(65);
  });

  it('stops at death', () => {
    expect(ageOf({ ...living, deceased: true, deceased_at: '2020-01-02T00:00:00Z' }, today)).toBe(58);
  });

  it('is unknown without a birth date, or when the day of death is', () => {
    expect(ageOf({ ...living, birth_date: null }, today)).toBeNull();
    expect(ageOf({ ...living, deceased: true }, today)).toBeNull();
  });
});
