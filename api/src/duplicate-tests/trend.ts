import { convert, type Substance } from '#api/units/index.ts';
import { SUBSTANCES, TWO_SCALES } from './data/substances.ts';
import type { Flag, PastTest } from './history.ts';

export interface TrendPoint {
  readonly id: string;
  readonly at: Date;
  /** In the unit of the trend. */
  readonly value: number;
  readonly flag: Flag | null;
}

/** Results of one test over time, in the unit and with the reference range of the newest. */
export interface Trend {
  readonly unit: string | null;
  readonly referenceLow: number | null;
  readonly referenceHigh: number | null;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Numeric results that are not in it: their unit cannot be read, or not be told in this one. */
  readonly leftOut: number;
}

type Measured = PastTest & { readonly at: Date; readonly value: number };
const isMeasured = (test: PastTest): test is Measured => test.at !== undefined && test.value !== null;

/** @param priors of one family, newest first */
export function trendOf(family: string, priors: readonly PastTest[]): Trend | undefined {
  const measured = priors.filter(isMeasured);
  const newest = measured.find(({ unit, ucum }) => unit === null || ucum !== null);
  if (newest === undefined) return undefined;
  const substance = TWO_SCALES.has(family) ? undefined : (SUBSTANCES[family] ?? {});
  const points = measured.flatMap((test): TrendPoint[] => {
    const value = inUnitOf(newest, test, substance);
    return value === undefined ? [] : [{ id: test.id, at: test.at, value, flag: test.flag }];
  });
  const { ucum: unit, referenceLow, referenceHigh } = newest;
  return {
    unit,
    referenceLow,
    referenceHigh,
    points: points.toReversed(),
    leftOut: measured.length - points.length,
  };
}

function inUnitOf(newest: Measured, test: Measured, substance: Substance | undefined): number | undefined {
  if (test.unit !== null && test.ucum === null) return undefined;
  if (newest.ucum === test.ucum) return test.value;
  if (substance === undefined || newest.ucum === null || test.ucum === null) return undefined;
  return convert(test.value, test.ucum, newest.ucum, substance);
}
