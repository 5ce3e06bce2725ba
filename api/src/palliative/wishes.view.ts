import { newestFirst, sourceOf, type Chart, type ChartRow } from '#api/chart/index.ts';
import type { AdvanceDirective, CareGoal, Carer, CodeStatus, Preference } from './wishes.types.ts';

export function careGoals(chart: Chart, rows: readonly ChartRow<'goals'>[]): CareGoal[] {
  return rows
    .filter((row) => !['entered-in-error', 'rejected', 'cancelled'].includes(row.status ?? ''))
    .toSorted(newestFirst((row) => row.started_on))
    .map((row) => ({
      id: row.id,
      text: row.description,
      status: row.status ?? 'not recorded',
      since: row.started_on,
      source: sourceOf(chart, row),
    }));
}

/** The newest decision in force: a consent, or else an active order not to resuscitate. */
export function codeStatus(chart: Chart): CodeStatus | null {
  const [consent] = chart
    .rows('consents')
    .filter((row) => row.kind === 'code-status' && row.status === 'active')
    .sort(newestFirst((row) => row.decided_at));
  if (consent !== undefined)
    return { text: consent.display, asOf: consent.decided_at, source: sourceOf(chart, consent) };
  const [order] = chart
    .rows('serviceRequests')
    .filter((row) => row.kind === 'do-not-resuscitate' && row.status === 'active')
    .sort(newestFirst((row) => row.authored_at));
  return order === undefined ? null : { text: order.display, asOf: order.authored_at, source: sourceOf(chart, order) };
}

export function advanceDirectives(chart: Chart): AdvanceDirective[] {
  const consents = chart
    .rows('consents')
    .filter((row) => row.kind === 'advance-directive' && row.status !== 'entered-in-error')
    .map((row) => ({
      id: row.id,
      kind: row.display,
      status: row.status ?? 'not recorded',
      asOf: row.decided_at,
      source: sourceOf(chart, row),
    }));
  const documents = chart
    .rows('documents')
    .filter((row) => row.advance_directive && row.status !== 'entered-in-error')
    .map((row) => ({
      id: row.id,
      kind: row.title,
      status: row.status ?? 'not recorded',
      asOf: row.written_at,
      source: sourceOf(chart, row),
    }));
  const papers = documents.filter((paper) => !consents.some((consent) => isPaperOf(paper, consent)));
  return [...consents, ...papers].sort(newestFirst((directive) => directive.asOf));
}

/** The document in which a directive was written down is not a second directive. */
const isPaperOf = (paper: AdvanceDirective, directive: AdvanceDirective): boolean =>
  paper.kind.toLowerCase() === directive.kind.toLowerCase() &&
  paper.asOf?.slice(0, 10) === directive.asOf?.slice(0, 10);

export function preferences(chart: Chart): Preference[] {
  return chart
    .rows('palliativeObservations')
    .filter((row) => row.category === 'preference')
    .sort(newestFirst((row) => row.effective_at))
    .map((row) => ({
      id: row.id,
      text: row.value_text ?? row.value_code ?? 'no value recorded',
      kind: row.display,
      asOf: row.effective_at,
      source: sourceOf(chart, row),
    }));
}

export function carerOf(chart: Chart): Carer | null {
  const row = chart.rows('patientContacts').find(({ is_carer }) => is_carer);
  return row === undefined
    ? null
    : { name: row.name, relationship: row.relationship, telephone: row.telephone, source: sourceOf(chart, row) };
}
