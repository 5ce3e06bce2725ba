import { Migration } from '@mikro-orm/migrations';

/**
 * Threads about patients. A seat is a person's place in a thread, and the wall: whoever has one, or stands in for
 * somebody who has, and holds a live grant on the patient with `messages`, sees the thread and what hangs on it.
 * Nobody writes these tables but the functions of the next migrations.
 */
export class Migration20261122001200_messaging_create extends Migration {
  override up(): void {
    this.addSql(`
      create table thread (
        id uuid primary key default gen_random_uuid(),
        patient_id uuid not null,
        subject text not null check (length(subject) between 1 and 200),
        intent text not null check (intent in ('ask','inform','hand-over')),
        state text not null default 'open' check (state in ('open','closed')),
        created_at timestamptz not null default now(),
        created_by_id uuid not null,
        last_message_at timestamptz not null,
        closed_at timestamptz,
        closed_by_id uuid,
        words tsvector not null generated always as (to_tsvector('english', subject)) stored,
        check ((state = 'closed') = (closed_at is not null))
      )`);
    // What is written goes into these two at once: a list of what is still to be entered would be gone through by each search.
    this.addSql(`create index thread_words_idx on thread using gin (words) with (fastupdate = off)`);
    // Private: how far its person has read. The inbox is read from here.
    this.addSql(`
      create table thread_seat (
        thread_id uuid not null references thread,
        person_id uuid not null,
        patient_id uuid not null,
        -- a new thread is shown to its recipients when it can no longer be undone
        visible_from timestamptz not null,
        last_message_at timestamptz not null,
        last_incoming_at timestamptz not null default '-infinity',
        read_until timestamptz not null default '-infinity',
        primary key (thread_id, person_id)
      )`);
    this.addSql(`create index thread_seat_inbox_idx on thread_seat (person_id, last_message_at desc, thread_id desc)`);
    this.addSql(
      `create index thread_seat_unread_idx on thread_seat (person_id, last_message_at desc, thread_id desc) where last_incoming_at > read_until`,
    );
    // What everybody in the thread knows of each other.
    this.addSql(`
      create table thread_participant (
        thread_id uuid not null references thread,
        person_id uuid not null,
        patient_id uuid not null,
        joined_at timestamptz not null,
        added_by_id uuid not null,
        last_read_at timestamptz,
        primary key (thread_id, person_id)
      )`);
    this.addSql(`
      create table message (
        id uuid primary key default gen_random_uuid(),
        thread_id uuid not null references thread,
        patient_id uuid not null,
        sender_id uuid not null,
        -- whose seat it was written from, where somebody stood in for them
        on_behalf_of_id uuid check (on_behalf_of_id <> sender_id),
        priority text not null check (priority in ('routine','urgent')),
        body text not null check (length(body) between 1 and 10000),
        sent_at timestamptz not null,
        undo_until timestamptz not null,
        undone_at timestamptz,
        words tsvector not null generated always as (to_tsvector('english', body)) stored
      )`);
    // Messages of a thread have one order, so each moment is there once.
    this.addSql(`create unique index message_thread_idx on message (thread_id, sent_at desc)`);
    this.addSql(`create index message_words_idx on message using gin (words) with (fastupdate = off)`);
    this.addSql(`
      create table message_delivery (
        message_id uuid not null references message,
        recipient_id uuid not null,
        thread_id uuid not null references thread,
        patient_id uuid not null,
        stored_at timestamptz not null,
        notified_at timestamptz,
        channel text,
        opened_at timestamptz,
        -- who opened it, where somebody stood in for the recipient
        opened_by_id uuid,
        answered_at timestamptz,
        failed_at timestamptz,
        failure text,
        escalated_at timestamptz,
        escalated_to_id uuid,
        primary key (message_id, recipient_id),
        check ((failed_at is null) = (failure is null))
      )`);
    this.addSql(`create index message_delivery_recipient_idx on message_delivery (recipient_id, stored_at desc)`);
    this.addSql(`create index message_delivery_thread_idx on message_delivery (thread_id, recipient_id)`);
    this.addSql(`
      create table message_reference (
        message_id uuid not null references message,
        position integer not null,
        patient_id uuid not null,
        kind text not null check (kind in ('result','treatment','diagnosis','document','plan-line')),
        -- any row of the record: what it tells, each reader's own rights decide when it is read
        record_id uuid not null,
        primary key (message_id, position)
      )`);
    // What a message hands over or recommends. The task is made when the message can no longer be undone.
    this.addSql(`
      create table message_request (
        message_id uuid not null references message,
        kind text not null check (kind in ('hand-over','recommendation')),
        patient_id uuid not null,
        title text not null check (length(title) between 1 and 200),
        owner_id uuid not null,
        due_on date not null,
        fallback_telephone text check ((kind = 'hand-over') = (fallback_telephone is not null)),
        primary key (message_id, kind)
      )`);
    // The same bytes are kept once, whoever sent them about whomever.
    this.addSql(`
      create table attachment_content (
        sha256 bytea primary key check (octet_length(sha256) = 32),
        body bytea not null check (octet_length(body) between 1 and 10485760)
      )`);
    this.addSql(`alter table attachment_content alter column body set storage external`);
    this.addSql(`
      create table attachment (
        id uuid primary key default gen_random_uuid(),
        message_id uuid references message,
        patient_id uuid check ((patient_id is null) = (message_id is null)),
        uploaded_by_id uuid not null,
        uploaded_at timestamptz not null default now(),
        file_name text not null check (length(file_name) between 1 and 200),
        content_type text not null check (content_type in ('application/pdf','image/png','image/jpeg','text/plain','application/hl7-cda+xml','application/fhir+json')),
        size_bytes integer not null,
        sha256 bytea not null references attachment_content
      )`);
    this.addSql(`create index attachment_message_idx on attachment (message_id)`);
    this.addSql(`create index attachment_sha256_idx on attachment (sha256)`);
    this.addSql(`create index attachment_waiting_idx on attachment (uploaded_by_id) where message_id is null`);
    this.addSql(`
      create table draft (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null,
        patient_id uuid not null,
        thread_id uuid references thread,
        version integer not null default 1,
        -- all that a composer holds: see DraftInput in the schema
        content jsonb not null check (jsonb_typeof(content) = 'object' and length(content::text) <= 200000),
        saved_at timestamptz not null default now(),
        unique nulls not distinct (person_id, patient_id, thread_id)
      )`);
    this.addSql(`
      create table idempotency (
        person_id uuid not null,
        key text not null check (length(key) between 8 and 100),
        digest bytea not null,
        message_id uuid references message,
        used_at timestamptz not null default now(),
        primary key (person_id, key)
      )`);

    for (const table of TABLES) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
    }
    const ofReader = (table: string, whose: string) => `
        exists (
          select 1 from app.reader() reader join access_grant g on g.grantee_id = any (reader.grantees)
          where ${whose}
            and 'messages' = any (reader.scopes)
            and ${table}.patient_id <> all (reader.closed)
            and g.patient_id = ${table}.patient_id
            and g.revoked_at is null
            and g.status = 'active'
            and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now())
            and 'messages' = any (g.scopes))`;
    this.addSql(`
      create policy seated on thread_seat for select to portage_app using (
        visible_from <= now() and ${ofReader('thread_seat', 'thread_seat.person_id = any (reader.grantees)')})`);
    // A draft is its writer's alone, stand-ins not included.
    this.addSql(`
      create policy own on draft for select to portage_app using (
        person_id = (select s.person_id from app.current_session() s) and ${ofReader('draft', 'true')})`);
    // Everything else asks for the seat, which asks its own policy.
    for (const [table, thread] of [
      ['thread', 'thread.id'],
      ['thread_participant', 'thread_participant.thread_id'],
    ]) {
      this.addSql(`
        create policy seated on ${table} for select to portage_app using (
          exists (select from thread_seat s where s.thread_id = ${thread}))`);
    }
    this.addSql(`
      create policy seated on message for select to portage_app using (
        (undone_at is null and undo_until <= now()
          or coalesce(on_behalf_of_id, sender_id) = any ((select app.grantees())::uuid[])
          or sender_id = any ((select app.grantees())::uuid[]))
        and exists (select from thread_seat s where s.thread_id = message.thread_id))`);
    for (const table of ['message_delivery', 'message_reference', 'message_request']) {
      this.addSql(`
        create policy seated on ${table} for select to portage_app using (
          exists (select from message m where m.id = ${table}.message_id))`);
    }
    this.addSql(`
      create policy seated on attachment for select to portage_app using (
        message_id is null and uploaded_by_id = (select s.person_id from app.current_session() s)
        or exists (select from message m where m.id = attachment.message_id))`);
    this.addSql(`
      create policy attached on attachment_content for select to portage_app using (
        exists (select from attachment a where a.sha256 = attachment_content.sha256))`);
    for (const table of TABLES.filter((name) => name !== 'idempotency')) {
      this.addSql(`grant select on ${table} to portage_app`);
    }
    const rights: Record<string, string> = {
      thread_seat: 'select, insert, update, delete',
      thread_participant: 'select, insert, update, delete',
      message_delivery: 'select, insert, update, delete',
      message_reference: 'select, insert',
      message_request: 'select, insert',
      attachment_content: 'select, insert',
      draft: 'select, insert, update, delete',
      idempotency: 'select, insert, update, delete',
    };
    for (const table of TABLES) {
      this.addSql(`grant ${rights[table] ?? 'select, insert, update'} on ${table} to portage_resolver`);
    }
  }
}

const TABLES = [
  'thread',
  'thread_seat',
  'thread_participant',
  'message',
  'message_delivery',
  'message_reference',
  'message_request',
  'attachment_content',
  'attachment',
  'draft',
  'idempotency',
];
