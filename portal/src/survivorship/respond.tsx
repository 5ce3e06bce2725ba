import { useState, type ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import {
  AnswerButtons,
  answered,
  AnswerWords,
  type Answer,
  type AnswerInWords,
} from '#portal/survivorship/answer-buttons.tsx';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { respondMutation, undoResponseMutation } from '#portal/survivorship/plan.mutation.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { lineAnchor } from '#portal/survivorship/plan-views.ts';
import { undoFor, useUntil } from '#portal/survivorship/use-until.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { dayWords } from '#portal/ui/dates.ts';

/** Accept is one click; a decline and a question need words, ready ones or one's own. Each can be undone for 10 s. */
export function Respond({ patientId, line }: { patientId: string; line: PlanLine }): ReactElement {
  const zone = useTimeZone();
  const { change, busy, ...failure } = usePlanChange();
  const [open, setOpen] = useState<AnswerInWords | null>(null);
  const [undoUntil, setUndoUntil] = useState(0);
  const mayUndo = useUntil(undoUntil);
  const { id, title, response, responseWords, respondedBy, respondedAt } = line;

  const respond = async (given: Answer, words: string | null): Promise<void> => {
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
        <AnswerButtons
          about={title}
          before={response}
          open={open}
          setOpen={setOpen}
          busy={busy}
          accept={() => void respond('ACCEPTED', null)}
        />
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
        <AnswerWords key={open} kind={open} busy={busy} respond={(words) => void respond(open, words)} />
      )}
      <ChangeProblem {...failure} />
    </>
  );
}
