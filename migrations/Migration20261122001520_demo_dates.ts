import { Migration } from '@mikro-orm/migrations';

/** Every moment that messaging keeps of a thread, and of the tasks that its messages made. */
const MOMENTS: Readonly<Record<string, readonly [rows: string, columns: readonly string[]]>> = {
  thread: ['id = given_thread', ['created_at', 'last_message_at']],
  thread_seat: ['thread_id = given_thread', ['visible_from', 'last_message_at', 'last_incoming_at', 'read_until']],
  thread_participant: ['thread_id = given_thread', ['joined_at', 'last_read_at']],
  message: ['thread_id = given_thread', ['sent_at', 'undo_until']],
  message_delivery: [
    'thread_id = given_thread',
    ['stored_at', 'notified_at', 'opened_at', 'answered_at', 'failed_at', 'escalated_at'],
  ],
  task: ['source_id in (select m.id from message m where m.thread_id = given_thread)', ['created_at', 'updated_at']],
};

/**
 * The demo's conversations are written as everybody's are, and then dated back: what happened since a moment is moved
 * to when the story has it. It works on invented people only, so nobody's correspondence is ever dated anew.
 */
export class Migration20261122001520_demo_dates extends Migration {
  override up(): void {
    this.addSql(`grant update (created_at, updated_at) on task to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.date_demo_thread(given_thread uuid, since timestamptz, earlier interval) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if exists (
          select from thread_participant t join person p on p.id = t.person_id
          where t.thread_id = given_thread and p.email not like '%@demo.example')
        then
          raise exception 'not a thread of the demo' using errcode = 'insufficient_privilege';
        end if;
        ${Object.entries(MOMENTS).map(redate).join('\n')}
      end $$`);
    this.addSql(`alter function app.date_demo_thread(uuid,timestamptz,interval) owner to portage_resolver`);
    this.addSql(`revoke all on function app.date_demo_thread(uuid,timestamptz,interval) from public`);
    this.addSql(
      `grant execute on function app.date_demo_thread(uuid,timestamptz,interval) to portage_resolver, portage_steward`,
    );
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}

function redate([table, [rows, columns]]: [string, readonly [string, readonly string[]]]): string {
  const moved = columns.map((name) => `${name} = case when ${name} >= since then ${name} - earlier else ${name} end`);
  return `update ${table} set ${moved.join(', ')} where ${rows};`;
}
