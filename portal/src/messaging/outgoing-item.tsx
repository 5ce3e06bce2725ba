import type { ReactElement } from 'react';
import type { ProblemKind } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { tryNow, type Outgoing } from '#portal/messaging/outbox.ts';

const reasons: Partial<Record<ProblemKind, string>> = {
  unreachable: 'Portage cannot be reached from this computer.',
  'signed-out': 'Your session has ended.',
  'rate-limited': 'Too many requests came from your account in a short time.',
};

export const waitingWords = ({ why }: Outgoing): string =>
  `${(why && reasons[why]) ?? 'The server did not take it.'} It is kept in this tab and sent by itself as soon as that is possible; it arrives once.`;

const words = { sending: 'Sending', waiting: 'Waiting', sent: 'Sent' } as const;

/** A message that the server has not confirmed yet, or that the conversation does not show yet. */
export function OutgoingItem({ message }: { message: Outgoing }): ReactElement {
  const { viewer } = useSession();
  const { state, fields, names } = message;
  return (
    <li className="message message-mine message-outgoing">
      <p className="message-head">
        <strong>{viewer.name}</strong>
        <strong className={state === 'sent' ? undefined : 'waiting'}>{words[state]}</strong>
      </p>
      <p className="message-body">{fields.body}</p>
      <div className="small" role="status">
        {state === 'sending' && <p>On its way to {names}.</p>}
        {state === 'waiting' && <p>{waitingWords(message)}</p>}
        {state === 'waiting' && (
          <button type="button" className="button" onClick={tryNow}>
            Try now
          </button>
        )}
      </div>
    </li>
  );
}
