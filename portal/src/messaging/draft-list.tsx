import { useEffect, useRef, useSyncExternalStore, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { draftsQuery, type Draft } from '#portal/messaging/compose.query.ts';
import { fieldsOf, isAt, isEmpty } from '#portal/messaging/draft-fields.ts';
import { onOutgoing, outgoing, settledAt } from '#portal/messaging/outbox.ts';
import { instantWords } from '#portal/ui/dates.ts';

/** Messages that were begun and not sent: nothing when there are none. */
export function DraftList(): ReactElement | null {
  const { viewer } = useSession();
  const { data, receivedAt, again } = useKeptQuery(draftsQuery, {});
  const unsent = useSyncExternalStore(onOutgoing, outgoing).filter(
    ({ personId, state }) => personId === viewer.id && state !== 'sent',
  );
  const last = useRef(0);
  useEffect(() => {
    if (unsent.length < last.current) again();
    last.current = unsent.length;
  });
  const isHere = (draft: Draft): boolean =>
    !isEmpty(fieldsOf(draft)) &&
    !unsent.some(({ place }) => isAt(draft, place)) &&
    (receivedAt ?? 0) > settledAt(draft);
  const drafts = data?.drafts.filter(isHere) ?? [];
  if (drafts.length === 0) return null;
  return (
    <section className="drafts" aria-label="Not sent yet">
      <h2 className="threads-title">Begun and not sent</h2>
      <ul>
        {drafts.map(({ id, threadId, patientId, patient, subject, body, savedAt }) => (
          <li key={id}>
            <Link href={threadId ? `/messages/${threadId}?reply` : `/messages/new?patient=${patientId}`}>
              {subject || body.slice(0, 60) || 'No text yet'}
            </Link>{' '}
            <span className="small muted">
              {threadId ? 'reply' : 'new message'}
              {patient && ` about ${patient.name}`}, saved {instantWords(savedAt, viewer.organization.timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
