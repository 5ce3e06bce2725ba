import { useState, type ReactElement } from 'react';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useSession } from '#portal/app/session.ts';
import { BuiltLines } from '#portal/survivorship/builder/built-lines.tsx';
import { FactsColumn } from '#portal/survivorship/builder/facts-column.tsx';
import { MissingFacts } from '#portal/survivorship/builder/missing-facts.tsx';
import { SignCard } from '#portal/survivorship/builder/sign-card.tsx';
import type { ViewProps } from '#portal/survivorship/plan-part.tsx';
import { ownOwner } from '#portal/survivorship/words.ts';
import { Note } from '#portal/ui/note.tsx';

const afterSigning = lazyPage<ViewProps & { justSigned: boolean }>(
  async () => (await import('#portal/survivorship/builder/after-signing.tsx')).AfterSigning,
  'what comes after the signature',
);

/** The oncologist's page: facts to the left, the plan to the right, what is missing first. */
export function PlanBuilder({ patient, plan }: ViewProps): ReactElement {
  const { viewer } = useSession();
  const [first] = useState(plan.state);
  const [editing, setEditing] = useState<string | null>(null);
  if (ownOwner(viewer.role) !== 'ONCOLOGY') {
    return (
      <Note title="Only the oncology team corrects and signs this plan.">
        <p className="prose">To have something changed, ask about its line on the page “Who does what”.</p>
      </Note>
    );
  }
  return (
    <div className="plan-builder">
      <div className="plan-main">
        {plan.mayEdit && (
          <MissingFacts
            patientId={patient.id}
            revision={plan.revision}
            missing={plan.missing}
            filledIn={plan.facts.filledIn}
          />
        )}
        {plan.state === 'DRAFT' ? (
          <SignCard patientId={patient.id} plan={plan} correct={setEditing} />
        ) : (
          <afterSigning.Page patient={patient} plan={plan} justSigned={first === 'DRAFT'} />
        )}
        <BuiltLines plan={plan} editing={editing} edit={setEditing} />
      </div>
      {/* After it in the order of reading: on a telephone what is missing comes first. */}
      <div className="plan-side">
        <FactsColumn facts={plan.facts} />
      </div>
    </div>
  );
}
