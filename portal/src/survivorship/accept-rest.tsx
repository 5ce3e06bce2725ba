import { useRef, useState, type ReactElement } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { respondMutation, undoResponseMutation } from '#portal/survivorship/plan.mutation.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { undoFor, useUntil } from '#portal/survivorship/use-until.ts';
import { lineCount } from '#portal/survivorship/words.ts';

interface Props {
  patientId: string;
  /** All lines that ask the reader for an answer. */
  lines: readonly PlanLine[];
}

/** What still waits for an answer, and one click that accepts it all; in sight for as long as the lines are. */
export function AcceptRest({ patientId, lines }: Props): ReactElement | null {
  const { change, busy, ...failure } = usePlanChange();
  const [accepted, setAccepted] = useState<{ lineIds: readonly string[]; until: number }>({ lineIds: [], until: 0 });
  const bar = useRef<HTMLDivElement>(null);
  const mayUndo = useUntil(accepted.until);
  const open = lines.filter(({ response }) => response === 'NONE').map(({ id }) => id);

  const accept = async (): Promise<void> => {
    const input = { patientId, lineIds: open, response: 'ACCEPTED' as const, words: null };
    if (!(await change(respondMutation, { input }, `Accepted: ${lineCount(open.length)}`))) return;
    setAccepted({ lineIds: open, until: Date.now() + undoFor });
    // The button that was pressed is gone: the keyboard goes on from here, before the undo.
    bar.current?.focus();
  };
  const undo = async (): Promise<void> => {
    const { lineIds } = accepted;
    if (
      await change(
        undoResponseMutation,
        { patientId, lineIds: [...lineIds] },
        `Taken back: ${lineCount(lineIds.length)}`,
      )
    )
      setAccepted({ lineIds: [], until: 0 });
  };

  if (open.length === 0 && !mayUndo) return null;
  return (
    <div ref={bar} className="plan-rest" tabIndex={-1}>
      {mayUndo ? (
        <>
          <p>
            <strong>{lineCount(accepted.lineIds.length)} accepted</strong>
          </p>
          <button type="button" className="button" aria-disabled={busy} onClick={() => void undo()}>
            Undo all
          </button>
        </>
      ) : (
        <>
          <p>
            <strong>{lineCount(open.length)} open</strong>
          </p>
          <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => void accept()}>
            Accept {open.length < lines.length ? 'the rest' : 'all'}
          </button>
        </>
      )}
      <ChangeProblem {...failure} />
    </div>
  );
}
