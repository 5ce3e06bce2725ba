import { useId, useState, type FormEvent, type ReactElement } from 'react';

export type Answer = 'ACCEPTED' | 'DECLINED' | 'ASKED';
export type AnswerInWords = Exclude<Answer, 'ACCEPTED'>;

export const answered = { ACCEPTED: 'Accepted', DECLINED: 'Declined', ASKED: 'Asked', NONE: '' } as const;

const inWords = {
  DECLINED: {
    label: 'Why you decline it',
    send: 'Decline this line',
    ready: ['Oncology does this', 'Done elsewhere already', 'Cannot be done here', 'The patient does not want it'],
  },
  ASKED: {
    label: 'Your question to oncology',
    send: 'Send the question',
    ready: ['Please call me about this line', 'Who orders it?', 'Does it still apply?'],
  },
} as const;

interface ButtonsProps {
  /** Of what the reader answers, for whoever hears the buttons out of their place. */
  about: string;
  /** What was answered before: that is no button. */
  before: Answer | 'NONE';
  open: AnswerInWords | null;
  setOpen: (open: AnswerInWords | null) => void;
  busy: boolean;
  accept: () => void;
}

/** Accept is one click; a decline and a question ask for words first. */
export function AnswerButtons({ about, before, open, setOpen, busy, accept }: ButtonsProps): ReactElement {
  const toggle = (kind: AnswerInWords, verb: string, label: string): ReactElement => (
    <button
      type="button"
      className="button"
      aria-expanded={open === kind}
      aria-label={label}
      onClick={() => setOpen(open === kind ? null : kind)}
    >
      {verb}
    </button>
  );
  return (
    <div className="plan-respond">
      {before !== 'ACCEPTED' && (
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          aria-label={`Accept ${about}`}
          onClick={() => accept()}
        >
          Accept
        </button>
      )}
      {before === 'ACCEPTED'
        ? toggle('DECLINED', 'Hand back', `Hand back ${about}`)
        : toggle('DECLINED', 'Decline', `Decline ${about}`)}
      {before !== 'ASKED' && toggle('ASKED', 'Ask', `Ask about ${about}`)}
    </div>
  );
}

interface WordsProps {
  kind: AnswerInWords;
  busy: boolean;
  respond: (words: string) => void;
}

/** Ready words, or one's own. */
export function AnswerWords({ kind, busy, respond }: WordsProps): ReactElement {
  const { label, send, ready } = inWords[kind];
  const [words, setWords] = useState('');
  const field = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim()) respond(words.trim());
  };
  return (
    <form className="plan-words" onSubmit={submit}>
      <div className="plan-ready" role="group" aria-label={label}>
        {ready.map((text) => (
          <button key={text} type="button" className="button" aria-disabled={busy} onClick={() => respond(text)}>
            {text}
          </button>
        ))}
      </div>
      <div className="field">
        <label htmlFor={field}>{label}, in your own words</label>
        <input
          id={field}
          className="input"
          autoComplete="off"
          maxLength={500}
          required
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <button className="button button-primary" aria-disabled={busy}>
        {send}
      </button>
    </form>
  );
}
