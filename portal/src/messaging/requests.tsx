import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { requestWords, taskWords } from '#portal/messaging/words.ts';
import type { Request } from '#portal/messaging/thread.query.ts';
import { dateWords, dueWords } from '#portal/ui/dates.ts';
import { Tel } from '#portal/ui/tel.tsx';

/** What a message asks of somebody: who, what, by when, and how far it has come. */
export function Requests({ requests }: { requests: readonly Request[] }): ReactElement | null {
  const zone = useTimeZone();
  if (requests.length === 0) return null;
  return (
    <ul className="quotes" aria-label="What is asked">
      {requests.map(({ kind, title, owner, dueOn, fallbackTelephone, task }) => (
        <li key={`${kind} ${title}`} className="quote request">
          <span className="small muted">{requestWords[kind]}</span>
          <span>
            <strong>{title}</strong>: {owner.name}, by {dateWords(dueOn)} ({dueWords(dueOn, Date.now(), zone)})
          </span>
          <span className={task?.overdue ? 'urgent-line' : undefined}>
            {task ? taskWords(task) : 'Becomes a task as soon as the message can no longer be taken back.'}
          </span>
          {fallbackTelephone && (
            <span className="request-call">
              If it cannot be done, call <Tel number={fallbackTelephone} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
