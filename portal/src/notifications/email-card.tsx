import { useState, type FormEvent, type ReactElement } from 'react';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import {
  changeContactMutation,
  sendLinkMutation,
  type ContactTold,
} from '#portal/notifications/notifications.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { dayWords } from '#portal/ui/dates.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  contact: ContactTold | undefined;
  timeZone: string;
  changed: () => void;
}

function stateWords({ verifiedAt, failedAt, codeSentAt }: ContactTold, timeZone: string): string {
  if (failedAt !== null)
    return `It refused the last mail on ${dayWords(failedAt, timeZone)}. Change it, or confirm it again.`;
  if (verifiedAt !== null) return `Confirmed on ${dayWords(verifiedAt, timeZone)}.`;
  if (codeSentAt === null) return 'Not confirmed yet: nothing is written to it, and senders are told so.';
  return `Not confirmed yet. A link was sent to it on ${dayWords(codeSentAt, timeZone)}.`;
}

/** The address, whether it works, and what to do when it does not. */
export function EmailCard({ contact, timeZone, changed }: Props): ReactElement {
  const { connection } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const sendLink = async (): Promise<void> => {
    if (!contact) return;
    const { data, error } = await connection.client.mutation(sendLinkMutation, { id: contact.id }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (error) return;
    const refused = data?.sendContactLink.__typename === 'ContactRefused';
    setSaid(
      refused
        ? 'A link was sent less than a minute ago. Look for it first.'
        : 'A link is on its way. Open it within a day.',
    );
    changed();
  };
  const change = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const address = new FormData(event.currentTarget).get('address');
    if (typeof address !== 'string' || !address.includes('@')) return setSaid('Enter an e-mail address.');
    if (address.trim().toLowerCase() === contact?.address) return setSaid('This is the address already.');
    const input = { channel: 'EMAIL', address } as const;
    const { error } = await connection.client.mutation(changeContactMutation, { input }).toPromise();
    const failed = error && problemsOf(error)[0];
    if (failed?.kind === 'bad-input') return setSaid('This is no address that can be written to. Check it.');
    setProblem(failed ?? null);
    if (failed) return undefined;
    setSaid('A link is on its way to the new address. Open it within a day.');
    changed();
    return undefined;
  };

  return (
    <Card title="E-mail address">
      {contact && (
        <p>
          <strong>{contact.address}</strong>. {stateWords(contact, timeZone)}
        </p>
      )}
      {contact && (contact.verifiedAt === null || contact.failedAt !== null) && (
        <p>
          <button type="button" className="button" onClick={() => void sendLink()}>
            Send a link to confirm it
          </button>
        </p>
      )}
      <form onSubmit={(event) => void change(event)} noValidate>
        <div className="field">
          <label htmlFor="address">New address</label>
          <input className="input" id="address" name="address" type="email" autoComplete="email" />
        </div>
        <p>
          <button type="submit" className="button">
            Change the address
          </button>
        </p>
      </form>
      <p role="status">{said}</p>
      {problem && <ProblemNote problem={problem} what="the address" />}
    </Card>
  );
}
