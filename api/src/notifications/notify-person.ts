import type { Job } from '#api/jobs/index.ts';
import { inTransaction } from './in-transaction.ts';
import { itemsMail } from './mail-text.ts';
import { findPostHolders } from './waiting-delivery.ts';
import { writeMail } from './write-mail.ts';

interface Item {
  readonly messageId: string;
  readonly recipientId: string;
  readonly threadId: string;
  readonly urgent: boolean;
}

/** Unopened, not told of yet and in no mail that waits; the person's own, and those of whom they cover for, as far as they may read them. */
const UNTOLD = `
  select d.message_id as "messageId", d.recipient_id as "recipientId", d.thread_id as "threadId", m.priority = 'urgent' as urgent
  from message_delivery d join message m on m.id = d.message_id
  where d.recipient_id in (
      select $1::uuid union
      select x.principal_id from delegation x
      where x.delegate_id = $1 and x.kind = 'cover' and x.revoked_at is null
        and x.valid_from <= now() and (x.valid_until is null or x.valid_until > now()))
    and d.opened_at is null and $1::uuid = any (app.readers_of(array[$1::uuid], d.patient_id, '{messages}'))
    and m.undone_at is null and m.undo_until <= now()
    and not exists (
      select from mail_item i join mail l on l.id = i.mail_id join contact c on c.id = l.contact_id
      where i.message_id = d.message_id and i.recipient_id = d.recipient_id and c.person_id = $1 and l.failed_at is null)`;

interface WaitingTask {
  readonly task_id: string;
  readonly owner_id: string;
  readonly urgent: boolean;
}

/** The very thing when there is one kind of it, else the page on which all of it stands. */
function pageOf(threads: ReadonlySet<string>, tasks: number): string {
  const [only] = threads;
  if (tasks > 0) return threads.size > 0 ? '/' : '/tasks';
  return threads.size === 1 ? `/messages/${only}` : '/messages';
}

/** Writes one mail about all that waits for a person and that they have not been told of. */
export const notifyPerson =
  (linkTo: (path: string) => string): Job =>
  ({ person = '' }, { pool }) =>
    inTransaction(pool, async (db) => {
      const contact = (await findPostHolders(db, [person])).get(person);
      if (contact?.contactState !== 'works' || contact.contactId === null) return;
      // One mail at a time for a person: two would tell of the same.
      await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`notify ${person}`]);
      const { rows: items } = await db.query<Item>(UNTOLD, [person]);
      const { rows: tasks } = await db.query<WaitingTask>('select * from app.untold_tasks($1)', [person]);
      if (items.length + tasks.length === 0) return;
      const threads = new Set(items.map(({ threadId }) => threadId));
      const urgent = [...items, ...tasks].some((item) => item.urgent);
      const link = linkTo(pageOf(threads, tasks.length));
      const kind = urgent ? 'urgent' : 'digest';
      const mail = await writeMail(db, contact.contactId, kind, itemsMail(threads.size + tasks.length, urgent, link));
      await db.query(
        `insert into mail_item (mail_id, message_id, recipient_id) select $1, * from unnest($2::uuid[], $3::uuid[])`,
        [mail, items.map(({ messageId }) => messageId), items.map(({ recipientId }) => recipientId)],
      );
      await db.query(
        `insert into mail_task (mail_id, task_id, owner_id) select $1, * from unnest($2::uuid[], $3::uuid[])`,
        [mail, tasks.map(({ task_id }) => task_id), tasks.map(({ owner_id }) => owner_id)],
      );
    });
