import type { ReactElement } from 'react';
import type { Oncology } from '#portal/oncology/oncology.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { dateWords } from '#portal/ui/dates.ts';
import { Icon } from '#portal/ui/icon.tsx';
import { WithNumbers } from '#portal/ui/tel.tsx';

export function RedFlagCard({ flags }: { flags: Oncology['redFlags'] }): ReactElement {
  if (flags.length === 0) {
    return (
      <Card title="Red flags">
        <p className="muted">Not recorded. This does not mean that there are none: call if in doubt.</p>
      </Card>
    );
  }
  return (
    <Card title="Red flags" tone="danger">
      <ul className="rows">
        {flags.map(({ id, text, since }) => (
          <li key={id} className="red-flag">
            <Icon shape="flag" />
            <span>
              <WithNumbers text={text} />
              {since && <span className="red-flag-since">Since {dateWords(since)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
