import type { ReactElement } from 'react';
import type { Oncology } from '#portal/oncology/oncology.query.ts';
import { RedFlagCard } from '#portal/oncology/red-flag-card.tsx';
import { signsOfReturn } from '#portal/survivorship/line-groups.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { Card } from '#portal/ui/card.tsx';

interface Props {
  flags: Oncology['redFlags'];
  lines: readonly PlanLine[];
}

/** The flags of the record, and the signs that the plan has the patient call about. */
export function RedFlags({ flags, lines }: Props): ReactElement {
  const signs = signsOfReturn(lines);
  if (signs.length === 0) return <RedFlagCard flags={flags} />;
  return (
    <>
      {flags.length > 0 && <RedFlagCard flags={flags} />}
      <Card title={flags.length > 0 ? 'Signs of a return' : 'Red flags'}>
        <ul className="rows">
          {signs.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <p className="small muted">
          The patient has been asked to. {flags.length === 0 && 'Nothing beyond that is recorded: call if in doubt.'}
        </p>
      </Card>
    </>
  );
}
