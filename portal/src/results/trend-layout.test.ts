import { describe, expect, it } from 'vitest';
import { drawing, layOutTrend } from '#portal/results/trend-layout.ts';

const points = (...values: (number | null)[]) =>
  values.map((value, index) => ({
    id: String(index),
    at: `2026-0${index + 1}-01T00:00:00Z`,
    value,
    text: String(value),
    flag: null,
  }));
const inside = ({ x, y }: { x: number; y: number }): boolean =>
  x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height;

describe('the line of a trend', () => {
  it('needs two figures', () => {
    expect(layOutTrend({ points: points(3), referenceLow: null, referenceHigh: null })).toBeNull();
    expect(layOutTrend({ points: points(3, null), referenceLow: null, referenceHigh: null })).toBeNull();
  });

  it('stays inside the drawing, rises when the values rise, and runs to the right', () => {
    const layout = layOutTrend({ points: points(1, 5, 900), referenceLow: 4, referenceHigh: 11 });
    expect(layout?.points.every(inside)).toBe(true);
    expect(layout?.points.map(({ y }) => y)).toEqual(layout?.points.map(({ y }) => y).toSorted((a, b) => b - a));
    expect(layout?.points.map(({ x }) => x)).toEqual(layout?.points.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  it('keeps the whole reference band in sight though every value lies outside it', () => {
    const band = layOutTrend({ points: points(20, 30), referenceLow: 4, referenceHigh: 11 })?.band;
    expect(band?.y).toBeGreaterThan(0);
    expect((band?.y ?? 0) + (band?.height ?? 0)).toBeLessThanOrEqual(drawing.height);
    expect(band?.height).toBeGreaterThan(0);
  });

  it('has no band without a range, and a band to the edge where one end is open', () => {
    expect(layOutTrend({ points: points(1, 2), referenceLow: null, referenceHigh: null })?.band).toBeNull();
    const below = layOutTrend({ points: points(1, 2), referenceLow: null, referenceHigh: 5 })?.band;
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBe(drawing.height);
  });

  it('draws equal values at equal times without dividing by nothing', () => {
    const same = points(2, 2).map((point) => ({ ...point, at: '2026-01-01T00:00:00Z' }));
    expect(layOutTrend({ points: same, referenceLow: null, referenceHigh: null })?.points.every(inside)).toBe(true);
  });
});
