import type { ReactElement } from 'react';
import { CloseCard } from '#portal/survivorship/builder/close-card.tsx';
import { NewVersionCard } from '#portal/survivorship/builder/new-version-card.tsx';
import { SendCard } from '#portal/survivorship/builder/send-card.tsx';
import type { ViewProps } from '#portal/survivorship/plan-part.tsx';

/** What oncology does with a version that no longer changes: send it, replace it, end its own follow-up. */
export function AfterSigning({ patient, plan, justSigned }: ViewProps & { justSigned: boolean }): ReactElement {
  const props = { patientId: patient.id, plan };
  return (
    <>
      {plan.state === 'SIGNED' && <SendCard {...props} atOnce={justSigned} />}
      <NewVersionCard {...props} />
      <CloseCard {...props} />
    </>
  );
}
