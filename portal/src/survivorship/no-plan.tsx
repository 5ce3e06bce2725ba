import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { begun, viewAddress } from '#portal/survivorship/plan-views.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { draftMutation } from '#portal/survivorship/plan.mutation.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { Note } from '#portal/ui/note.tsx';

/** No plan yet: why, and who can begin one. */
export function NoPlan({ patientId, again }: { patientId: string; again: () => void }): ReactElement {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const { change, busy, ...failure } = usePlanChange();
  const draft = async (): Promise<void> => {
    if (!(await change(draftMutation, { patientId }, 'The plan is drafted from the record'))) return;
    go(viewAddress(patientId, 'build'), { state: begun });
    again();
  };
  return (
    <Note title="There is no follow-up plan for this patient yet.">
      {viewer.role === 'ONCOLOGIST' || viewer.role === 'ONCOLOGY_NURSE' ? (
        <>
          <p className="prose">
            A draft is filled from the record: what was found, what is missing, and who does what by when. Nothing is
            sent until an oncologist has signed it.
          </p>
          <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => void draft()}>
            {busy ? 'Writing the draft' : 'Write a draft from the record'}
          </button>
          <ChangeProblem {...failure} />
        </>
      ) : (
        <p className="prose">
          Oncology writes one at the end of treatment, signs it and sends it; it then stands here and asks you for an
          answer. If treatment is over and you expect one, call the oncology team under “Whom to call” on the summary.
        </p>
      )}
    </Note>
  );
}
