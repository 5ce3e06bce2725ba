import type { VariablesOf } from '#portal/graphql.ts';
import { pageSize, type threadsQuery } from '#portal/messaging/inbox.query.ts';

/** What the address says about the inbox: /messages?show=unread&patient=…&q=ferritin */
export interface InboxState {
  unread: boolean;
  urgent: boolean;
  closed: boolean;
  patientId: string | null;
  personId: string | null;
  search: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const id = (value: string | null): string | null => (value !== null && uuid.test(value) ? value : null);

export function readInboxState(search: string): InboxState {
  const params = new URLSearchParams(search);
  return {
    unread: params.has('unread'),
    urgent: params.has('urgent'),
    closed: params.has('closed'),
    patientId: id(params.get('patient')),
    personId: id(params.get('person')),
    search: (params.get('q') ?? '').trim(),
  };
}

export function writeInboxState({ unread, urgent, closed, patientId, personId, search }: InboxState): string {
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  if (patientId) params.set('patient', patientId);
  if (personId) params.set('person', personId);
  const flags = [unread && 'unread', urgent && 'urgent', closed && 'closed'].filter(Boolean);
  const text = [params.toString(), ...flags].filter(Boolean).join('&');
  return text ? `/messages?${text}` : '/messages';
}

export const isNarrowed = (state: InboxState): boolean => writeInboxState({ ...state, closed: false }) !== '/messages';

export function inboxVariables(state: InboxState): VariablesOf<typeof threadsQuery> {
  const { unread, urgent, closed, patientId, personId, search } = state;
  return {
    first: pageSize,
    after: null,
    filter: {
      unread: unread || null,
      urgent: urgent || null,
      // Words are looked for wherever they were written.
      state: search ? null : closed ? 'CLOSED' : 'OPEN',
      patientId,
      personId,
      search: search || null,
    },
  };
}
