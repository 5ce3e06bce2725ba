import type { ReactElement } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { draftMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { Card } from '#portal/ui/card.tsx';

/** A signed version does not change: a correction is a draft of the next one. */
export function NewVersionCard({ patientId, plan }: { patientId: string; plan: Plan }): ReactElement {
  const { change, busy, ...failure } = usePlanChange();
  return (
    <Card title="Change it">
      <p className="prose">
        {plan.rulesChanged && 'Newer rules are in use than those of this version. '}A new version begins as a draft,
        filled from the record of today. This one holds until the new one is signed; what differs stands under
        “Versions”.
      </p>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => void change(draftMutation, { patientId }, 'A new version is drafted')}
        >
          Draft a new version
        </button>
      </p>
      <ChangeProblem {...failure} />
    </Card>
  );
}
