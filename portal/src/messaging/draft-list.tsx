import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { draftsQuery } from '#portal/messaging/compose.query.ts';
import { fieldsOf, isEmpty } from '#portal/messaging/draft-fields.ts';
import { instantWords } from '#portal/ui/dates.ts';

/** Messages that were begun and not sent: nothing when there are none. */
export function DraftList(): ReactElement | null {
  const { viewer } = useSession();
  const { data } = useKeptQuery(draftsQuery, {});
  const drafts = data?.drafts.filter((draft) => !isEmpty(fieldsOf(draft))) ?? [];
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
