import { emptyTask, type Fields } from '#portal/messaging/draft-fields.ts';
import type { Intent } from '#portal/messaging/inbox.query.ts';

/**
 * What an address asks a new message to begin with: /messages/new?patient=…&to=…&intent=…&task=…
 * Ids only: what they stand for is asked of the server, since addresses are kept in histories and logs.
 */
export interface Proposal {
  /** To whom. */
  to: string | null;
  intent: Intent | null;
  /** The task that it is about. */
  taskId: string | null;
}

const intents: Readonly<Record<string, Intent>> = { ASK: 'ASK', INFORM: 'INFORM', HAND_OVER: 'HAND_OVER' };

export const readProposal = (params: URLSearchParams): Proposal => ({
  to: params.get('to'),
  intent: intents[params.get('intent') ?? ''] ?? null,
  taskId: params.get('task'),
});

/** The fields that it fills in beside the recipient. */
export const proposedFields = ({ intent }: Proposal, subject: string | null): Partial<Fields> => ({
  ...(subject && { subject }),
  ...(intent && { intent, task: intent === 'HAND_OVER' ? emptyTask : null }),
});
