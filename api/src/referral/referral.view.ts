import { provenanceOf, sourceOf, stateOf, type Chart } from '#api/chart/index.ts';
import type { ReferralItem, ReferralList } from './referral.types.ts';

const OVER = new Set(['completed', 'revoked', 'cancelled', 'noshow', 'entered-in-error']);

/** Referrals of any state, and appointments to come. */
export function referralList(chart: Chart): ReferralList {
  const referrals = chart
    .rows('serviceRequests')
    .filter((row) => row.kind === 'referral' && row.status !== 'entered-in-error');
  const appointments = chart.rows('appointments').filter((row) => row.status !== 'entered-in-error');
  const rows = [...referrals, ...appointments];
  const items: ReferralItem[] = [
    ...referrals.map((row) => ({
      id: row.id,
      kind: 'referral' as const,
      text: row.display,
      status: row.status ?? 'not recorded',
      priority: row.priority,
      reason: row.reason,
      requester: row.requester_name,
      performer: row.performer_name,
      location: null,
      requestedAt: row.authored_at,
      due: row.occurs_on,
      at: null,
      source: sourceOf(chart, row),
    })),
    ...appointments.map((row) => ({
      id: row.id,
      kind: 'appointment' as const,
      text: row.description,
      status: row.status ?? 'not recorded',
      priority: null,
      reason: null,
      requester: null,
      performer: row.practitioner_name,
      location: row.location_name,
      requestedAt: null,
      due: row.starts_at?.slice(0, 10) ?? null,
      at: row.starts_at,
      source: sourceOf(chart, row),
    })),
  ];
  const byDay = (item: ReferralItem) => item.due ?? item.requestedAt?.slice(0, 10) ?? '9999';
  items.sort((a, b) => Number(OVER.has(a.status)) - Number(OVER.has(b.status)) || byDay(a).localeCompare(byDay(b)));
  return { state: stateOf(rows), ...provenanceOf(chart, rows), items };
}
