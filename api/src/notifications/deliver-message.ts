import type { Job } from '#api/jobs/index.ts';
import { escalateAt } from './escalate-message.ts';
import { inTransaction } from './in-transaction.ts';
import { plan } from './plan.ts';
import { tellOfLostAccess, tellOfTrouble } from './tell-of-trouble.ts';
import { findPostHolders, lockWaiting, type PostHolder } from './waiting-delivery.ts';
import { afterQuiet, nextHour } from './working-time.ts';

/** When somebody wants to hear of an item that came at `at`. */
export function hearsAt(person: PostHolder, urgent: boolean, at: Date): Date {
  const when = urgent && person.urgentAtOnce ? at : nextHour(at, person.digestHour, person.timeZone);
  return afterQuiet(when, person.quiet, person.timeZone);
}

/**
 * A message can no longer be undone: plans the mail that tells its recipient, and whoever receives for them, and what
 * happens if nobody opens it. Where there is no address that works, or they may no longer read it, says so at once.
 */
export const deliverMessage: Job = ({ message = '', recipient = '' }, { pool }) =>
  inTransaction(pool, async (db) => {
    const waiting = await lockWaiting(db, message, recipient);
    if (!waiting) return;
    if (!waiting.reads) return tellOfLostAccess(db, waiting);
    const now = new Date();
    const { urgent, coverId } = waiting;
    await plan(db, 'escalate', { message, recipient }, escalateAt(waiting, now), `${message}:${recipient}`);
    const cover = coverId === null ? undefined : (await findPostHolders(db, [coverId])).get(coverId);
    for (const person of [waiting.recipient, cover]) {
      if (person?.contactState !== 'works') continue;
      const when = hearsAt(person, urgent, now);
      await plan(db, 'notify', { person: person.id }, when, `${person.id}:${urgent ? 'urgent' : 'digest'}`);
    }
    if (waiting.recipient.contactState !== 'works') await tellOfTrouble(db, waiting, waiting.recipient.contactState);
  });
