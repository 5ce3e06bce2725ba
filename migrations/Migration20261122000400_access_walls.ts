import { Migration } from '@mikro-orm/migrations';

const definer = (signature: string) => [
  `alter function ${signature} owner to portage_resolver`,
  `revoke all on function ${signature} from public`,
];

/**
 * The second wall. The API tells PostgreSQL the secret session token, never a user id; definer
 * functions resolve it, each at most once for each table of a statement: policies name them in FROM,
 * or wrap them in `(select …)`, and never ask them of a row. Their search path ends in pg_temp: left out, it would come first, and a caller's
 * temporary table named `session` would be believed. A row says in `needs` which scopes its reader
 * must hold; one live grant must hold them all, and the reader's role too.
 */
export class Migration20261122000400_access_walls extends Migration {
  override up(): void {
    this.addSql(
      `grant select on person, membership, session, delegation, role_scope, access_restriction, credential, organization to portage_resolver`,
    );
    this.addSql(`grant insert, update on session to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);

    // The three questions behind every answer, each asked in one place: which session is live, for whom a
    // person stands in, which records are closed to a reader. Plain SQL that PostgreSQL writes into the
    // definer functions below, whose search path and rights it then has; nobody else may execute it.
    this.addSql(`
      create function app.live_session()
      returns table (session_id uuid, person_id uuid, organization_id uuid, role text, expires_at timestamptz, previous_sign_in_at timestamptz)
      language sql stable as $$
        select s.id, m.person_id, m.organization_id, m.role, s.expires_at, s.previous_sign_in_at
        from session s
        join membership m on m.id = s.membership_id and m.ended_at is null
        join person p on p.id = m.person_id and p.disabled_at is null
        where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
          and s.revoked_at is null
          and s.expires_at > now()
          and s.last_seen_at > now() - interval '15 minutes'
      $$`);
    // Who has left can no longer be stood in for.
    this.addSql(`
      create function app.principals(delegate uuid) returns table (id uuid)
      language sql stable as $$
        select d.principal_id from delegation d
        join person p on p.id = d.principal_id and p.disabled_at is null
        where d.delegate_id = delegate and d.revoked_at is null
          and d.valid_from <= now() and (d.valid_until is null or d.valid_until > now())
          and exists (select from membership m where m.person_id = p.id and m.ended_at is null)
      $$`);
    // Closed whatever was granted: by the patient's word, or because the record was merged and lives on elsewhere.
    this.addSql(`
      create function app.closed_to(grantees uuid[]) returns table (id uuid)
      language sql stable as $$
        select r.patient_id from access_restriction r where r.grantee_id = any (grantees) and r.lifted_at is null
        union all
        select p.id from patient p
        where p.merged_into_id is not null
          and exists (select from access_grant g where g.patient_id = p.id and g.grantee_id = any (grantees))
      $$`);
    for (const signature of ['app.live_session()', 'app.principals(uuid)', 'app.closed_to(uuid[])']) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver`);
    }

