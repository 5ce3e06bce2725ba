import type { ReactElement } from 'react';
import { useKeys } from '#portal/app/keys.ts';
import { useSession } from '#portal/app/session.ts';
import { CallCard } from '#portal/oncology/call-card.tsx';
import { whomToCall } from '#portal/patient/whom-to-call.ts';
import { AdviceCard } from '#portal/survivorship/advice-card.tsx';
import { applies, byUrgency, groupLines, isAdvice } from '#portal/survivorship/line-groups.ts';
import { moveToLine } from '#portal/survivorship/move-to-line.ts';
import { OwnerCard } from '#portal/survivorship/owner-card.tsx';
import { PaymentCard } from '#portal/survivorship/payment-card.tsx';
import { RedFlags } from '#portal/survivorship/red-flags.tsx';
import type { ViewProps } from '#portal/survivorship/plan-part.tsx';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { lineCount } from '#portal/survivorship/words.ts';
import '#portal/documents/documents.css';

/** Who does what by when, what to watch for, whom to call: all that a physician needs of a plan in ten minutes. */
export function PageOne({ patient, plan }: ViewProps): ReactElement {
  const { viewer } = useSession();
  useKeys({ j: () => moveToLine(1), k: () => moveToLine(-1) });
  const groups = groupLines(plan.lines, viewer.role);
  const asked = plan.lines.filter(({ asksForResponse }) => asksForResponse);
  const card = (group: (typeof groups)[number]): ReactElement => (
    <OwnerCard key={group.key} group={group} patientId={patient.id} mayRespond={plan.mayRespond} asked={asked} />
  );
  return (
    <div className="plan-page">
      <div className="plan-own">{groups.filter(({ key }) => key === 'own').map(card)}</div>
      {/* Second in the order of reading: on a telephone it stands before what others do, on a wide page beside it. */}
      <div className="plan-side">
        {patient.oncology && <RedFlags flags={patient.oncology.redFlags} lines={plan.lines} />}
        <CallCard contacts={whomToCall(patient)} />
        <AdviceCard lines={plan.lines} />
        <PaymentCard payments={plan.payments} />
      </div>
      <div className="plan-others">
        {groups.filter(({ key }) => key !== 'own').map(card)}
        <NotForThisPatient lines={plan.lines} />
      </div>
    </div>
  );
}

function NotForThisPatient({ lines }: { lines: readonly PlanLine[] }): ReactElement | null {
  const others = lines.filter((line) => !applies(line) && !isAdvice(line)).toSorted(byUrgency);
  if (others.length === 0) return null;
  return (
    <details className="fold">
      <summary>Looked at and does not apply: {lineCount(others.length)}</summary>
      <ul className="rows">
        {others.map(({ id, title, reason }) => (
          <li key={id}>
            {title}
            <span className="plan-more">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
