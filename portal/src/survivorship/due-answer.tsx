import { useState, type ReactElement, type RefObject } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { toastUndo } from '#portal/app/undo-toast.tsx';
import {
  AnswerButtons,
  answered,
  AnswerWords,
  type Answer,
  type AnswerInWords,
} from '#portal/survivorship/answer-buttons.tsx';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import type { DueRow } from '#portal/survivorship/due.query.ts';
import { respondMutation, undoResponseMutation } from '#portal/survivorship/plan.mutation.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { undoFor } from '#portal/survivorship/use-until.ts';
import { askAbout, beginAskDraft } from '#portal/tasks/ask-draft.ts';

interface Answering {
  /** For the end of the row. */
  buttons: ReactElement | null;
  /** What needs the whole width, below the row. */
  below: ReactElement | null;
}

/**
 * What the reader can do about a line where it stands: answer it, where they are asked, or else ask somebody for it.
 * @param row on which the keyboard goes on
 */
export function useDueAnswer(line: DueRow, row: RefObject<HTMLTableRowElement | null>): Answering {
  const { change, busy, ...failure } = usePlanChange();
  const [open, setOpen] = useState<AnswerInWords | null>(null);
  const { id, patient, title, response, mayRespond } = line;
  if (!mayRespond) return { buttons: <AskSomebody line={line} />, below: null };

  const lines = { patientId: patient.id, lineIds: [id] };
  const respond = async (given: Answer, words: string | null): Promise<void> => {
    const next = nextLink(row.current);
    const said = `${answered[given]}: ${title}, ${patient.name}.`;
    if (!(await change(respondMutation, { input: { ...lines, response: given, words } }, said))) return;
    setOpen(null);
    toastUndo({
      name: `line ${id}`,
      words: said,
      span: undoFor,
      undone: 'Taken back. The line stands as it did before.',
      undo: async () =>
        (await change(undoResponseMutation, lines, `Taken back: ${title}`))
          ? null
          : 'It was not taken back. Open the plan to see where it stands.',
    });
    // A declined line leaves the list, and the button that was pressed is gone in any case.
    (given === 'DECLINED' ? next : linkOf(row.current))?.focus();
  };
  const failed = failure.refusal !== null || failure.problem !== null;
  return {
    buttons: (
      <AnswerButtons
        about={`${title}, ${patient.name}`}
        before={response}
        open={open}
        setOpen={setOpen}
        busy={busy}
        accept={() => void respond('ACCEPTED', null)}
      />
    ),
    below:
      open === null && !failed ? null : (
        <>
          {open !== null && (
            <AnswerWords key={open} kind={open} busy={busy} respond={(words) => void respond(open, words)} />
          )}
          <ChangeProblem {...failure} />
        </>
      ),
  };
}

const linkOf = (row: Element | null): HTMLElement | null => row?.querySelector<HTMLElement>('.due-link') ?? null;

/** Of the line after this one, or else before it, over all patients. */
function nextLink(row: HTMLTableRowElement | null): HTMLElement | null {
  const links = [...(row?.closest('table')?.querySelectorAll<HTMLElement>('.due-link') ?? [])];
  const at = links.findIndex((link) => link === linkOf(row));
  return links[at + 1] ?? links[at - 1] ?? null;
}

/** Leads to a task of somebody, with a day, for what the line asks for. */
function AskSomebody({ line: { id, patient, title } }: { line: DueRow }): ReactElement | null {
  const { viewer } = useSession();
  if (!viewer.scopes.includes('TASKS')) return null;
  return (
    <Link
      href={`/tasks/new?patient=${patient.id}&line=${id}`}
      className="button"
      aria-label={`Ask somebody for ${title}, ${patient.name}`}
      onClick={() => beginAskDraft(viewer.id, askAbout(patient.id, id), `Arrange: ${title}`.slice(0, 200))}
    >
      Ask somebody
    </Link>
  );
}
