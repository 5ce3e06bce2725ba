import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { factGroups } from '#portal/survivorship/builder/fact-groups.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { NotRecorded } from '#portal/ui/facts.tsx';

/** What the plan stands on: each fact with its source. "Not recorded" is not "none". */
export function FactsColumn({ facts }: { facts: Plan['facts'] }): ReactElement {
  const zone = useTimeZone();
  return (
    <Card title="Facts of the treatment">
      <dl className="plan-facts">
        {factGroups(facts, zone).map(({ title, facts: found }) => (
          <div key={title}>
            <dt>{title}</dt>
            {found.length === 0 && (
              <dd>
                <NotRecorded />
              </dd>
            )}
            {found.map(({ id, text, more, from }) => (
              <dd key={id}>
                {text}
                {more && <span className="plan-more">{more}</span>}
                <span className="plan-more">{from}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
