import { codingOf, newestFirst, precisionOf, section, sourceOf, type Chart, type ChartRow } from '#api/chart/index.ts';
import type {
  AllergyList,
  DocumentList,
  ImmunizationList,
  MedicationItem,
  MedicationList,
  ProblemList,
} from './clinical.types.ts';

const NOT_A_FACT = new Set(['entered-in-error', 'refuted']);

/** Problems and cancers alike: a problem list without the cancer would mislead. Active ones first. */
export function problemList(chart: Chart): ProblemList {
  const rows = chart.rows('conditions').filter((row) => !NOT_A_FACT.has(row.verification_status ?? ''));
  const rank = (row: ChartRow<'conditions'>) => (isOver(row) ? 1 : 0);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b) || newestFirst<typeof a>((row) => row.onset_on)(a, b));
  return section(chart, sorted, (row) => ({
    id: row.id,
    name: row.display,
    code: codingOf(row),
    status: row.clinical_status ?? (row.abated_on === null ? 'not recorded' : 'resolved'),
    onsetOn: row.onset_on,
    onsetPrecision: precisionOf(row.onset_on, row.onset_precision),
    resolvedOn: row.abated_on,
    source: sourceOf(chart, row),
  }));
}

const isOver = (row: ChartRow<'conditions'>) =>
  ['resolved', 'inactive', 'remission'].includes(row.clinical_status ?? '') || row.abated_on !== null;

/** What is taken now first. Administrations are doses of a request, and told under treatments. */
export function medicationList(chart: Chart): MedicationList {
  const rows = chart
    .rows('medicationUses')
    .filter((row) => row.source_type !== 'MedicationAdministration' && row.status !== 'entered-in-error');
  const rank = (row: ChartRow<'medicationUses'>) =>
    ['active', 'on-hold', 'intended'].includes(row.status ?? '') ? 0 : 1;
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b) || newestFirst<typeof a>((row) => row.started_on)(a, b));
  return section(chart, sorted, (row) => medicationItem(chart, row));
}

export function medicationItem(chart: Chart, row: ChartRow<'medicationUses'>): MedicationItem {
  const amount =
    row.dose_amount === null ? null : [row.dose_amount, row.dose_unit].filter((part) => part !== null).join(' ');
  return {
    id: row.id,
    name: row.display,
    code: codingOf(row),
    status: row.status ?? 'not recorded',
    dose: row.dose_text ?? amount,
    reason: row.reason,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    category: row.category,
    source: sourceOf(chart, row),
  };
}

export function allergyList(chart: Chart): AllergyList {
  const rows = chart.rows('allergies').filter((row) => !NOT_A_FACT.has(row.verification_status ?? ''));
  const rank = (row: ChartRow<'allergies'>) => (row.criticality === 'high' ? 0 : 1);
  return section(
    chart,
    rows.toSorted((a, b) => rank(a) - rank(b) || a.display.localeCompare(b.display)),
    (row) => ({
      id: row.id,
      name: row.display,
      code: codingOf(row),
      criticality: row.criticality,
      reaction: row.reaction,
      status: row.clinical_status ?? 'not recorded',
      source: sourceOf(chart, row),
    }),
  );
}

export function immunizationList(chart: Chart): ImmunizationList {
  const rows = chart.rows('immunizations').filter((row) => row.status !== 'entered-in-error');
  return section(chart, rows.toSorted(newestFirst((row) => row.given_on)), (row) => ({
    id: row.id,
    name: row.display,
    code: codingOf(row),
    status: row.status ?? 'not recorded',
    givenOn: row.given_on,
    givenPrecision: precisionOf(row.given_on, row.given_precision),
    source: sourceOf(chart, row),
  }));
}

/** @param id only this document; null for all */
export function documentList(chart: Chart, id: string | null): DocumentList {
  const rows = chart
    .rows('documents')
    .filter((row) => row.status !== 'entered-in-error' && (id === null || row.id === id));
  // Bodies are read only for a query that asks for them.
  const bodies = chart.wasRead('documentTexts') ? chart.rows('documentTexts') : [];
  const texts = new Map(bodies.map((row) => [row.id, row.text]));
  return section(chart, rows.toSorted(newestFirst((row) => row.written_at)), (row) => ({
    id: row.id,
    title: row.title,
    type: row.type_display,
    at: row.written_at,
    author: row.author,
    contentType: row.content_type,
    sizeBytes: row.size_bytes,
    text: texts.get(row.id) ?? null,
    source: sourceOf(chart, row),
  }));
}
