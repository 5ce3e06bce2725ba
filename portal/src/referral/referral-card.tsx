import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { Sources } from '#portal/patient/sources.tsx';
import type { Referrals } from '#portal/referral/referral.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { dayWords, planWords } from '#portal/ui/dates.ts';
import { NotRecorded } from '#portal/ui/facts.tsx';
import { statusWords } from '#portal/ui/words.ts';

type Item = Referrals['items'][number];

/** Referrals and coming appointments: what a navigator follows up. */
export function ReferralCard({ referrals: { items, sources } }: { referrals: Referrals }): ReactElement {
  const zone = useTimeZone();
  return (
    <Card title="Referrals and appointments" foot={<Sources sources={sources} />}>
      {items.length === 0 && <NotRecorded />}
      {items.length > 0 && (
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <strong>{item.text}</strong>
              <span className="person-role">{detailsOf(item, zone).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function detailsOf(item: Item, zone: string): string[] {
  const { kind, status, priority, reason, requester, performer, location, requestedAt } = item;
  const details = [
    kind === 'REFERRAL' ? 'Referral' : 'Appointment',
    statusWords(status),
    priority && priority !== 'routine' ? priority : null,
    planWords(item, Date.now(), zone) ?? (requestedAt ? `asked for on ${dayWords(requestedAt, zone)}` : 'no date yet'),
    requester ? `asked for by ${requester}` : null,
    performer ? `with ${performer}` : null,
    location,
    reason,
  ];
  return details.filter((detail): detail is string => detail !== null && detail !== '');
}
