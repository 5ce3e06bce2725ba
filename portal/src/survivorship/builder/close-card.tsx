import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { closeMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { lineCount } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

/** Oncology ends its follow-up once primary care has answered each line; before that only with a reason and a name. */
export function CloseCard({ patientId, plan }: { patientId: string; plan: Plan }): ReactElement | null {
  const { change, busy, ...failure } = usePlanChange();
  const [reason, setReason] = useState('');
  const field = useId();
  if (!['SENT', 'RECEIVED', 'ACTIVE'].includes(plan.state)) return null;
  const complete = plan.state === 'ACTIVE';
  const { open, asked, declined } = plan.handshake;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = { patientId, override: !complete, reason: complete ? null : reason.trim() };
    void change(closeMutation, { input }, 'Oncology’s follow-up is closed');
  };
  return (
    <Card title="End oncology’s follow-up">
      <form className="plan-close" onSubmit={submit}>
        <p className="prose">
          {complete
            ? 'Primary care has taken on each of its lines.'
            : `The hand-over is not done: ${lineCount(open + asked + declined)} not taken on. Closing now needs a reason; it stands on the plan with your name and the day.`}
        </p>
        {!complete && (
          <div className="field">
            <label htmlFor={field}>Why you close it without the hand-over</label>
            <input
              id={field}
              className="input"
              autoComplete="off"
              maxLength={300}
              required
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
        )}
        <p>
          <button className="button" aria-disabled={busy}>
            End oncology’s follow-up
          </button>
        </p>
        <ChangeProblem {...failure} />
      </form>
    </Card>
  );
}
