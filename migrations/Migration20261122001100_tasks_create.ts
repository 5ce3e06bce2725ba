import { Migration } from '@mikro-orm/migrations';

const OPEN = `('requested','accepted','in-progress')`;
const ROLES = `('community-clinician','practice-staff','practice-administrator','oncologist','oncology-nurse','palliative-clinician','navigator','centre-administrator','privacy-officer','integration')`;

/** Who asked whom for what, by when, and what became of it. FHIR Task's names and states. */
export class Migration20261122001100_tasks_create extends Migration {
  override up(): void {
    // No foreign key and no key of the writer's choice: either would tell whether a hidden patient exists.
    this.addSql(`
      create table task (
        id uuid primary key default gen_random_uuid(),
        -- null: it concerns no patient, such as a contact that bounces
        patient_id uuid,
        needs text[] not null default '{tasks}' check (needs = '{tasks}'),
        title text not null check (length(title) between 1 and 200),
        detail text check (length(detail) <= 2000),
        priority text not null default 'routine' check (priority in ('routine','urgent')),
        status text not null default 'requested' check (status in ('requested','accepted','in-progress','completed','rejected','cancelled')),
        -- what was said with the last answer: why it was declined or cancelled, what was done
        reason text check (length(reason) <= 1000),
        -- of the owner to the requester, until it is answered
        question text check (length(question) <= 1000),
        -- null: whoever has the role in the organisation
        owner_person_id uuid,
        owner_organization_id uuid not null,
        owner_role text not null check (owner_role in ${ROLES}),
        -- null: Portage itself
        requester_id uuid,
        due_on date not null,
        source_kind text not null check (source_kind in ('message','plan','referral','check','contact','delivery','recommendation','job','person')),
        source_id uuid,
        -- of the asker's client: asked again with it, it is the same task
        idempotency_key uuid,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        updated_at timestamptz not null default now(),
        updated_by uuid,
        check (status not in ('rejected','cancelled') or reason is not null)
      )`);
    this.addSql(`create index task_patient_idx on task (patient_id, due_on)`);
    this.addSql(`create index task_owner_person_idx on task (owner_person_id, due_on) where status in ${OPEN}`);
    this.addSql(`create index task_owner_organization_idx on task (owner_organization_id, due_on)`);
    this.addSql(`create index task_requester_idx on task (requester_id, due_on)`);
    this.addSql(`create index task_source_idx on task (source_id) where source_id is not null`);
    // Of the writer's own tasks only: it tells nobody of anybody else's.
    this.addSql(
      `create unique index task_idempotency_idx on task (created_by, idempotency_key) where idempotency_key is not null`,
    );
    this.addSql(`
      create table task_event (
        id uuid primary key default gen_random_uuid(),
        task_id uuid not null,
        patient_id uuid,
        needs text[] not null default '{tasks}' check (needs = '{tasks}'),
        at timestamptz not null default now(),
        kind text not null check (kind in ('accepted','started','completed','declined','cancelled','asked','answered','reassigned','undone')),
        words text check (length(words) <= 1000),
        -- of the task, once this had happened
        version integer not null,
        status text not null,
        session_id uuid not null,
        person_id uuid not null,
        organization_id uuid not null,
        on_behalf_of_id uuid,
        -- as it was before: what taking it back restores
        from_status text not null,
        from_reason text,
        from_question text,
        from_owner_person_id uuid,
        from_owner_organization_id uuid not null,
        from_owner_role text not null
      )`);
    this.addSql(`create index task_event_task_idx on task_event (task_id, version)`);
    this.addSql(`create index task_event_patient_idx on task_event (patient_id)`);
    this.walls();
    this.writes();
    this.jobs();
    this.triggers();
  }

  private walls(): void {
    for (const table of ['task', 'task_event']) {
      this.addSql(`call app.protect('${table}')`);
      // The record's wall under another name: no import fills these tables, so they are not of the record.
      this.addSql(`alter policy granted on ${table} rename to of_patient`);
      this.addSql(`drop policy ingest on ${table}`);
      this.addSql(`revoke all on ${table} from portage_ingest`);
    }
    this.addSql(`
      create policy of_no_patient on task for select to portage_app using (
        patient_id is null and (
          owner_person_id = any ((select app.grantees())::uuid[])
          or requester_id = any ((select app.grantees())::uuid[])
          or updated_by = any ((select app.grantees())::uuid[])
          or owner_organization_id = (select s.organization_id from app.current_session() s)
            and owner_role = (select s.role from app.current_session() s)))`);
    this.addSql(`
      create policy of_no_patient on task_event for select to portage_app using (
        patient_id is null and exists (select from task t where t.id = task_event.task_id and t.patient_id is null))`);
  }

