import { describe, expect, it } from 'vitest';
import { done } from '#test/duplicate-tests/histories.ts';
import { trendOf } from './trend.ts';

const measured = (days: number, value: number, ucum: string | null, unit = ucum) =>
  done('creatinine', days, { value, ucum, unit, referenceLow: 0.6, referenceHigh: 1.2 });

describe('a trend', () => {
  it('tells results of two institutions in the unit of the newest, with its range', () => {
    const trend = trendOf('creatinine', [...measured(2, 1, 'mg/dL'), ...measured(9, 88.4, 'umol/L')]);
    expect(trend).toMatchObject({ unit: 'mg/dL', referenceLow: 0.6, referenceHigh: 1.2, leftOut: 0 });
    expect(trend?.points.map(({ value }) => Number(value.toFixed(2)))).toEqual([1, 1]);
    expect(trend!.points[0]!.at < trend!.points[1]!.at).toBe(true);
  });

  it('leaves out what cannot be told in it, and says how much', () => {
    const results = [
      ...measured(1, 1, null, 'banana'),
      ...measured(2, 1, 'mg/dL'),
      ...measured(3, 7, 'U/L'),
      ...done('creatinine', 4, { value: null }),
      ...done('creatinine', undefined, { value: 1 }),
    ];
    expect(trendOf('creatinine', results)).toMatchObject({ unit: 'mg/dL', points: [{ value: 1 }], leftOut: 2 });
  });

  it('joins no two scales by a factor', () => {
    const a1c = [
      ...done('hba1c', 2, { value: 6.5, ucum: '%', unit: '%' }),
      ...done('hba1c', 9, { value: 48, ucum: 'mmol/mol', unit: 'mmol/mol' }),
    ];
    expect(trendOf('hba1c', a1c)).toMatchObject({ unit: '%', points: [{ value: 6.5 }], leftOut: 1 });
  });

  it('is none where nothing readable was measured', () => {
    expect(trendOf('creatinine', measured(1, 1, null, 'banana'))).toBeUndefined();
    expect(trendOf('creatinine', done('creatinine', 1, { value: null }))).toBeUndefined();
  });

  it('takes a value without a unit only beside others without one', () => {
    const bare = done('inr', 2, { value: 1.1 });
    expect(trendOf('inr', [...bare, ...done('inr', 5, { value: 1.2 })])).toMatchObject({ unit: null, leftOut: 0 });
    expect(trendOf('creatinine', [...measured(1, 1, 'mg/dL'), ...bare])).toMatchObject({ leftOut: 1 });
  });
});
