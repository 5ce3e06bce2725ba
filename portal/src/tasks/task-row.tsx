import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession, useTimeZone } from '#portal/app/session.ts';
import { TaskActions } from '#portal/tasks/task-actions.tsx';
import type { Task } from '#portal/tasks/task.query.ts';
import { eventWords, isOpen, ownerWords, taskStatusWords } from '#portal/tasks/words.ts';
import { dateWords, dueWords, isoDay } from '#portal/ui/dates.ts';
import { StatusTag, type StatusTone } from '#portal/ui/status-tag.tsx';
import '#portal/tasks/tasks.css';

const toneOf = ({ status, overdue }: Task): StatusTone => {
  if (overdue) return 'late';
  if (status === 'COMPLETED') return 'done';
  return isOpen({ status }) ? 'open' : 'closed';
};

interface Props {
  task: Task;
  changed: () => void;
  /** On the patient's own page the patient is not named again. */
  withPatient?: boolean;
}

/** Verb, patient, due day, requester, and what may be done about it. */
export function TaskRow({ task, changed, withPatient = true }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const due = dueWords(task.dueOn, now, zone);
  const last = task.history.at(-1);
  const forOther = task.mayRespond && task.owner.person && task.owner.person.id !== viewer.id;
  return (
    <article className="task">
      <div className="task-head">
        <h3 className="task-title">{task.title}</h3>
        <StatusTag
          words={task.overdue ? `overdue, ${taskStatusWords[task.status]}` : taskStatusWords[task.status]}
          tone={toneOf(task)}
        />
        {task.priority === 'URGENT' && <StatusTag words="urgent" tone="late" />}
      </div>
      <p className="task-facts">
        {withPatient && task.patient && (
          <Link href={`/patients/${task.patient.id}`} className="task-patient">
            {task.patient.name}
          </Link>
        )}
        <span>
          due{' '}
          <time dateTime={task.dueOn} title={dateWords(task.dueOn)}>
            {due}
          </time>
          <span className="muted"> ({dateWords(task.dueOn)})</span>
        </span>
        <span>
          {task.mayRespond
            ? `asked by ${task.requester ? [task.requester.name, task.requester.organization?.name].filter(Boolean).join(', ') : 'Portage'}`
            : `for ${ownerWords(task)}`}
          {task.status === 'REQUESTED' &&
            `, ${task.mayRespond ? '' : 'asked '}${dueWords(isoDay(task.createdAt, zone), now, zone)}`}
        </span>
        {forOther && <span className="task-behalf">on behalf of {task.owner.person?.name}</span>}
      </p>
      {task.detail && <p className="prose">{task.detail}</p>}
      {task.question && (
        <p>
          <strong>Question:</strong> {task.question} <WriteAboutIt task={task} />
        </p>
      )}
      {last && last.kind !== 'REQUESTED' && last.kind !== 'ASKED' && <p className="small muted">{eventWords(last)}</p>}
      <TaskActions task={task} changed={changed} />
    </article>
  );
}

/** A question that needs more than a line: the same, as a message to who asked for the task. */
function WriteAboutIt({ task }: { task: Task }): ReactElement | null {
  const { viewer } = useSession();
  const { id, mayRespond, patient, requester } = task;
  if (!mayRespond || !patient || !requester || !viewer.scopes.includes('MESSAGES') || requester.id === viewer.id)
    return null;
  const address = new URLSearchParams({ patient: patient.id, to: requester.id, intent: 'ASK', task: id });
  return <Link href={`/messages/new?${address.toString()}`}>Write to {requester.name} about it</Link>;
}
