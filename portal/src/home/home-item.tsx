import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useTimeZone } from '#portal/app/session.ts';
import type { HomeItem } from '#portal/home/home.query.ts';
import { TaskRow } from '#portal/tasks/task-row.tsx';
import { dayWords, instantWords } from '#portal/ui/dates.ts';
import { StatusTag } from '#portal/ui/status-tag.tsx';

/** Where an entry that is no task leads: to the conversation, or to the part of the record that changed. */
function addressOf({ kind, patient, threadId }: HomeItem): string {
  if (threadId) return `/messages/${threadId}`;
  const part = { RESULTS: '/tests', DOCUMENTS: '/documents' }[kind as string] ?? '';
  return `/patients/${patient?.id}${part}`;
}

export function HomeItemRow({ item, changed }: { item: HomeItem; changed: () => void }): ReactElement {
  const zone = useTimeZone();
  if (item.task) return <TaskRow task={item.task} changed={changed} />;
  return (
    <article className="task">
      <p className="task-facts">
        <Link href={addressOf(item)} className="home-link task-patient">
          {item.patient?.name ?? item.title}
        </Link>
        <strong>{item.kind === 'MESSAGE' ? `New message: ${item.title}` : item.title}</strong>
        {item.urgent && <StatusTag words="urgent" tone="late" />}
        <time className="muted" dateTime={item.at} title={instantWords(item.at, zone)}>
          {dayWords(item.at, zone)}
        </time>
      </p>
      {item.detail && <p className="home-detail">{item.detail}</p>}
    </article>
  );
}
