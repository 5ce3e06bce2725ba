import type { Job } from '#api/jobs/index.ts';
import type { ChannelName, Channels } from './channel.ts';

interface WaitingMail {
  readonly id: string;
  readonly channel: ChannelName;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Sends one mail. Until the other side has taken it, it is tried again; when that side never will, the
 * contact is marked as one that does not work.
 */
export const sendMail =
  (channels: Channels): Job =>
  async ({ mail }, { pool }) => {
    const { rows } = await pool.query<WaitingMail>(
      `select m.id, c.channel, m.address, m.subject, m.body from mail m join contact c on c.id = m.contact_id
       where m.id = $1 and m.sent_at is null and m.failed_at is null`,
      [mail],
    );
    const [waiting] = rows;
    // Sent already, by a try whose end nobody heard of.
    if (!waiting) return;
    const outcome = await channels[waiting.channel].deliver(waiting);
    if (outcome === 'accepted') await pool.query(`update mail set sent_at = now() where id = $1`, [mail]);
    else {
      await pool.query(
        `with failed as (
           update mail set failed_at = now(), failure = $2 where id = $1 returning contact_id, address)
         update contact c set failed_at = now(), failure = $2 from failed f where c.id = f.contact_id and c.address = f.address`,
        [mail, outcome],
      );
    }
  };
