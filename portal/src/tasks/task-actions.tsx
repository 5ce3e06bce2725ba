import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import {
  acceptTask,
  answerQuestion,
  askAboutTask,
  cancelTask,
  completeTask,
  declineTask,
  type Task,
} from '#portal/tasks/task.query.ts';
import { useAnswer, type Answering } from '#portal/tasks/use-answer.ts';

/** What may be said in words: which field it opens, and what it says once done. */
const spoken = {
  decline: { verb: 'Decline', label: 'Why do you decline?', done: 'Declined', mutation: declineTask },
  ask: { verb: 'Ask', label: 'What do you ask?', done: 'Asked', mutation: askAboutTask },
  reply: { verb: 'Answer', label: 'Your answer', done: 'Answered', mutation: answerQuestion },
  cancel: { verb: 'Withdraw', label: 'Why do you withdraw it?', done: 'Withdrawn', mutation: cancelTask },
} as const;
type Spoken = keyof typeof spoken;

/** Reasons that are given most often: one more click instead of typing. */
const reasons: Partial<Record<Spoken, readonly string[]>> = {
  decline: ['Not for us to do', 'Done already', 'Not possible by this day'],
  cancel: ['Done already', 'No longer needed'],
};

interface Props {
  task: Task;
  changed: () => void;
}

export function TaskActions({ task, changed }: Props): ReactElement | null {
  const answering = useAnswer(task, changed);
  const [open, setOpen] = useState<Spoken | null>(null);
  const { busy, refusal, answer } = answering;
  if (!task.mayRespond && !task.mayDirect) return null;
  const speaks = (kind: Spoken): ReactElement => (
    <button
      type="button"
      className="button"
      aria-expanded={open === kind}
      onClick={() => setOpen(open === kind ? null : kind)}
    >
      {spoken[kind].verb}
    </button>
  );
  return (
    <div className="task-actions">
      <div className="task-buttons" role="group" aria-label={`Answer: ${task.title}`}>
        {task.mayRespond && task.status === 'REQUESTED' && (
          <button
            type="button"
            className="button button-primary"
            aria-disabled={busy}
            onClick={() => void answer(acceptTask, 'Accepted', {})}
          >
            Accept
          </button>
        )}
        {task.mayRespond && task.status !== 'REQUESTED' && (
          <button
            type="button"
            className="button button-primary"
            aria-disabled={busy}
            onClick={() => void answer(completeTask, 'Done', { words: null })}
          >
            Done
          </button>
        )}
        {task.mayRespond && speaks('decline')}
        {task.mayRespond && task.question === null && speaks('ask')}
        {task.mayDirect && task.question !== null && speaks('reply')}
        {task.mayDirect && speaks('cancel')}
      </div>
      {open && <Words key={open} kind={open} answering={answering} close={() => setOpen(null)} />}
      {refusal && (
        <p className="task-refusal" role="alert">
          <strong>Not saved.</strong> {refusal}
        </p>
      )}
    </div>
  );
}

function Words({ kind, answering, close }: { kind: Spoken; answering: Answering; close: () => void }): ReactElement {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { verb, label, done, mutation } = spoken[kind];
  useEffect(() => field.current?.focus(), []);
  const say = async (words: string): Promise<void> => {
    if (await answering.answer(mutation, done, { words })) close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void say(text);
  };
  return (
    <form className="task-words" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          ref={field}
          className="input"
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="task-buttons">
        <button className="button button-primary" aria-disabled={answering.busy}>
          {verb}
        </button>
        {reasons[kind]?.map((reason) => (
          <button key={reason} type="button" className="button" onClick={() => void say(reason)}>
            {reason}
          </button>
        ))}
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
