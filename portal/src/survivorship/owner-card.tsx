import type { ReactElement } from 'react';
import { AcceptRest } from '#portal/survivorship/accept-rest.tsx';
import type { LineGroup } from '#portal/survivorship/line-groups.ts';
import { LineRow } from '#portal/survivorship/line-row.tsx';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { Respond } from '#portal/survivorship/respond.tsx';
import { lineCount, stateWords } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

const tones: Partial<Record<LineGroup['key'], 'accent' | 'danger'>> = { own: 'accent', nobody: 'danger' };

interface Props {
  group: LineGroup;
  patientId: string;
  mayRespond: boolean;
  /** All lines of the plan that ask for an answer. */
  asked: readonly PlanLine[];
}

/** What one owner does by when, each line with its answer. */
export function OwnerCard({ group, patientId, mayRespond, asked }: Props): ReactElement {
  const { key, title, lines } = group;
  return (
    <Card title={`${title}: ${countWords(group)}`} tone={tones[key] ?? 'plain'}>
      {key === 'nobody' && (
        <p className="plan-nobody">Nobody has taken these. They are not done until somebody does.</p>
      )}
      <ul className="rows">
        {lines.map((line) => (
          <LineRow key={line.id} line={line}>
            {((mayRespond && line.asksForResponse) || line.response !== 'NONE') && (
              <Respond patientId={patientId} line={line} />
            )}
          </LineRow>
        ))}
      </ul>
      {key === 'own' && mayRespond && <AcceptRest patientId={patientId} lines={asked} />}
    </Card>
  );
}

/** "9 lines, 2 overdue, 1 due" */
function countWords({ lines }: LineGroup): string {
  const parts = (['OVERDUE', 'DUE'] as const).flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count === 0 ? [] : [`${count} ${stateWords[state].word.toLowerCase()}`];
  });
  return [lineCount(lines.length), ...parts].join(', ');
}
