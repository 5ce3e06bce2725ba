import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { threadsQuery } from '#portal/messaging/inbox.query.ts';
import { intentWords } from '#portal/messaging/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { dayWords } from '#portal/ui/dates.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

const shown = 4;

/** What is being written about this patient, and the way to write. */
export function MessagesCard({ patientId }: { patientId: string }): ReactElement {
  const { viewer } = useSession();
  const { data, loading, problems, again } = useKeptQuery(threadsQuery, {
    filter: { patientId },
    first: shown,
    after: null,
  });
  const [problem] = problems;
  const threads = data?.threads.edges.map(({ node }) => node) ?? [];
  return (
    <Card title="Messages">
      {!data && loading && <p className="muted loading-words">Loading messages.</p>}
      {!data && problem && !loading && <ProblemNote problem={problem} what="the messages" again={again} />}
      {data && threads.length === 0 && <p className="muted">Nothing has been written about this patient yet.</p>}
      {threads.length > 0 && (
        <ul className="rows">
          {threads.map(({ id, subject, unreadCount, priority, intent, lastMessageAt, lastSender }) => (
            <li key={id}>
              <Link href={`/messages/${id}`} className={unreadCount > 0 ? 'card-unread' : undefined}>
                {subject}
              </Link>
              <span className="thread-marks small">
                {unreadCount > 0 && <strong className="unread">{unreadCount} new</strong>}
                {priority === 'URGENT' && <strong className="urgent">Urgent</strong>}
                <span className="muted">
                  {intentWords[intent]}
                  {lastSender && `, ${lastSender.name}`}, {dayWords(lastMessageAt, viewer.organization.timeZone)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {data?.threads.pageInfo.hasNextPage && (
        <Link href={`/messages?patient=${patientId}`}>All messages about this patient</Link>
      )}
      <Link href={`/messages/new?patient=${patientId}`} className="button">
        Write about this patient
      </Link>
    </Card>
  );
}
