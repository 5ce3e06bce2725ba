import type { VariablesOf } from '#portal/graphql.ts';
import type { Owner } from '#portal/survivorship/plan.query.ts';
import { duePageSize, type dueQuery } from '#portal/survivorship/due.query.ts';

const owners: readonly Owner[] = ['ONCOLOGY', 'PRIMARY_CARE', 'PALLIATIVE', 'OTHER', 'PATIENT', 'NOBODY'];
export const spans = [30, 90, 365] as const;

/** What the address says about the worklist: /due?owner=oncology&within=90 */
export interface DueState {
  /** Null: of everybody. */
  owner: Owner | null;
  overdue: boolean;
  withinDays: number | null;
}

/** Without an address of its own the worklist is what is the reader's. */
export function readDueState(search: string, own: Owner | null): DueState {
  const params = new URLSearchParams(search);
  const owner = params.get('owner');
  const within = Number(params.get('within'));
  return {
    owner: owner === 'all' ? null : (owners.find((key) => key.toLowerCase() === owner) ?? own),
    overdue: params.get('overdue') === '1',
    withinDays: spans.find((days) => days === within) ?? null,
  };
}

export function dueAddress({ owner, overdue, withinDays }: DueState): string {
  const params = new URLSearchParams({ owner: owner === null ? 'all' : owner.toLowerCase() });
  if (overdue) params.set('overdue', '1');
  else if (withinDays !== null) params.set('within', String(withinDays));
  return `/due?${params.toString()}`;
}

export const dueVariables = ({ owner, overdue, withinDays }: DueState): VariablesOf<typeof dueQuery> => ({
  filter: { owner, overdue: overdue || null, within: overdue ? null : withinDays },
  first: duePageSize,
  after: null,
});
