import type { ReactElement } from 'react';
import type { Contact } from '#portal/oncology/oncology.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { Tel } from '#portal/ui/tel.tsx';

export function CallCard({ contacts }: { contacts: readonly Contact[] }): ReactElement {
  if (contacts.length === 0) {
    return (
      <Card title="Whom to call">
        <p className="muted">
          No number has been sent. Call the switchboard of the cancer centre that treats this patient.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Whom to call" tone="accent">
      <ul className="rows">
        {contacts.map(({ name, role, organization, telephone, aroundTheClock }) => (
          <li key={name + telephone} className="person">
            <span>
              <strong>{name}</strong>
              <span className="person-role">
                {[aroundTheClock && 'Day and night, 24/7', role !== name && role, organization]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            <Tel number={telephone} who={name} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
