import { useRef, type ReactElement } from 'react';
import { useKeys } from '#portal/app/keys.ts';
import { useSession } from '#portal/app/session.ts';
import { moveToSign } from '#portal/survivorship/builder/move-to-sign.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { applies, isAdvice } from '#portal/survivorship/line-groups.ts';
import { signMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan, PlanLine } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { lineCount } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

interface Props {
  patientId: string;
  plan: Plan;
  correct: (lineId: string) => void;
}

/** Lines that stop a signature. */
export const ownerless = (lines: readonly PlanLine[]): PlanLine[] =>
  lines.filter((line) => line.owner === 'NOBODY' && applies(line) && !isAdvice(line));

/** What stands between a draft and a signature: lines without an owner, each with the way to it. */
export function SignCard({ patientId, plan, correct }: Props): ReactElement {
  const { viewer } = useSession();
  const { change, busy, ...failure } = usePlanChange();
  const dialog = useRef<HTMLDialogElement>(null);
  const { version, revision, ruleSetVersion, lines, missing, faults } = plan;
  const unconfirmed = lines.filter((line) => line.unconfirmed).length;
  const open = ownerless(lines);
  useKeys({ s: moveToSign });

  const sign = async (): Promise<void> => {
    dialog.current?.close();
    await change(signMutation, { input: { patientId, version, revision, ruleSetVersion } }, 'The plan is signed');
  };
  return (
    <div id="sign">
      <Card title="Sign it" tone={open.length > 0 ? 'danger' : 'accent'}>
        {open.length > 0 ? (
          <>
            <p>
              <strong>{lineCount(open.length)} without an owner: the plan cannot be signed until each has one.</strong>
            </p>
            <ul className="plan-open">
              {open.map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className="button" onClick={() => correct(id)}>
                    Choose an owner: {title}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : plan.maySign ? (
          <p>
            <button
              type="button"
              className="button button-primary"
              aria-disabled={busy}
              onClick={() => dialog.current?.showModal()}
            >
              Sign version {version}
            </button>
          </p>
        ) : (
          <p>Every line has an owner. An oncologist signs the plan.</p>
        )}
        <ChangeProblem {...failure} />
        <dialog ref={dialog} className="dialog" aria-labelledby="sign-title">
          <h2 id="sign-title">Sign version {version} of this plan?</h2>
          <p>
            {lineCount(lines.filter((line) => applies(line) && !isAdvice(line)).length)}, each with an owner.{' '}
            {missing.length > 0
              ? `${missing.length} ${missing.length === 1 ? 'fact stays' : 'facts stay'} “not recorded”. `
              : 'No fact is missing. '}
            {unconfirmed > 0 &&
              `The record does not tell whether ${lineCount(unconfirmed)} ${unconfirmed === 1 ? 'applies' : 'apply'}. `}
            A signed version cannot be changed; a correction is a new version.
          </p>
          {faults.length > 0 && (
            <>
              <p className="plan-fault">
                <strong>The record contradicts itself, and so may the plan:</strong>
              </p>
              <ul>
                {faults.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
          <form method="dialog" className="dialog-actions">
            <button type="button" className="button button-primary" autoFocus onClick={() => void sign()}>
              Sign as {viewer.name}
            </button>
            <button className="button">Not yet</button>
          </form>
        </dialog>
      </Card>
    </div>
  );
}
