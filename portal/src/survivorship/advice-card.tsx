import type { ReactElement } from 'react';
import { applies, isAdvice } from '#portal/survivorship/line-groups.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { ruleWords } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

/** What a guideline advises against: not doing it is part of the plan. */
export function AdviceCard({ lines }: { lines: readonly PlanLine[] }): ReactElement | null {
  const advice = lines.filter((line) => isAdvice(line) && applies(line));
  if (advice.length === 0) return null;
  return (
    <Card title="Advised against">
      <ul className="rows">
        {advice.map(({ id, title, why, ruleSource }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span className="plan-more">{why}</span>
            <span className="plan-more">Rule: {ruleWords(ruleSource)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
