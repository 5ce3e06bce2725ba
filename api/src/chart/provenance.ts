import type { Coding, DatePrecision, RecordedState, RowSource, Source } from '#api/graphql/shared.types.ts';
import type { Chart } from './chart.ts';
import type { SourcedRow } from './row-sets.ts';

type Provenance = Omit<SourcedRow, 'id' | 'patient_id' | 'needs'>;

/** Where one row came from. */
export function sourceOf(chart: Pick<Chart, 'sourceName'>, row: Provenance): RowSource {
  return {
    system: row.source_system,
    name: chart.sourceName(row.source_system),
    resourceType: row.source_type,
    id: row.source_id,
    version: row.source_version,
    asOf: row.source_updated_at,
    receivedAt: row.received_at,
  };
}

/** The feeds that a section's rows came from, and the newest change among them. */
export function provenanceOf(chart: Chart, rows: readonly Provenance[]): { asOf: string | null; sources: Source[] } {
  const bySystem = new Map<string, Source>();
  for (const row of rows) {
    const known = bySystem.get(row.source_system);
    if (known === undefined) {
      bySystem.set(row.source_system, {
        system: row.source_system,
        name: chart.sourceName(row.source_system),
        asOf: row.source_updated_at,
        receivedAt: row.received_at,
        rows: 1,
      });
    } else {
      known.asOf = later(known.asOf, row.source_updated_at);
      if (row.received_at > known.receivedAt) known.receivedAt = row.received_at;
      known.rows += 1;
    }
  }
  const sources = [...bySystem.values()];
  return { asOf: latest(sources.map(({ asOf }) => asOf)), sources };
}

/** A list with its provenance; a row that states that there are none is an answer and not an entry. */
export function section<Row extends Provenance & { states_none?: boolean }, Item>(
  chart: Chart,
  rows: readonly Row[],
  view: (row: Row) => Item,
): { state: RecordedState; asOf: string | null; sources: Source[]; items: Item[] } {
  const entries = rows.filter((row) => row.states_none !== true);
  return { state: stateOf(rows), ...provenanceOf(chart, rows), items: entries.map(view) };
}

/** "None" is only said when a source said it. */
export function stateOf(rows: readonly object[]): RecordedState {
  if (rows.some((row) => !('states_none' in row) || row.states_none !== true)) return 'recorded';
  return rows.length > 0 ? 'none-known' : 'not-recorded';
}

export const codingOf = (row: { code_system: string | null; code: string | null; display: string }): Coding => ({
  system: row.code_system,
  code: row.code,
  display: row.display,
});

/** What is known of a date that may be missing; a source that says nothing else knew the day. */
export const precisionOf = (date: string | null, precision: 'month' | 'year' | null): DatePrecision | null =>
  date === null ? null : (precision ?? 'day');

/** The last of some moments; RFC 3339 texts of one zone and date texts compare as they read. */
export function latest(moments: readonly (string | null | undefined)[]): string | null {
  let last: string | null = null;
  for (const moment of moments) last = later(last, moment);
  return last;
}

const later = (one: string | null, other: string | null | undefined): string | null =>
  other != null && (one === null || other > one) ? other : one;

export const earliest = (moments: readonly (string | null | undefined)[]): string | null =>
  moments.reduce<string | null>(
    (first, moment) => (moment != null && (first === null || moment < first) ? moment : first),
    null,
  );

/** Orders by a moment, newest first, what has none last. */
export const newestFirst =
  <Row>(moment: (row: Row) => string | null) =>
  (a: Row, b: Row): number =>
    (moment(b) ?? '').localeCompare(moment(a) ?? '');
