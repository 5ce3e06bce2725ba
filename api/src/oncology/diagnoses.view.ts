import { codingOf, newestFirst, precisionOf, sourceOf, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import type { Biomarker, Diagnosis, Stage, StageKind } from './diagnosis.types.ts';

type ConditionRow = ChartRow<'conditions'>;
type ObservationRow = ChartRow<'oncologyObservations'>;

/** Primary cancers, then secondary ones, each newest first. */
export function diagnosesOf(chart: RecordRows): Diagnosis[] {
  const cancers = chart
    .rows('conditions')
    .filter(
      (row) => row.category !== 'problem' && !['entered-in-error', 'refuted'].includes(row.verification_status ?? ''),
    )
    .sort(
      (a, b) =>
        Number(a.category === 'secondary-cancer') - Number(b.category === 'secondary-cancer') ||
        newestFirst<ConditionRow>(diagnosedOn)(a, b),
    );
  const primaries = cancers.filter((row) => row.category === 'primary-cancer');
  return cancers.map((row) => {
    // A stage or marker that names no cancer belongs to the only one there is; with two, to neither.
    const own = chart
      .rows('oncologyObservations')
      .filter((o) => o.focus_id === row.id || (o.focus_id === null && primaries.length === 1 && primaries[0] === row));
    return {
      id: row.id,
      site: row.body_site ?? row.display,
      code: codingOf(row),
      histology: row.histology,
      laterality: row.laterality,
      secondary: row.category === 'secondary-cancer',
      stage: stageOf(row, own),
      diagnosedOn: diagnosedOn(row),
      diagnosedPrecision: precisionOf(diagnosedOn(row), row.onset_on === null ? null : row.onset_precision),
      status: row.clinical_status ?? 'not recorded',
      biomarkers: biomarkersOf(chart, own),
      source: sourceOf(chart, row),
    };
  });
}

const diagnosedOn = (row: ConditionRow) => row.onset_on ?? row.recorded_on;

// What surgery found outranks what imaging suggested.
const KINDS: readonly StageKind[] = ['pathologic', 'clinical', 'other'];

function stageOf(condition: ConditionRow, observations: readonly ObservationRow[]): Stage | null {
  const stages = observations.filter((o) => o.category === 'stage').toSorted(newestFirst((o) => o.effective_at));
  for (const kind of KINDS) {
    const ofKind = stages.filter((o) => stageKind(o) === kind);
    if (ofKind.length === 0) continue;
    const part = (name: 'group' | 't' | 'n' | 'm') => ofKind.find((o) => stagePart(o) === name);
    const group = part('group') ?? (kind === 'other' ? ofKind[0] : undefined);
    return {
      group: group === undefined ? null : valueOf(group),
      t: textOf(part('t')),
      n: textOf(part('n')),
      m: textOf(part('m')),
      system: group?.method ?? ofKind[0]?.method ?? null,
      kind,
      asOf: ofKind[0]?.effective_at ?? null,
    };
  }
  return condition.stage_text === null
    ? null
    : { group: condition.stage_text, t: null, n: null, m: null, system: null, kind: 'other', asOf: null };
}

const stageKind = ({ family }: ObservationRow): StageKind =>
  family?.startsWith('pathologic') ? 'pathologic' : family?.startsWith('clinical') ? 'clinical' : 'other';

const stagePart = ({ family }: ObservationRow) =>
  (family?.endsWith('group') ? 'group' : family?.slice(-1)) as 'group' | 't' | 'n' | 'm';

const textOf = (row: ObservationRow | undefined) => (row === undefined ? null : valueOf(row));
const valueOf = (row: ObservationRow) => row.value_text ?? row.value_code ?? String(row.value_number ?? 'not recorded');

function biomarkersOf(chart: RecordRows, observations: readonly ObservationRow[]): Biomarker[] {
  const newest = new Map<string, ObservationRow>();
  for (const row of observations
    .filter((o) => o.category === 'biomarker')
    .toSorted(newestFirst((o) => o.effective_at))) {
    const key = row.family ?? row.display;
    if (!newest.has(key)) newest.set(key, row);
  }
  return [...newest.values()].map((row) => ({
    id: row.id,
    name: row.display,
    value: [valueOf(row), row.value_text === null ? row.unit : null].filter((part) => part !== null).join(' '),
    asOf: row.effective_at,
    source: sourceOf(chart, row),
  }));
}
