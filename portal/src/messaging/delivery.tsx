import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { deliveryMoment, deliveryRemarks, deliverySteps, deliveryWords } from '#portal/messaging/words.ts';
import type { Delivery } from '#portal/messaging/thread.query.ts';
import { instantWords } from '#portal/ui/dates.ts';

/** One shape for each step, so that the colour need not be seen: a dot that fills, a tick, a cross. */
const shapes: Record<Delivery['state'], string> = {
  STORED: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z',
  NOTIFIED: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM8 5.500v5M5.500 8h5',
  OPENED:
    'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  ANSWERED: 'M2.500 8.500l3.500 4 7.500-9',
  FAILED: 'M3 3l10 10M13 3 3 13',
};

/** What became of a message, recipient by recipient: where it stands at a glance, each step with its time on request. */
export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }): ReactElement | null {
  const zone = useTimeZone();
  if (deliveries.length === 0) return null;
  return (
    <ul className="deliveries" aria-label="Delivery">
      {deliveries.map((delivery) => {
        const { recipient, state, openedBy } = delivery;
        const moment = deliveryMoment(delivery);
        const remarks = deliveryRemarks(delivery);
        return (
          <li key={recipient.id}>
            <details>
              <summary className={`delivery delivery-${state.toLowerCase()}`}>
                <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
                  <path d={shapes[state]} fill="none" stroke="currentColor" strokeWidth="1.6" />
                </svg>
                <span>
                  {recipient.name}: <strong>{deliveryWords[state]}</strong>
                  {state === 'OPENED' && openedBy && ` by ${openedBy.name}`}
                  {moment && ` ${instantWords(moment, zone)}`}
                  {remarks.length > 0 && `. ${remarks.join(' ')}`}
                </span>
              </summary>
              <ol className="delivery-steps small">
                {deliverySteps(delivery).map(({ word, at, why }) => (
                  <li key={word} className={at ? undefined : 'muted'}>
                    {at ? `${word}, ${instantWords(at, zone)}` : `not ${word} yet`}
                    {why && `. ${why}`}
                  </li>
                ))}
              </ol>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
