import type { Series } from '#portal/results/series.query.ts';

export interface TrendLayout {
  /** Points of the line in the drawing's own units, the oldest first. */
  points: readonly { x: number; y: number }[];
  band: { y: number; height: number } | null;
}

export const drawing = { width: 220, height: 56, margin: 5 } as const;

type Drawn = Pick<Series, 'points' | 'referenceLow' | 'referenceHigh'>;

/** Time runs to the right at its true scale. The reference band is part of the scale, so that "normal" has a place. */
export function layOutTrend({ points, referenceLow, referenceHigh }: Drawn): TrendLayout | null {
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at: Date.parse(at), value }]));
  if (known.length < 2) return null;
  const values = known.map(({ value }) => value);
  const bounds = [
    ...values,
    ...(referenceHigh === null ? [] : [referenceHigh]),
    ...(referenceLow === null ? [] : [referenceLow]),
  ];
  const low = Math.min(...bounds, ...(referenceLow === null && referenceHigh !== null ? [0] : []));
  const high = Math.max(...bounds);
  const times = known.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const { width, height, margin } = drawing;
  const x = (at: number): number => margin + ((at - first) / (last - first || 1)) * (width - 2 * margin);
  const y = (value: number): number => height - margin - ((value - low) / (high - low || 1)) * (height - 2 * margin);

  const banded = referenceLow !== null || referenceHigh !== null;
  const top = referenceHigh === null ? 0 : y(referenceHigh);
  const bottom = referenceLow === null ? height : y(referenceLow);
  return {
    points: known.map(({ at, value }) => ({ x: round(x(at)), y: round(y(value)) })),
    band: banded ? { y: round(top), height: round(bottom - top) } : null,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
