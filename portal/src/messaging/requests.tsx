import type { ReactElement } from 'react';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useTimeZone } from '#portal/app/session.ts';
import { requestWords, taskWords } from '#portal/messaging/words.ts';
import type { AnswerProps } from '#portal/messaging/request-answer.tsx';
import type { Request } from '#portal/messaging/thread.query.ts';
import { dateWords, dueWords } from '#portal/ui/dates.ts';
import { Tel } from '#portal/ui/tel.tsx';

const Answer = lazyPage<AnswerProps>(
  async () => (await import('#portal/messaging/request-answer.tsx')).RequestAnswer,
  'how to answer',
).Page;

const settled: readonly string[] = ['COMPLETED', 'REJECTED', 'CANCELLED'];

interface Props {
  requests: readonly Request[];
  patientId: string | null;
}

/** What a message asks of somebody: who, what, by when, and how far it has come; answered where it is read. */
export function Requests({ requests, patientId }: Props): ReactElement | null {
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
          {task && patientId && !settled.includes(task.status) && <Answer taskId={task.id} patientId={patientId} />}
        </li>
      ))}
    </ul>
  );
}
