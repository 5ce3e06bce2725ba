import { Migration } from '@mikro-orm/migrations';

/**
 * The audit: append-only rows written in the transaction of the read or write. Nothing is chained
 * at that moment, so no request waits for another; the sealer later closes ranges of transaction
 * ids that can no longer change and chains their hashes (see decisions/).
 */
export class Migration20261122000600_audit_create extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_event (
        id bigint generated always as identity primary key,
        -- the writing transaction: all rows below the oldest running one are final
        xid xid8 not null default pg_current_xact_id(),
        at timestamptz not null default clock_timestamp(),
        request_id uuid,
        session_id uuid,
        person_id uuid,
        acting_for_id uuid,
        organization_id uuid,
        role text,
        patient_id uuid,
        action text not null,
        outcome text not null check (outcome in ('done','denied','failed')),
        sections text[] not null default '{}',
        row_ids uuid[] not null default '{}',
        detail text
      )`);
    this.addSql(`create index audit_event_xid_idx on audit_event (xid, id)`);
    this.addSql(`create index audit_event_patient_idx on audit_event (patient_id, at desc)`);
    this.addSql(`
      create table audit_seal (
        batch integer primary key check (batch > 0),
        from_xid xid8 not null,
        to_xid xid8 not null check (to_xid > from_xid),
        rows integer not null check (rows >= 0),
        previous_hash bytea not null,
        hash bytea not null,
        sealed_at timestamptz not null default now()
      )`);
    for (const table of ['audit_event', 'audit_seal']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy sealer on ${table} for select to portage_sealer using (true)`);
      this.addSql(`grant select on ${table} to portage_sealer`);
    }
    this.addSql(`create policy sealer_appends on audit_seal for insert to portage_sealer with check (true)`);
    this.addSql(`grant insert on audit_seal to portage_sealer`);

    // The app may write only in its own session's name (or, before sign-in, in nobody's), for nobody
    // that it does not stand in for, and may read who viewed a patient whose access log it may read.
    this.addSql(`
      create policy append on audit_event for insert to portage_app, portage_door
      with check (
        array[session_id::text, person_id::text, organization_id::text, role] = coalesce(
          (select array[s.session_id::text, s.person_id::text, s.organization_id::text, s.role] from app.current_session() s),
          array[null, null, null, null]::text[])
        and (acting_for_id is null or acting_for_id = any ((select app.grantees())::uuid[])))`);
    this.addSql(
      `grant insert (request_id, session_id, person_id, acting_for_id, organization_id, role, patient_id, action, outcome, sections, row_ids, detail) on audit_event to portage_app, portage_door`,
    );
    this.addSql(`
      create policy access_log on audit_event for select to portage_app using (
        exists (
          select 1 from app.reader() reader join access_grant g on g.grantee_id = any (reader.grantees)
          where 'access-log' = any (reader.scopes)
            and audit_event.patient_id <> all (reader.closed)
            and g.patient_id = audit_event.patient_id
            and g.revoked_at is null
            and g.status = 'active'
            and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now())
            and 'access-log' = any (g.scopes)))`);
    this.addSql(
      `grant select (id, at, person_id, organization_id, role, patient_id, action, outcome, sections) on audit_event to portage_app`,
    );
    for (const role of ['portage_ingest', 'portage_steward']) {
      this.addSql(
        `create policy append_${role} on audit_event for insert to ${role} with check (session_id is null and person_id is null)`,
      );
      this.addSql(
        `grant insert (request_id, role, patient_id, action, outcome, sections, row_ids, detail) on audit_event to ${role}`,
      );
    }
  }
}
