import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { mailTroubleWords } from '#portal/identity/mail-trouble.ts';
import type { Recipient } from '#portal/messaging/compose.query.ts';
import type { Reference } from '#portal/messaging/messaging.query.ts';
import { PersonLine } from '#portal/messaging/person-line.tsx';
import { listWords, placeWords, replyTimeWords } from '#portal/messaging/words.ts';
import { dayWords, dueWords, isoDay } from '#portal/ui/dates.ts';

interface Props {
  recipients: readonly Recipient[];
  chosen: readonly string[];
  references: readonly Reference[];
  fault: string | undefined;
  change: (ids: readonly string[]) => void;
}

/** To whom, and what the sender wants to know of them before sending. */
export function RecipientField({ recipients, chosen, references, fault, change }: Props): ReactElement {
  const others = recipients.filter(({ person }) => !chosen.includes(person.id));
  return (
    <fieldset className="recipients">
      <legend>To</legend>
      <ul className="rows">
        {recipients
          .filter(({ person }) => chosen.includes(person.id))
          .map((recipient) => (
            <li key={recipient.person.id} className="recipient">
              <RecipientFacts recipient={recipient} references={references} />
              <button
                type="button"
                className="button"
                aria-label={`Take out ${recipient.person.name}`}
                onClick={() => change(chosen.filter((id) => id !== recipient.person.id))}
              >
                Take out
              </button>
            </li>
          ))}
      </ul>
      {others.length > 0 && (
        <div className="field">
          <label htmlFor="recipientIds">{chosen.length > 0 ? 'Add somebody' : 'Choose a person'}</label>
          <select
            id="recipientIds"
            className="input"
            value=""
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'recipientIds-fault' : undefined}
            onChange={({ target }) => target.value && change([...chosen, target.value])}
          >
            <option value="">Those who may read messages about this patient</option>
            {others.map(({ person }) => (
              <option key={person.id} value={person.id}>
                {person.name}, {placeWords(person)}
              </option>
            ))}
          </select>
        </div>
      )}
      {fault && (
        <p id="recipientIds-fault" className="fault">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

function RecipientFacts({
  recipient,
  references,
}: {
  recipient: Recipient;
  references: readonly Reference[];
}): ReactElement {
  const zone = useTimeZone();
  const { person, lastSeenAt, usualReplyHours, cover, mailTrouble, hiddenReferences } = recipient;
  const seen = lastSeenAt ? `Last here ${dueWords(isoDay(lastSeenAt, zone), Date.now(), zone)}` : 'Never signed in yet';
  const hidden = hiddenReferences.flatMap((at) => references[at]?.title ?? []);
  return (
    <div>
      <p>
        <PersonLine person={person} />
      </p>
      <p className="small muted">
        {seen}; {replyTimeWords(usualReplyHours)}.
      </p>
      {cover && (
        <p className="small cover-line">
          Away{cover.until && ` until ${dayWords(cover.until, zone)}`}: {cover.person.name}, {placeWords(cover.person)},
          receives for them.
        </p>
      )}
      {mailTrouble && <p className="small warn-line">{mailTroubleWords(mailTrouble)}</p>}
      {hidden.length > 0 && (
        <p className="small warn-line">
          May not read what you quote: {listWords(hidden)}. Say in words what matters, or take it out.
        </p>
      )}
    </div>
  );
}
