import { useEffect, useRef, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { useSession } from '#portal/app/session.ts';
import type { ThreadRow } from '#portal/messaging/inbox.query.ts';
import { aboutWords, intentWords, listWords } from '#portal/messaging/words.ts';
import { instantWords } from '#portal/ui/dates.ts';

interface Props {
  rows: readonly ThreadRow[];
  markRead: (row: ThreadRow) => void;
}

/** What was not read yet stands first; j, k, r and e walk over both parts. */
export function ThreadList({ rows, markRead }: Props): ReactElement {
  const [, go] = useLocation();
  const lists = useRef<HTMLDivElement>(null);
  const links = (): HTMLAnchorElement[] => [
    ...(lists.current?.querySelectorAll<HTMLAnchorElement>('.thread-subject') ?? []),
  ];
  const move = (step: 1 | -1): void => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLAnchorElement);
    all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  const chosen = (): ThreadRow | undefined =>
    rows.find(({ id }) => id === (document.activeElement as HTMLElement | null)?.dataset.thread);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    r: () => {
      const row = chosen();
      if (row) go(`/messages/${row.id}?reply`);
    },
    e: () => {
      const row = chosen();
      if (row && row.unreadCount > 0) markRead(row);
    },
  });

  // A click anywhere in a row opens it, as long as no text is being selected. The link in the row is the way for keys.
  useEffect(() => {
    const list = lists.current;
    const openRow = ({ target }: Event): void => {
      if (!(target instanceof Element) || target.closest('a') || getSelection()?.toString()) return;
      target.closest('.thread')?.querySelector<HTMLAnchorElement>('.thread-subject')?.click();
    };
    list?.addEventListener('click', openRow);
    return () => list?.removeEventListener('click', openRow);
  }, []);

  const unread = rows.filter(({ unreadCount }) => unreadCount > 0);
  const read = rows.filter(({ unreadCount }) => unreadCount === 0);
  return (
    <div className="threads" ref={lists}>
      {unread.length > 0 && <Part title="Not read yet" rows={unread} />}
      {read.length > 0 && <Part title={unread.length > 0 ? 'Read' : 'All read'} rows={read} />}
    </div>
  );
}

function Part({ title, rows }: { title: string; rows: readonly ThreadRow[] }): ReactElement {
  return (
    <section aria-label={title}>
      <h2 className="threads-title">{title}</h2>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { row: ThreadRow }): ReactElement {
  const { viewer } = useSession();
  const { id, subject, intent, priority, state, unreadCount, lastMessageAt, preview, patient, lastSender } = row;
  const reader = row.onBehalfOf?.id ?? viewer.id;
  const others = row.participants.filter(({ person }) => person.id !== reader).map(({ person }) => person.name);
  return (
    <li className={unreadCount > 0 ? 'thread thread-unread' : 'thread'}>
      <p className="thread-patient">
        {patient ? (
          <>
            <strong>{patient.name}</strong> <span className="small muted figures">{aboutWords(patient)}</span>
          </>
        ) : (
          <span className="muted">Patient not shown to you</span>
        )}
      </p>
      <p className="thread-words">
        <Link href={`/messages/${id}`} className="thread-subject" data-thread={id}>
          {subject}
        </Link>
        <span className="small muted thread-preview">
          {lastSender && `${lastSender.id === viewer.id ? 'You' : lastSender.name}: `}
          {preview}
        </span>
      </p>
      <p className="thread-marks small">
        {unreadCount > 0 && <strong className="unread">{unreadCount} new</strong>}
        {priority === 'URGENT' && <strong className="urgent">Urgent</strong>}
        <span>{intentWords[intent]}</span>
        {state === 'CLOSED' && <span>Closed</span>}
        {row.onBehalfOf && <strong className="behalf">On behalf of {row.onBehalfOf.name}</strong>}
      </p>
      <p className="thread-when small muted">
        <span className="figures nowrap">{instantWords(lastMessageAt, viewer.organization.timeZone)}</span>
        <span>{others.length > 0 ? `with ${listWords(others)}` : 'nobody else takes part'}</span>
      </p>
    </li>
  );
}
