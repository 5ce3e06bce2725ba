import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { answerQuestion, askAboutTask, cancelTask, completeTask, declineTask } from '#portal/tasks/task.query.ts';
import type { Answering } from '#portal/tasks/use-answer.ts';

/** What may be said in words: the button that opens the field, the field, and what it says once done. */
export const spoken = {
  decline: { opens: 'Decline', verb: 'Decline', label: 'Why do you decline?', done: 'Declined', mutation: declineTask },
  ask: { opens: 'Ask', verb: 'Ask', label: 'What do you ask?', done: 'Asked', mutation: askAboutTask },
  note: { opens: 'Done with a note', verb: 'Done', label: 'What was done?', done: 'Done', mutation: completeTask },
  reply: { opens: 'Answer', verb: 'Answer', label: 'Your answer', done: 'Answered', mutation: answerQuestion },
  cancel: {
    opens: 'Withdraw',
    verb: 'Withdraw',
    label: 'Why do you withdraw it?',
    done: 'Withdrawn',
    mutation: cancelTask,
  },
} as const;
export type Spoken = keyof typeof spoken;

/** Reasons that are given most often: one more click instead of typing. */
const reasons: Partial<Record<Spoken, readonly string[]>> = {
  decline: ['Not for us to do', 'Done already', 'Not possible by this day'],
  cancel: ['Done already', 'No longer needed'],
};

interface Props {
  kind: Spoken;
  answering: Answering;
  close: () => void;
}

export function TaskWords({ kind, answering, close }: Props): ReactElement {
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