  private writes(): void {
    this.addSql(`
      create policy requested on task for insert to portage_app with check (
        created_by = (select s.person_id from app.current_session() s)
        and updated_by = created_by
        and requester_id = any ((select app.grantees())::uuid[])
        and needs <@ (select app.role_scopes())::text[]
        and patient_id <> all ((select app.restricted_patients())::uuid[])
        and exists (
          select 1 from access_grant g
          where g.grantee_id = any ((select app.grantees())::uuid[])
            and g.patient_id = task.patient_id
            and g.revoked_at is null
            and g.status = 'active'
            and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now())
            and task.needs <@ g.scopes))`);
    this.addSql(
      `grant insert (patient_id, title, detail, priority, owner_person_id, owner_organization_id, owner_role, requester_id, due_on, source_kind, source_id, idempotency_key, created_by, updated_by) on task to portage_app`,
    );
    // What may be read is said by the policies for reading, which bind a change too: this says whose it is.
    this.addSql(`
      create policy answered on task for update to portage_app
      using (
        owner_person_id = any ((select app.grantees())::uuid[])
        or requester_id = any ((select app.grantees())::uuid[])
        or updated_by = (select s.person_id from app.current_session() s)
        or owner_person_id is null
          and owner_organization_id = (select s.organization_id from app.current_session() s)
          and owner_role = (select s.role from app.current_session() s))
      with check (updated_by = (select s.person_id from app.current_session() s))`);
    this.addSql(
      `grant update (status, reason, question, owner_person_id, owner_organization_id, owner_role, version, updated_at, updated_by) on task to portage_app`,
    );
    this.addSql(`
      create policy made on task_event for insert to portage_app with check (
        array[session_id::text, person_id::text, organization_id::text] =
          (select array[s.session_id::text, s.person_id::text, s.organization_id::text] from app.current_session() s)
        and (on_behalf_of_id is null or on_behalf_of_id = any ((select app.grantees())::uuid[]))
        and exists (
          select from task t
          where t.id = task_event.task_id and t.version = task_event.version - 1
            and t.patient_id is not distinct from task_event.patient_id))`);
    this.addSql(
      `grant insert (task_id, patient_id, kind, words, version, status, session_id, person_id, organization_id, on_behalf_of_id, from_status, from_reason, from_question, from_owner_person_id, from_owner_organization_id, from_owner_role) on task_event to portage_app`,
    );
  }

  /** What a job asks for is asked by nobody in a session; asked again, it is the same task. */
  private jobs(): void {
    this.addSql(`create policy resolver on task to portage_resolver using (true) with check (true)`);
    this.addSql(`grant select, insert on task to portage_resolver`);
    this.addSql(
      `create policy append_resolver on audit_event for insert to portage_resolver with check (session_id is null and person_id is null)`,
    );
    this.addSql(`grant insert (role, patient_id, action, outcome, row_ids) on audit_event to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.request_task(
        for_patient uuid, title text, detail text, priority text, to_person uuid, to_organization uuid, to_role text,
        asked_by uuid, due_on date, source_kind text, source_id uuid) returns uuid
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        made uuid;
        owner_organization uuid := to_organization;
        owner_role text := to_role;
      begin
        if to_person is not null then
          select p.organization_id, p.role into owner_organization, owner_role from app.posts(array[to_person]) p;
        end if;
        perform pg_advisory_xact_lock(hashtextextended('task ' || source_kind || ' ' || source_id::text, 0));
        select t.id into made from task t
          where t.source_id = request_task.source_id and t.source_kind = request_task.source_kind
            and t.owner_person_id is not distinct from to_person and t.owner_organization_id = owner_organization
            and t.status in ${OPEN};
        if found then return made; end if;
        insert into task (patient_id, title, detail, priority, owner_person_id, owner_organization_id, owner_role, requester_id,
            due_on, source_kind, source_id)
          values (for_patient, title, detail, coalesce(priority, 'routine'), to_person, owner_organization, owner_role, asked_by,
            due_on, source_kind, source_id)
          returning id into made;
        insert into audit_event (role, patient_id, action, outcome, row_ids)
          values ('integration', for_patient, 'tasks:request', 'done', array[made]);
        return made;
      end $$`);
    const signature = 'app.request_task(uuid,text,text,text,uuid,uuid,text,uuid,date,text,uuid)';
    this.addSql(`alter function ${signature} owner to portage_resolver`);
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to portage_resolver, portage_worker`);
  }

  /** Every change reaches the open pages of those concerned who may read the patient, whoever wrote it; a merged record takes its tasks along. */
  private triggers(): void {
    this.addSql(`
      create function app.announce_task() returns trigger
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        perform app.announce(
          app.readers_of(
            array[new.requester_id, new.owner_person_id, old.owner_person_id] || array(
              select m.person_id from membership m
              where new.owner_person_id is null and m.ended_at is null
                and m.organization_id = new.owner_organization_id and m.role = new.owner_role),
            new.patient_id, '{tasks}'),
          'task', new.id);
        return null;
      end $$`);
    this.addSql(
      `create trigger announced after insert or update on task for each row execute function app.announce_task()`,
    );
    // A record that is joined to another takes its tasks along: none may be lost with the old number.
    this.addSql(`create policy resolver on task_event to portage_resolver using (true) with check (true)`);
    this.addSql(`grant select (patient_id), update (patient_id) on task_event to portage_resolver`);
    this.addSql(`grant update (patient_id) on task to portage_resolver`);
    this.addSql(`
      create function app.move_tasks() returns trigger
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        update task set patient_id = new.merged_into_id where patient_id = new.id;
        update task_event set patient_id = new.merged_into_id where patient_id = new.id;
        return null;
      end $$`);
    this.addSql(`
      create trigger moved after update of merged_into_id on patient for each row
      when (new.merged_into_id is not null) execute function app.move_tasks()`);
    for (const name of ['app.announce_task()', 'app.move_tasks()']) {
      this.addSql(`alter function ${name} owner to portage_resolver`);
      this.addSql(`revoke all on function ${name} from public`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
