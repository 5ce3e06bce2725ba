import { emptyTask, type Fields } from '#portal/messaging/draft-fields.ts';
import type { Intent } from '#portal/messaging/inbox.query.ts';

/** What an address asks a new message to begin with: /messages/new?patient=…&to=…&intent=…&about=… */
export interface Proposal {
  /** To whom. */
  to: string | null;
  intent: Intent | null;
  /** What it is about. */
  about: string | null;
}

const intents: Readonly<Record<string, Intent>> = { ASK: 'ASK', INFORM: 'INFORM', HAND_OVER: 'HAND_OVER' };
const longestSubject = 200;

export const readProposal = (params: URLSearchParams): Proposal => ({
  to: params.get('to'),
  intent: intents[params.get('intent') ?? ''] ?? null,
  about: params.get('about')?.trim().slice(0, longestSubject) || null,
});

/** The fields that it fills in beside the recipient. */
export const proposedFields = ({ intent, about }: Proposal): Partial<Fields> => ({
  ...(about && { subject: about }),
  ...(intent && { intent, task: intent === 'HAND_OVER' ? emptyTask : null }),
});