    this.addSql(`
      create function app.current_session()
      returns table (session_id uuid, person_id uuid, organization_id uuid, role text)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query select s.session_id, s.person_id, s.organization_id, s.role from app.live_session() s;
      end $$`);
    // All that a row policy asks about its reader, in one call for each table of a statement. No session, no row.
    this.addSql(`
      create function app.reader()
      returns table (grantees uuid[], scopes text[], closed uuid[])
      language plpgsql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query
          select viewer.grantees,
            array(select r.scope from role_scope r where r.role = viewer.role),
            array(select c.id from app.closed_to(viewer.grantees) c)
          from (
            select s.role, array[s.person_id, s.organization_id] || array(select p.id from app.principals(s.person_id) p) as grantees
            from app.live_session() s
            offset 0) viewer;
      end $$`);
    this.addSql(`
      create function app.grantees() returns uuid[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return coalesce(
          (select array[s.person_id, s.organization_id] || array(select p.id from app.principals(s.person_id) p) from app.live_session() s),
          array[]::uuid[]);
      end $$`);
    this.addSql(`
      create function app.role_scopes() returns text[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return array(select r.scope from app.live_session() s join role_scope r on r.role = s.role);
      end $$`);
    this.addSql(`
      create function app.restricted_patients() returns uuid[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      declare viewers uuid[] := app.grantees();
      begin
        return array(select c.id from app.closed_to(viewers) c);
      end $$`);
    // One call opens a transaction for a session: it binds the token to this transaction only
    // (a plain SET would stay on the pooled connection), keeps the idle clock, and says who is there.
    this.addSql(`
      create function app.enter(token text)
      returns table (session_id uuid, person_id uuid, organization_id uuid, role text, grantees uuid[], expires_at timestamptz, previous_sign_in_at timestamptz)
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare viewer record;
      begin
        perform set_config('app.session', coalesce(token, ''), true);
        select * into viewer from app.live_session();
        if not found then return; end if;
        update session s set last_seen_at = now()
          where s.id = viewer.session_id and s.last_seen_at < now() - interval '1 minute';
        return query select viewer.session_id, viewer.person_id, viewer.organization_id, viewer.role,
          app.grantees(), viewer.expires_at, viewer.previous_sign_in_at;
      end $$`);
    this.addSql(`
      create function app.previous_sign_in() returns timestamptz
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return (select s.previous_sign_in_at from app.live_session() s);
      end $$`);
    this.addSql(`
      create function app.credentials(given_email text)
      returns table (person_id uuid, membership_id uuid, password_hash text)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query
          select p.id, m.id, c.password_hash
          from person p
          join credential c on c.person_id = p.id
          join membership m on m.person_id = p.id and m.ended_at is null
          where p.email = lower(given_email) and p.disabled_at is null
          order by m.started_at, m.id limit 1;
      end $$`);
    this.addSql(`
      create function app.open_session(session_id uuid, new_token_hash bytea, for_membership uuid, expires timestamptz)
      returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        insert into session (id, token_hash, membership_id, expires_at, previous_sign_in_at)
        values (session_id, new_token_hash, for_membership, least(expires, now() + interval '12 hours'),
          (select max(s.created_at) from session s join membership m on m.id = s.membership_id
            where m.person_id = (select mm.person_id from membership mm where mm.id = for_membership)));
      end $$`);
    this.addSql(`
      create function app.close_session() returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        update session s set revoked_at = now()
          where s.id = (select c.session_id from app.current_session() c);
        return found;
      end $$`);
    // Whoever can make the API run SQL of their own must not get to open a session: only the door can.
    const callers: [signature: string, roles: string][] = [
      ['app.current_session()', 'portage_app, portage_door'],
      ['app.reader()', 'portage_app'],
      ['app.enter(text)', 'portage_app, portage_door'],
      ['app.grantees()', 'portage_app, portage_door'],
      ['app.role_scopes()', 'portage_app'],
      ['app.restricted_patients()', 'portage_app'],
      ['app.previous_sign_in()', 'portage_app'],
      ['app.close_session()', 'portage_app'],
      ['app.credentials(text)', 'portage_door'],
      ['app.open_session(uuid,bytea,uuid,timestamptz)', 'portage_door'],
    ];
    for (const [signature, roles] of callers) {
      for (const statement of definer(signature)) this.addSql(statement);
      this.addSql(`grant execute on function ${signature} to portage_resolver, ${roles}`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);

    // Identity: FORCE everywhere; the resolver reads it all, the app sees names only.
    for (const table of [
      'organization',
      'person',
      'membership',
      'session',
      'delegation',
      'credential',
      'role_scope',
      'access_restriction',
    ]) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
      this.addSql(`create policy steward on ${table} to portage_steward using (true) with check (true)`);
      // Sessions are opened by the door alone, and what a role reads changes with a release alone.
      const rights: Record<string, string> = { session: 'select, update', role_scope: 'select' };
      this.addSql(`grant ${rights[table] ?? 'select, insert, update'} on ${table} to portage_steward`);
    }
    for (const table of ['organization', 'person']) {
      this.addSql(
        `create policy signed_in on ${table} for select to portage_app using (cardinality((select app.grantees())) > 0)`,
      );
    }
    this.addSql(`grant select on organization to portage_app`);
    this.addSql(`grant select (id, family_name, given_name, npi) on person to portage_app`);
    this.addSql(
      `create policy own on membership for select to portage_app using (person_id = any ((select app.grantees())::uuid[]))`,
    );
    this.addSql(`grant select on membership to portage_app`);
    this.addSql(`create policy known on role_scope for select to portage_app using (true)`);
    this.addSql(`grant select on role_scope to portage_app`);
    for (const table of ['organization', 'person', 'membership']) {
      this.addSql(`create policy ingest on ${table} for select to portage_ingest using (true)`);
      this.addSql(`grant select on ${table} to portage_ingest`);
    }
    this.addSql(`create policy ingest on access_restriction to portage_ingest using (true) with check (true)`);
    this.addSql(`grant select, insert, update on access_restriction to portage_ingest`);

    // Grants: a viewer sees those that name them, their organisation, or whom they stand in for.
    this.addSql(`alter table access_grant enable row level security`);
    this.addSql(`alter table access_grant force row level security`);
    this.addSql(
      `create policy own on access_grant for select to portage_app using (grantee_id = any ((select app.grantees())::uuid[]))`,
    );
    this.addSql(`grant select on access_grant to portage_app`);
    this.addSql(`create policy resolver on access_grant for select to portage_resolver using (true)`);
    this.addSql(`grant select on access_grant to portage_resolver`);
    this.addSql(`create policy ingest on access_grant to portage_ingest using (true) with check (true)`);
    this.addSql(`grant select, insert, update on access_grant to portage_ingest`);
    this.addSql(`create policy steward on access_grant to portage_steward using (true) with check (true)`);
    this.addSql(`grant select, insert, update on access_grant to portage_steward`);

    // Every table of the record is walled by this one procedure, so that no table can have a policy of its own taste.
    // PostgreSQL keeps what app.reader() said while it goes through a table's rows.
    // The patient's own row is named by id, every other row by patient_id.
    this.addSql(`
      create procedure app.protect(table_name text, patient_column text default 'patient_id')
      language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        execute format('alter table %I enable row level security', table_name);
        execute format('alter table %I force row level security', table_name);
        execute format($policy$
          create policy granted on %1$I for select to portage_app using (
            exists (
              select 1 from app.reader() reader join access_grant g on g.grantee_id = any (reader.grantees)
              where %1$I.needs <@ reader.scopes
                and %1$I.%2$I <> all (reader.closed)
                and g.patient_id = %1$I.%2$I
                and g.revoked_at is null
                and g.status = 'active'
                and g.valid_from <= now()
                and (g.valid_until is null or g.valid_until > now())
                and %1$I.needs <@ g.scopes))
          $policy$, table_name, patient_column);
        execute format('grant select on %I to portage_app', table_name);
        execute format('create policy ingest on %I to portage_ingest using (true) with check (true)', table_name);
        execute format('grant select, insert, update, delete on %I to portage_ingest', table_name);
      end $$`);
    this.addSql(`revoke all on procedure app.protect(text, text) from public`);
    this.addSql(`call app.protect('patient', 'id')`);
    this.addSql(`create policy resolver on patient for select to portage_resolver using (true)`);
    this.addSql(`grant select (id, merged_into_id) on patient to portage_resolver`);
  }
}
