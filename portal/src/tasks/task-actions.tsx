import { useState, type ReactElement } from 'react';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import type { ReassignProps } from '#portal/tasks/reassign-form.tsx';
import { TaskWords, spoken, type Spoken } from '#portal/tasks/task-words.tsx';
import { acceptTask, completeTask, startTask, type Task } from '#portal/tasks/task.query.ts';
import { useAnswer } from '#portal/tasks/use-answer.ts';

const Reassign = lazyPage<ReassignProps>(
  async () => (await import('#portal/tasks/reassign-form.tsx')).ReassignForm,
  'who may be asked',
).Page;

interface Props {
  task: Task;
  changed: () => void;
}

/** What may be done about a task: the likeliest in one click, what is rare behind "More". */
export function TaskActions({ task, changed }: Props): ReactElement | null {
  const answering = useAnswer(task, changed);
  const [open, setOpen] = useState<Spoken | 'reassign' | null>(null);
  const [more, setMore] = useState(false);
  const { busy, refusal, answer } = answering;
  const { mayRespond, mayDirect, status, question, patient } = task;
  if (!mayRespond && !mayDirect) return null;
  const close = (): void => setOpen(null);
  const opens = (what: Spoken | 'reassign', words: string): ReactElement => (
    <button
      key={what}
      type="button"
      className="button"
      aria-expanded={open === what}
      onClick={() => setOpen(open === what ? null : what)}
    >
      {words}
    </button>
  );
  const speaks = (kind: Spoken): ReactElement => opens(kind, spoken[kind].opens);
  const proposed = status === 'REQUESTED';
  const handsOn = patient && opens('reassign', 'Hand on');
  return (
    <div className="task-actions">
      <div className="task-buttons" role="group" aria-label={`Answer: ${task.title}`}>
        {mayRespond && (
          <button
            type="button"
            className="button button-primary"
            aria-disabled={busy}
            onClick={() =>
              void (proposed ? answer(acceptTask, 'Accepted', {}) : answer(completeTask, 'Done', { words: null }))
            }
          >
            {proposed ? 'Accept' : 'Done'}
          </button>
        )}
        {mayRespond && status === 'ACCEPTED' && (
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => void answer(startTask, 'Begun', {})}
          >
            Start
          </button>
        )}
        {mayRespond && proposed && speaks('decline')}
        {mayRespond && question === null && speaks('ask')}
        {mayDirect && question !== null && speaks('reply')}
        {mayDirect && !mayRespond && (
          <>
            {handsOn}
            {speaks('cancel')}
          </>
        )}
        {mayRespond && (
          <button type="button" className="button" aria-expanded={more} onClick={() => setMore(!more)}>
            More
          </button>
        )}
        {mayRespond && more && (
          <>
            {speaks('note')}
            {!proposed && speaks('decline')}
            {handsOn}
            {mayDirect && speaks('cancel')}
          </>
        )}
      </div>
      {open === 'reassign' && patient && (
        <Reassign task={task} patientId={patient.id} answering={answering} close={close} />
      )}
      {open && open !== 'reassign' && <TaskWords key={open} kind={open} answering={answering} close={close} />}
      {refusal && (
        <p className="task-refusal" role="alert">
          <strong>Not saved.</strong> {refusal}
        </p>
      )}
    </div>
  );
}
