import { Migration } from '@mikro-orm/migrations';

const LIVE_GRANT = (table: string) => `
  needs <@ (select app.role_scopes())::text[]
  and patient_id <> all ((select app.restricted_patients())::uuid[])
  and exists (
    select 1 from access_grant g
    where g.grantee_id = any ((select app.grantees())::uuid[])
      and g.patient_id = ${table}.patient_id
      and g.revoked_at is null
      and g.status = 'active'
      and g.valid_from <= now()
      and (g.valid_until is null or g.valid_until > now())
      and ${table}.needs <@ g.scopes)`;

/** Who writes plans; the one to whom a plan is sent answers it. */
const CENTRE = `(select s.role from app.current_session() s) in ('oncologist','oncology-nurse')`;

/** Follow-up plans, version by version, and who answered for which line. */
export class Migration20261122001400_survivorship_create extends Migration {
  override up(): void {
    // No foreign key: it would tell whether a hidden patient exists.
    this.addSql(`
      create table follow_up_plan (
        id uuid primary key default gen_random_uuid(),
        patient_id uuid not null,
        needs text[] not null default '{care-plan}' check (needs = '{care-plan}'),
        version integer not null check (version > 0),
        state text not null default 'draft' check (state in ('draft','signed','sent','received','active','revised','closed')),
        -- goes up with each change: the compare of every compare-and-set
        revision integer not null default 1,
        rule_set_version text not null,
        -- IANA time zone whose today counts
        zone text not null,
        -- what people decided about lines, and wrote where the record is silent
        decisions jsonb not null default '[]',
        filled jsonb not null default '[]',
        -- as it was signed, to the byte; null in a draft
        content text,
        hash text check (hash ~ '^[0-9a-f]{64}$'),
        drafted_at timestamptz not null default now(),
        drafted_by uuid not null,
        signed_at timestamptz,
        signed_by uuid,
        sent_at timestamptz,
        sent_by uuid,
        recipient_id uuid,
        received_at timestamptz,
        agreed_at timestamptz,
        closed_at timestamptz,
        closed_by uuid,
        close_reason text check (length(close_reason) <= 1000),
        check ((state = 'draft') = (signed_at is null)),
        check ((signed_at is null) = (content is null) and (content is null) = (hash is null) and (content is null) = (signed_by is null)),
        check ((sent_at is null) = (recipient_id is null) and (sent_at is null) = (sent_by is null)),
        check ((state = 'closed') = (closed_at is not null))
      )`);
    this.addSql(`create index follow_up_plan_patient_idx on follow_up_plan (patient_id, version desc)`);
    // Of two who begin a draft at once one finds it there. A row that the policy refuses never reaches an index.
    this.addSql(`create unique index follow_up_plan_draft_idx on follow_up_plan (patient_id) where state = 'draft'`);
    this.addSql(`
      create table follow_up_line (
        id uuid primary key default gen_random_uuid(),
        -- of the plan and the key, so that it is known before the plan is signed
        line_id uuid not null,
        plan_id uuid not null,
        patient_id uuid not null,
        needs text[] not null default '{care-plan}' check (needs = '{care-plan}'),
        key text not null,
        title text not null,
        owner text not null check (owner in ('oncology','primary-care','palliative','other','patient')),
        -- as last reckoned; what is done since only puts it off
        opens_on date,
        due_on date,
        -- what the days follow from, apart from what was done
        basis jsonb not null,
        -- somebody has to say whether they take it on
        asked boolean not null,
        response text not null default 'none' check (response in ('none','accepted','declined','asked')),
        words text check (length(words) <= 1000),
        responded_at timestamptz,
        responded_by uuid,
        -- the response that this one replaced: what taking it back restores
        response_before text check (response_before in ('none','accepted','declined','asked')),
        words_before text,
        -- whether its plan is the one in force
        in_force boolean not null default false,
        check ((response = 'none') = (responded_at is null) and (responded_at is null) = (responded_by is null)),
        check (response not in ('declined','asked') or words is not null)
      )`);
    this.addSql(`create index follow_up_line_plan_idx on follow_up_line (plan_id)`);
    this.addSql(`create index follow_up_line_patient_idx on follow_up_line (patient_id)`);
    this.addSql(
      `create index follow_up_line_due_idx on follow_up_line (patient_id, opens_on) where in_force and opens_on is not null`,
    );
    this.walls();
    this.writes();
    this.triggers();
  }

