import type { Chart, ChartRow } from '#api/chart/index.ts';
import { pointOf, trendOf } from '#api/results/index.ts';
import type { SymptomSeries } from './assessment.types.ts';
import { INSTRUMENTS, PAIN_SCORE_LOINC, severityOf } from './instruments.ts';

type AssessmentRow = ChartRow<'palliativeObservations'>;

/** Symptom scores over time, one line for each item; worst latest score first within its instrument. */
export function symptomScores(chart: Chart): SymptomSeries[] {
  const scored = chart
    .rows('palliativeObservations')
    .filter((row) => row.category === 'assessment' && row.value_number !== null && row.effective_at !== null)
    .flatMap((row) => {
      const item = itemOf(row);
      return item === undefined ? [] : [{ row, ...item }];
    });
  return [...Map.groupBy(scored, ({ instrument, item }) => `${instrument} ${item}`).values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            seriesOf(
              chart,
              first.instrument,
              first.item,
              group.map(({ row }) => row),
            ),
          ];
    })
    .sort(
      (a, b) =>
        a.instrument.localeCompare(b.instrument) ||
        (b.latest?.value ?? 0) - (a.latest?.value ?? 0) ||
        a.name.localeCompare(b.name),
    );
}

/** Which item of which instrument a row scores: from codes such as `esas-pain`. */
function itemOf(row: AssessmentRow): { instrument: string; item: string } | undefined {
  if (row.code === PAIN_SCORE_LOINC) return { instrument: 'esas', item: 'pain' };
  const [instrument, ...rest] = (row.code ?? '').split('-');
  return instrument !== undefined && instrument in INSTRUMENTS && rest.length > 0
    ? { instrument, item: rest.join('-') }
    : undefined;
}

function seriesOf(chart: Chart, key: string, item: string, rows: readonly AssessmentRow[]): SymptomSeries {
  const instrument = INSTRUMENTS[key];
  if (instrument === undefined) throw new RangeError(`no instrument ${key}`);
  const points = rows
    .toSorted((a, b) => (a.effective_at ?? '').localeCompare(b.effective_at ?? ''))
    .map((row) => pointOf(chart, row));
  const latest = points.at(-1) ?? null;
  return {
    instrument: instrument.name,
    item,
    name: instrument.items[item] ?? rows[0]?.display ?? item,
    max: instrument.max,
    severity: latest?.value == null ? null : severityOf(instrument, latest.value),
    points,
    latest,
    trend: trendOf(points.flatMap(({ value }) => (value === null ? [] : [value]))),
  };
}
