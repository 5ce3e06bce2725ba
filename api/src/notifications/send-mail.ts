import type { Job } from '#api/jobs/index.ts';
import type { ChannelName, Channels, Outcome } from './channel.ts';
import { inTransaction } from './in-transaction.ts';
import { tellOfTrouble } from './tell-of-trouble.ts';
import { lockWaiting, type Database } from './waiting-delivery.ts';

interface WaitingMail {
  readonly id: string;
  readonly channel: ChannelName;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** How a sender reads which way was taken. */
const CHANNEL_WORDS: Readonly<Record<ChannelName, string>> = { email: 'e-mail', fax: 'fax', direct: 'Direct' };

/**
 * Sends one mail. Until the other side has taken it, it is tried again; when that side never will, the contact is
 * marked as one that does not work, and those who wait for an answer are told.
 */
export const sendMail =
  (channels: Channels): Job =>
  async ({ mail = '' }, { pool }) => {
    const { rows } = await pool.query<WaitingMail>(
      `select m.id, c.channel, m.address, m.subject, m.body from mail m join contact c on c.id = m.contact_id
       where m.id = $1 and m.sent_at is null and m.failed_at is null`,
      [mail],
    );
    const [waiting] = rows;
    // Sent already, by a try whose end nobody heard of.
    if (!waiting) return;
    const outcome = await channels[waiting.channel].deliver(waiting);
    await inTransaction(pool, (db) =>
      outcome === 'accepted' ? keepSent(db, mail, CHANNEL_WORDS[waiting.channel]) : keepFailed(db, mail, outcome),
    );
  };

/** Only a recipient's own mail counts as theirs: one to whoever covers for them tells them nothing. */
async function keepSent(db: Database, mail: string, channel: string): Promise<void> {
  await db.query('update mail set sent_at = now() where id = $1', [mail]);
  await db.query(
    `update message_delivery d set notified_at = now(), channel = $2
     from mail_item i join mail m on m.id = i.mail_id join contact c on c.id = m.contact_id and c.person_id = i.recipient_id
     where i.mail_id = $1 and d.message_id = i.message_id and d.recipient_id = i.recipient_id and d.notified_at is null`,
    [mail, channel],
  );
}

async function keepFailed(db: Database, mail: string, failure: Exclude<Outcome, 'accepted'>): Promise<void> {
  await db.query(
    `with failed as (
       update mail set failed_at = now(), failure = $2 where id = $1 returning contact_id, address)
     update contact c set failed_at = now(), failure = $2 from failed f where c.id = f.contact_id and c.address = f.address`,
    [mail, failure],
  );
  const { rows } = await db.query<{ message_id: string; recipient_id: string }>(
    `select i.message_id, i.recipient_id from mail_item i join mail m on m.id = i.mail_id join contact c on c.id = m.contact_id
     where i.mail_id = $1 and i.recipient_id = c.person_id`,
    [mail],
  );
  for (const item of rows) {
    const waiting = await lockWaiting(db, item.message_id, item.recipient_id);
    if (waiting) await tellOfTrouble(db, waiting, failure);
  }
}
