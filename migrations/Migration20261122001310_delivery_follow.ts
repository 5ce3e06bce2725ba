import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, public, pg_temp`;

/**
 * What follows a message until it is opened: the job that tells its recipient, the mails that told, and the steps
 * when nobody opens it. Every delivery row gets its job by a trigger, in the transaction that writes the row.
 */
export class Migration20261122001310_delivery_follow extends Migration {
  override up(): void {
    // Which mail told of which message. While a mail waits to be sent, its messages wait with it.
    this.addSql(`
      create table mail_item (
        mail_id uuid not null references mail,
        message_id uuid not null,
        recipient_id uuid not null,
        primary key (mail_id, message_id, recipient_id)
      )`);
    this.addSql(`create index mail_item_message_idx on mail_item (message_id, recipient_id)`);
    // Who was asked when the recipient had not opened it in time, one after the other.
    this.addSql(`
      create table delivery_step (
        message_id uuid not null,
        recipient_id uuid not null,
        kind text not null check (kind in ('cover','second-contact','sender')),
        person_id uuid not null,
        at timestamptz not null default now(),
        primary key (message_id, recipient_id, kind)
      )`);
    for (const table of ['mail_item', 'delivery_step']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy worker on ${table} to portage_worker using (true) with check (true)`);
      this.addSql(`grant select, insert on ${table} to portage_worker`);
    }
    // Of messages a job learns whose they are and when they were sent; what is in them it cannot read.
    this.addSql(`create policy worker on message for select to portage_worker using (true)`);
    this.addSql(
      `grant select (id, thread_id, patient_id, sender_id, on_behalf_of_id, priority, sent_at, undo_until, undone_at) on message to portage_worker`,
    );
    this.addSql(`create policy worker on message_delivery to portage_worker using (true) with check (true)`);
    this.addSql(`grant select on message_delivery to portage_worker`);
    this.addSql(
      `grant update (notified_at, channel, failed_at, failure, escalated_at, escalated_to_id) on message_delivery to portage_worker`,
    );
    this.addSql(
      `insert into job_task (name) values ('notifications.deliver'), ('notifications.notify'), ('notifications.escalate')`,
    );
    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.follow_delivery() returns trigger
      language plpgsql volatile ${DEFINER} as $$
      begin
        perform app.enqueue('notifications.deliver',
          jsonb_build_object('message', new.message_id, 'recipient', new.recipient_id),
          (select m.undo_until from message m where m.id = new.message_id), new.message_id || ':' || new.recipient_id);
        return null;
      end $$`);
    // The sender's open pages see each step as it happens.
    this.addSql(`
      create function app.tell_delivery() returns trigger
      language plpgsql volatile ${DEFINER} as $$
      begin
        perform app.announce(
          app.readers_of(array[m.sender_id, m.on_behalf_of_id], m.patient_id, '{messages}'), 'delivery', new.thread_id)
        from message m where m.id = new.message_id;
        return null;
      end $$`);
    for (const signature of ['app.follow_delivery()', 'app.tell_delivery()']) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
    }
    this.addSql(`
      create trigger followed after insert on message_delivery for each row
      when (new.failed_at is null) execute function app.follow_delivery()`);
    this.addSql(`
      create trigger told after update of notified_at, failed_at, escalated_at on message_delivery for each row
      when (row (old.notified_at, old.failed_at, old.escalated_at) is distinct from row (new.notified_at, new.failed_at, new.escalated_at))
      execute function app.tell_delivery()`);
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
