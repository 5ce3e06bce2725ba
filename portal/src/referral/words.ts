import type { Referrals } from '#portal/referral/referral.query.ts';
import { dayWords, planWords } from '#portal/ui/dates.ts';
import { statusWords } from '#portal/ui/words.ts';

/** Kind, status, when, who asks and who is asked: what follows a referral's or an appointment's name. */
export function referralDetails(item: Referrals['items'][number], now: number, zone: string): string[] {
  const { kind, status, priority, reason, requester, performer, location, requestedAt } = item;
  const details = [
    kind === 'REFERRAL' ? 'Referral' : 'Appointment',
    statusWords(status),
    priority && priority !== 'routine' ? priority : null,
    planWords(item, now, zone) ?? (requestedAt ? `asked for on ${dayWords(requestedAt, zone)}` : 'no date yet'),
    requester ? `asked for by ${requester}` : null,
    performer ? `with ${performer}` : null,
    location,
    reason,
  ];
  return details.filter((detail): detail is string => detail !== null && detail !== '');
}