  private walls(): void {
    for (const table of ['follow_up_plan', 'follow_up_line']) {
      this.addSql(`call app.protect('${table}')`);
      // The record's wall under another name: no import fills these tables, so they are not of the record.
      this.addSql(`alter policy granted on ${table} rename to of_patient`);
      this.addSql(`drop policy ingest on ${table}`);
      this.addSql(`revoke all on ${table} from portage_ingest`);
    }
  }

  private writes(): void {
    this.addSql(`
      create policy drafted on follow_up_plan for insert to portage_app with check (
        state = 'draft' and ${CENTRE} and drafted_by = (select s.person_id from app.current_session() s) and ${LIVE_GRANT('follow_up_plan')})`);
    this.addSql(
      `grant insert (patient_id, version, rule_set_version, zone, decisions, filled, drafted_by) on follow_up_plan to portage_app`,
    );
    // What may be read is said by the policy for reading, which binds a change too.
    this.addSql(
      `create policy carried_on on follow_up_plan for update to portage_app
       using (state <> 'closed' and (${CENTRE} or recipient_id = any ((select app.grantees())::uuid[]))) with check (true)`,
    );
    this.addSql(
      `grant update (state, revision, rule_set_version, decisions, filled, content, hash, signed_at, signed_by, sent_at, sent_by, recipient_id, received_at, agreed_at, closed_at, closed_by, close_reason) on follow_up_plan to portage_app`,
    );
    this.addSql(
      `create policy signed on follow_up_line for insert to portage_app with check (${CENTRE} and ${LIVE_GRANT('follow_up_line')})`,
    );
    this.addSql(
      `grant insert (line_id, plan_id, patient_id, key, title, owner, opens_on, due_on, basis, asked, response, words, responded_at, responded_by) on follow_up_line to portage_app`,
    );
    this.addSql(
      `create policy answered on follow_up_line for update to portage_app
       using (${CENTRE} or exists (
         select from follow_up_plan f
         where f.id = follow_up_line.plan_id and f.patient_id = follow_up_line.patient_id
           and f.recipient_id = any ((select app.grantees())::uuid[])))
       with check (true)`,
    );
    this.addSql(
      `grant update (response, words, responded_at, responded_by, response_before, words_before, in_force, opens_on, due_on) on follow_up_line to portage_app`,
    );
  }

  private triggers(): void {
    this.addSql(`
      create function app.keep_signed_plan() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        if old.content is not null and (new.content, new.hash, new.signed_at, new.signed_by, new.version, new.rule_set_version, new.zone, new.decisions, new.filled)
            is distinct from (old.content, old.hash, old.signed_at, old.signed_by, old.version, old.rule_set_version, old.zone, old.decisions, old.filled) then
          raise exception 'a signed follow-up plan does not change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger signed before update on follow_up_plan for each row execute function app.keep_signed_plan()`,
    );
    this.addSql(`revoke all on function app.keep_signed_plan() from public`);
    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.announce_plan() returns trigger
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        perform app.announce(
          app.readers_of(array[new.signed_by, new.recipient_id], new.patient_id, '{care-plan}'), 'plan', new.id);
        return null;
      end $$`);
    this.addSql(
      `create trigger announced after update on follow_up_plan for each row execute function app.announce_plan()`,
    );
    for (const table of ['follow_up_plan', 'follow_up_line']) {
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
      this.addSql(`grant select (patient_id), update (patient_id) on ${table} to portage_resolver`);
    }
    this.addSql(`grant select (state) on follow_up_plan to portage_resolver`);
    this.addSql(`grant delete on follow_up_plan to portage_resolver`);
    // A record that is joined to another takes its plans along; a draft of it was nobody's word yet.
    this.addSql(`
      create function app.move_plans() returns trigger
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        delete from follow_up_plan where patient_id = new.id and state = 'draft';
        update follow_up_plan set patient_id = new.merged_into_id where patient_id = new.id;
        update follow_up_line set patient_id = new.merged_into_id where patient_id = new.id;
        return null;
      end $$`);
    this.addSql(`
      create trigger plans_moved after update of merged_into_id on patient for each row
      when (new.merged_into_id is not null) execute function app.move_plans()`);
    for (const name of ['app.announce_plan()', 'app.move_plans()']) {
      this.addSql(`alter function ${name} owner to portage_resolver`);
      this.addSql(`revoke all on function ${name} from public`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
