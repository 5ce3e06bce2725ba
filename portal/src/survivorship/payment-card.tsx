import type { ReactElement } from 'react';
import type { PaymentCandidate } from '#portal/survivorship/plan.query.ts';
import { ruleWords } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

/** Services that this plan may be evidence for. Names of services only; whether they are billed is the practice's word. */
export function PaymentCard({ payments }: { payments: readonly PaymentCandidate[] }): ReactElement | null {
  if (payments.length === 0) return null;
  return (
    <Card
      title="May be paid for"
      foot="Facts to check with your billing service, not advice. Portage names services and ships no CPT text."
    >
      <ul className="rows">
        {payments.map(({ service, codes, evidence, conflicts, source }) => (
          <li key={service}>
            <strong>
              {service}
              {codes.length > 0 && ` (${codes.join(', ')})`}
            </strong>
            <span className="plan-more">
              In this plan:{' '}
              {evidence.length > 3
                ? `${evidence.slice(0, 3).join('; ')} and ${evidence.length - 3} more`
                : evidence.join('; ')}
            </span>
            {conflicts.map((conflict) => (
              <span key={conflict} className="plan-more">
                {conflict}
              </span>
            ))}
            <span className="plan-more">{ruleWords(source)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
