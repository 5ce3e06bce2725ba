import { Migration } from '@mikro-orm/migrations';

/**
 * What a write leaves behind in its own transaction: jobs, and word to open pages. The queue's own
 * tables come from graphile-worker (`api/src/database/job-queue.ts`).
 *
 * A later migration adds a task by a row in `job_task`, and its code in `api/src/job-list.ts`.
 */
export class Migration20261122001090_jobs_create extends Migration {
  override up(): void {
    // The closed list of what can be enqueued. Attempts: how often a failing job is tried before it is dead.
    this.addSql(`
      create table job_task (
        name text primary key check (name ~ '^[a-z-]+\\.[a-z-]+$'),
        attempts integer not null default 25 check (attempts between 1 and 100)
      )`);
    this.addSql(`insert into job_task (name) values ('live.forget')`);
    // One line for each person who is to learn that something changed: ids, and never a fact. The transaction's id
    // lets a reader ask for all that it has not seen, whatever the order of commits was.
    this.addSql(`
      create table live_event (
        id bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        person_id uuid not null,
        kind text not null check (kind in ('message','read','delivery','task','plan','contact')),
        subject_id uuid not null,
        at timestamptz not null default now()
      )`);
    this.addSql(`create index live_event_person_idx on live_event (person_id, xid)`);
    this.addSql(`create index live_event_at_idx on live_event (at)`);
    for (const table of ['job_task', 'live_event']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
    }
    this.addSql(`grant select on job_task to portage_resolver`);
    this.addSql(`grant select, insert on live_event to portage_resolver`);
    this.addSql(`
      create policy own on live_event for select to portage_app
      using (person_id = any ((select app.grantees())::uuid[]))`);
    this.addSql(`grant select on live_event to portage_app`);
    this.addSql(`create policy worker on live_event to portage_worker using (true)`);
    this.addSql(`grant select, delete on live_event to portage_worker`);

    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.enqueue(task text, payload jsonb, run_at timestamptz default now(), job_key text default null) returns bigint
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        known job_task;
        job bigint;
      begin
        select * into known from job_task t where t.name = task;
        if not found then
          raise exception 'no such task' using errcode = 'invalid_parameter_value';
        end if;
        -- A payload is kept, shown to operators and outlives the row that it names: ids only.
        if jsonb_typeof(payload) is distinct from 'object' or exists (
          select from jsonb_each(payload) part
          where jsonb_typeof(part.value) <> 'string'
            or part.value #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')
        then
          raise exception 'a payload holds ids only' using errcode = 'invalid_parameter_value';
        end if;
        -- A waiting job with the same key is replaced: it runs once, at the later word's time.
        select j.id into job from graphile_worker.add_job(
          task, payload::json, run_at => run_at, max_attempts => known.attempts, job_key => task || ':' || job_key) j;
        return job;
      end $$`);
    this.addSql(`
      create function app.announce(persons uuid[], kind text, subject uuid) returns integer
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare told integer;
      begin
        with told_now as (
          insert into live_event (person_id, kind, subject_id)
          select distinct p.id, announce.kind, subject from unnest(persons) p (id) where p.id is not null
          returning person_id
        )
        -- The wake-up names the person alone; what there is to know, their own session reads.
        select count(pg_notify('portage_live', told_now.person_id::text)) into told from told_now;
        if random() < 0.01 then
          perform app.enqueue('live.forget', '{}', now() + interval '1 minute', 'old');
        end if;
        return told;
      end $$`);
    for (const signature of ['app.enqueue(text,jsonb,timestamptz,text)', 'app.announce(uuid[],text,uuid)']) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(
        `grant execute on function ${signature} to portage_resolver, portage_app, portage_ingest, portage_worker`,
      );
    }
    this.addSql(`revoke create on schema app from portage_resolver`);

    // Open pages of a session that ends are woken, find no session, and close.
    this.addSql(`
      create function app.tell_session_ended() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        perform pg_notify('portage_live', m.person_id::text) from membership m where m.id = new.membership_id;
        return null;
      end $$`);
    this.addSql(`
      create trigger tell_session_ended after update of revoked_at on session
      for each row when (old.revoked_at is null and new.revoked_at is not null)
      execute function app.tell_session_ended()`);
  }
}
