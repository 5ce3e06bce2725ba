import { Migration } from '@mikro-orm/migrations';

/**
 * When each person last looked: at Portage as a whole (no patient), and at each patient. A visit is a session, so
 * that what is new stays new until the person comes back.
 */
export class Migration20261122001110_home_create extends Migration {
  override up(): void {
    this.addSql(`
      create table visit_mark (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null,
        patient_id uuid,
        session_id uuid not null,
        visited_at timestamptz not null default now(),
        -- the end of the visit before this one; null: there was none
        since timestamptz,
        unique nulls not distinct (person_id, patient_id)
      )`);
    this.addSql(`alter table visit_mark enable row level security`);
    this.addSql(`alter table visit_mark force row level security`);
    this.addSql(
      `create policy own on visit_mark for select to portage_app using (person_id = (select s.person_id from app.current_session() s))`,
    );
    this.addSql(`grant select on visit_mark to portage_app`);
    this.addSql(`create policy resolver on visit_mark to portage_resolver using (true) with check (true)`);
    this.addSql(`grant select, insert, update on visit_mark to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);
    // Says nothing of the patient: a mark on one who is hidden or absent is a mark that nobody reads.
    this.addSql(`
      create function app.mark_visit(patient uuid) returns timestamptz
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare marked timestamptz;
      begin
        insert into visit_mark as m (person_id, patient_id, session_id)
        select s.person_id, patient, s.session_id from app.live_session() s
        on conflict (person_id, patient_id) do update set
          since = case when m.session_id = excluded.session_id then m.since else m.visited_at end,
          session_id = excluded.session_id,
          visited_at = excluded.visited_at
        returning m.visited_at into marked;
        return marked;
      end $$`);
    this.addSql(`alter function app.mark_visit(uuid) owner to portage_resolver`);
    this.addSql(`revoke all on function app.mark_visit(uuid) from public`);
    this.addSql(`grant execute on function app.mark_visit(uuid) to portage_resolver, portage_app`);
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
