import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { Sources } from '#portal/patient/sources.tsx';
import type { Referrals } from '#portal/referral/referral.query.ts';
import { referralDetails } from '#portal/referral/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { NotRecorded } from '#portal/ui/facts.tsx';

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
              <span className="person-role">{referralDetails(item, Date.now(), zone).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
