import { codingOf, provenanceOf, sourceOf, type Chart, type ResultRow, type SeriesRow } from '#api/chart/index.ts';
import { encodeCursor } from '#api/graphql/cursor.ts';
import { TEST_FAMILIES } from '#api/test-families/index.ts';
import { shownNumber } from '#api/units/index.ts';
import type { Result, ResultConnection, ResultFlag, ResultPoint, ResultSeries, Trend } from './results.types.ts';

/** A page of results, as `Patient.results` asked for it under `responseKey` with `first`. */
export function resultConnection(chart: Chart, responseKey: string, first: number): ResultConnection {
  const rows = chart.results(responseKey);
  const page = rows.slice(0, first);
  const edges = page.map((row) => ({ cursor: cursorOf(row), node: resultOf(chart, row) }));
  return {
    state: page.length > 0 ? 'recorded' : 'not-recorded',
    ...provenanceOf(chart, page),
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: rows[0]?.total ?? 0,
  };
}

const cursorOf = (row: ResultRow) => encodeCursor(row.effective_at ?? '', row.id);

function resultOf(chart: Chart, row: ResultRow): Result {
  return {
    id: row.id,
    name: testName(row.family, row.display),
    code: codingOf(row),
    family: row.family,
    value: row.value_number,
    unit: row.unit,
    text: valueText(row),
    flag: flagOf(row),
    referenceLow: row.reference_low,
    referenceHigh: row.reference_high,
    at: row.effective_at,
    status: row.status ?? 'not recorded',
    institution: row.performer_name ?? chart.sourceName(row.source_system),
    source: sourceOf(chart, row),
  };
}

/** Trend lines of at least two values, tumour markers before laboratory values before vital signs, by name. */
export function seriesList(chart: Chart): ResultSeries[] {
  const order = { 'tumor-marker': 0, laboratory: 1, 'vital-signs': 2 };
  const groups = Map.groupBy(chart.series(), (row) => `${order[row.category]} ${row.family} ${row.unit ?? ''}`);
  return [...groups]
    .filter(([, rows]) => rows.length > 1)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, rows]) => seriesOf(chart, rows));
}

const MEASURED: ReadonlyMap<string, string> = new Map(
  TEST_FAMILIES.filter(({ kind }) => kind !== 'imaging').map(({ key, name }) => [key, name]),
);

/** Laboratories call one test by many names; readers know the family's: "CEA" is "Carcinoembryonic Ag". A study keeps its own. */
const testName = (family: string | null, display: string): string => MEASURED.get(family ?? '') ?? display;

/** One test over time in one unit: values of two units are two lines, never one. */
export function seriesOf(chart: Chart, rows: readonly SeriesRow[]): ResultSeries {
  const inOrder = rows.toSorted((a, b) => a.effective_at.localeCompare(b.effective_at));
  const last = inOrder.at(-1);
  const points = inOrder.map((row) => pointOf(chart, row));
  return {
    family: last?.family ?? '',
    name: testName(last?.family ?? null, last?.display ?? ''),
    unit: last?.unit ?? null,
    referenceLow: last?.reference_low ?? null,
    referenceHigh: last?.reference_high ?? null,
    points,
    latest: points.at(-1) ?? null,
    trend: trendOf(points.map(({ value }) => value).filter((value) => value !== null)),
  };
}

interface PointRow {
  id: string;
  effective_at: string | null;
  value_number: number | null;
  value_text: string | null;
  unit: string | null;
  flag: ResultFlag | null;
  reference_low: number | null;
  reference_high: number | null;
}

export function pointOf(chart: Chart, row: PointRow & Parameters<typeof sourceOf>[1]): ResultPoint {
  return {
    id: row.id,
    at: row.effective_at ?? row.received_at,
    value: row.value_number,
    text: valueText(row),
    flag: flagOf(row),
    source: sourceOf(chart, row),
  };
}

/** The value as a person reads it; long decimals of some senders carry no precision that a test has. */
function valueText({
  value_number: value,
  value_text: text,
  unit,
}: Pick<PointRow, 'value_number' | 'value_text' | 'unit'>): string {
  if (text !== null) return text;
  if (value === null) return 'no value recorded';
  const shown = shownNumber(value);
  return unit === null || unit === '1' ? shown : `${shown} ${unit}`;
}

/** The sender's judgement, or else the sender's own reference range applied. */
function flagOf({ flag, value_number: value, reference_low: low, reference_high: high }: PointRow): ResultFlag | null {
  if (flag !== null) return flag;
  if (value === null || (low === null && high === null)) return null;
  if (low !== null && value < low) return 'low';
  return high !== null && value > high ? 'high' : 'normal';
}

// A change below a tenth, and a spread below a fifth, are within what most tests vary by themselves; the word is a hint,
// not a judgement.
const STEADY = { change: 0.1, spread: 0.2 };

/** As many values as a reader is shown beside the word: it must be true of what stands next to it. */
const JUDGED = 4;

/** Direction of the last numeric values, oldest first; up and down is no direction. */
export function trendOf(values: readonly number[]): Trend {
  const recent = values.slice(-JUDGED);
  const [first, last] = [recent[0], recent.at(-1)];
  if (recent.length < 2 || first === undefined || last === undefined) return 'unknown';
  const [low, high] = [Math.min(...recent), Math.max(...recent)];
  const scale = Math.max(Math.abs(low), Math.abs(high));
  if (scale === 0) return 'steady';
  const changed = Math.abs(last - first) / scale >= STEADY.change;
  if (changed && last === high) return 'rising';
  if (changed && last === low) return 'falling';
  return (high - low) / scale < STEADY.spread ? 'steady' : 'unknown';
}
