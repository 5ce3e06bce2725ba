import { Migration } from '@mikro-orm/migrations';

/**
 * What happens to messages by themselves: they are shown when they can no longer be undone, and follow a record that is
 * joined to another. Files that were never sent are forgotten.
 */
export class Migration20261122001230_messaging_release extends Migration {
  override up(): void {
    this.addSql(`insert into job_task (name) values ('messages.release'), ('messages.forget-uploads')`);
    this.addSql(`grant create on schema app to portage_resolver`);
    // Run twice it tells twice, and a page that looks again finds the same; a task that was asked for is the same task.
    this.addSql(`
      create function app.release_message(given_message uuid) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        released message;
        asked message_request;
      begin
        select m.* into released from message m where m.id = given_message and m.undone_at is null;
        if not found then return; end if;
        for asked in select r.* from message_request r where r.message_id = given_message loop
          perform app.request_task(released.patient_id, asked.title,
            case when asked.kind = 'hand-over' then 'If it cannot be done, call ' || asked.fallback_telephone || '.' end,
            released.priority, asked.owner_id, null, null, coalesce(released.on_behalf_of_id, released.sender_id), asked.due_on,
            case asked.kind when 'hand-over' then 'message' else 'recommendation' end, given_message);
        end loop;
        -- a reply opens again what was put away; what its writer closed after it stays closed
        update thread t set state = 'open', closed_at = null, closed_by_id = null
        where t.id = released.thread_id and t.state = 'closed'
          and (t.closed_at < released.sent_at or t.closed_by_id <> released.sender_id);
        perform app.announce(app.thread_readers(released.thread_id), 'message', released.thread_id);
      end $$`);
    this.addSql(`
      create function app.move_messages() returns trigger
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        update thread set patient_id = new.merged_into_id where patient_id = new.id;
        update thread_seat set patient_id = new.merged_into_id where patient_id = new.id;
        update thread_participant set patient_id = new.merged_into_id where patient_id = new.id;
        update message set patient_id = new.merged_into_id where patient_id = new.id;
        update message_delivery set patient_id = new.merged_into_id where patient_id = new.id;
        update message_reference set patient_id = new.merged_into_id where patient_id = new.id;
        update message_request set patient_id = new.merged_into_id where patient_id = new.id;
        update attachment set patient_id = new.merged_into_id where patient_id = new.id;
        -- of two drafts about what is now one patient the later stays in its place, and the other keeps the old number
        update draft d set patient_id = new.merged_into_id
        where d.patient_id = new.id and not exists (
          select from draft o
          where o.person_id = d.person_id and o.patient_id = new.merged_into_id and o.thread_id is not distinct from d.thread_id);
        return null;
      end $$`);
    // What a draft still holds is kept, however old; and bytes for as long as any file has them.
    this.addSql(`grant delete on attachment, attachment_content to portage_resolver`);
    this.addSql(`grant update (sha256) on attachment_content to portage_resolver`);
    this.addSql(`
      create function app.forget_uploads() returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        files uuid[];
        digests bytea[];
      begin
        with gone as (
          delete from attachment a
          where a.message_id is null and a.uploaded_at < now() - interval '7 days'
            and not exists (select from draft d where d.person_id = a.uploaded_by_id and d.content -> 'attachmentIds' ? a.id::text)
          returning a.id, a.sha256)
        select array_agg(g.id), array_agg(g.sha256) into files, digests from gone g;
        if files is null then return; end if;
        delete from attachment_content c
        where c.sha256 = any (digests) and not exists (select from attachment a where a.sha256 = c.sha256);
        insert into audit_event (role, action, outcome, row_ids) values ('integration', 'messages:forget-uploads', 'done', files);
      end $$`);
    for (const signature of ['app.release_message(uuid)', 'app.move_messages()', 'app.forget_uploads()']) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
    }
    for (const signature of ['app.release_message(uuid)', 'app.forget_uploads()']) {
      this.addSql(`grant execute on function ${signature} to portage_resolver, portage_worker`);
    }
    this.addSql(`grant update (patient_id) on message_reference, message_request to portage_resolver`);
    for (const table of [
      'thread',
      'thread_seat',
      'thread_participant',
      'message_delivery',
      'message_reference',
      'message_request',
      'draft',
    ]) {
      this.addSql(`create index ${table}_patient_idx on ${table} (patient_id)`);
    }
    this.addSql(`create index message_patient_idx on message (patient_id)`);
    this.addSql(`create index attachment_patient_idx on attachment (patient_id)`);
    this.addSql(`
      create trigger messages_moved after update of merged_into_id on patient for each row
      when (new.merged_into_id is not null) execute function app.move_messages()`);
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
