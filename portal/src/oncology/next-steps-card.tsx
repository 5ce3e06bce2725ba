import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Oncology } from '#portal/oncology/oncology.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { planWords } from '#portal/ui/dates.ts';

const stepWords: Readonly<Record<string, string>> = {
  appointment: 'Appointment',
  referral: 'Referral',
  order: 'Ordered',
  plan: 'Planned',
};

export function NextStepsCard({ steps }: { steps: Oncology['nextSteps'] }): ReactElement {
  const zone = useTimeZone();
  return (
    <Card title="Next steps">
      {steps.length === 0 && <p className="muted">Not recorded.</p>}
      {steps.length > 0 && (
        <ul className="rows">
          {steps.map(({ id, text, due, at, owner, kind }) => (
            <li key={id}>
              <strong>{text}</strong>
              <span className="person-role">
                {planWords({ due, at }, Date.now(), zone) ?? 'No date yet'}
                {' · '}
                {owner ?? <strong className="nobody">Nobody named yet</strong>}
                {' · '}
                {stepWords[kind] ?? kind}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
