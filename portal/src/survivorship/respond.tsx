import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { respondMutation, undoResponseMutation } from '#portal/survivorship/plan.mutation.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { lineAnchor } from '#portal/survivorship/plan-views.ts';
import { undoFor, useUntil } from '#portal/survivorship/use-until.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { dayWords } from '#portal/ui/dates.ts';

const answers = {
  DECLINED: {
    verb: 'Decline',
    label: 'Why you decline it',
    send: 'Decline this line',
    ready: ['Oncology does this', 'Done elsewhere already', 'Cannot be done here', 'The patient does not want it'],
  },
  ASKED: {
    verb: 'Ask',
    label: 'Your question to oncology',
    send: 'Send the question',
    ready: ['Please call me about this line', 'Who orders it?', 'Does it still apply?'],
  },
} as const;
type WithWords = keyof typeof answers;

const answered = { ACCEPTED: 'Accepted', DECLINED: 'Declined', ASKED: 'Asked', NONE: '' } as const;

/** Accept is one click; a decline and a question need words, ready ones or one's own. Each can be undone for 10 s. */
export function Respond({ patientId, line }: { patientId: string; line: PlanLine }): ReactElement {
  const zone = useTimeZone();
  const { change, busy, ...failure } = usePlanChange();
  const [open, setOpen] = useState<WithWords | null>(null);
  const [undoUntil, setUndoUntil] = useState(0);
  const mayUndo = useUntil(undoUntil);
  const { id, title, response, responseWords, respondedBy, respondedAt } = line;

  const respond = async (given: 'ACCEPTED' | WithWords, words: string | null): Promise<void> => {
    const input = { patientId, lineIds: [id], response: given, words };
    if (!(await change(respondMutation, { input }, `${answered[given]}: ${title}`))) return;
    setOpen(null);
    setUndoUntil(Date.now() + undoFor);
    // The button that was pressed is gone: keyboard and screen reader go on from the line.
    document.getElementById(lineAnchor(id))?.focus();
  };
  const undo = async (): Promise<void> => {
    if (await change(undoResponseMutation, { patientId, lineIds: [id] }, `Taken back: ${title}`)) setUndoUntil(0);
  };

  return (
    <>
      {response === 'NONE' ? (
        <div className="plan-respond">
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            aria-label={`Accept ${title}`}
            onClick={() => void respond('ACCEPTED', null)}
          >
            Accept
          </button>
          {(Object.keys(answers) as WithWords[]).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button"
              aria-expanded={open === kind}
              aria-label={kind === 'ASKED' ? `Ask about ${title}` : `Decline ${title}`}
              onClick={() => setOpen(open === kind ? null : kind)}
            >
              {answers[kind].verb}
            </button>
          ))}
        </div>
      ) : (
        <p className="plan-answer">
          <span>
            <strong>{answered[response]}</strong>
            {responseWords && <>: “{responseWords}”</>}
            <span className="plan-more">
              {respondedBy?.name}
              {respondedAt && `, ${dayWords(respondedAt, zone)}`}
            </span>
          </span>
          {mayUndo && (
            <button type="button" className="button" aria-disabled={busy} onClick={() => void undo()}>
              Undo
            </button>
          )}
        </p>
      )}
      {response === 'NONE' && open && (
        <Words key={open} kind={open} busy={busy} respond={(words) => void respond(open, words)} />
      )}
      <ChangeProblem {...failure} />
    </>
  );
}

function Words({
  kind,
  busy,
  respond,
}: {
  kind: WithWords;
  busy: boolean;
  respond: (words: string) => void;
}): ReactElement {
  const { label, send, ready } = answers[kind];
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
