import { Migration } from '@mikro-orm/migrations';

/**
 * EHRs that may call the CDS Hooks services: each with its public keys and an account of its own in
 * the practice that runs it. The door alone opens a session for one, and each signed call opens one once.
 */
export class Migration20261122001050_cds_clients_create extends Migration {
  override up(): void {
    this.addSql(`
      create table cds_client (
        id uuid primary key default gen_random_uuid(),
        issuer text not null unique,
        name text not null,
        -- a JSON Web Key Set of public keys
        keys jsonb not null check (jsonb_typeof(keys -> 'keys') = 'array'),
        membership_id uuid not null references membership,
        disabled_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table cds_token (
        client_id uuid not null references cds_client,
        jti text not null check (length(jti) between 1 and 200),
        expires_at timestamptz not null,
        primary key (client_id, jti)
      )`);
    this.addSql(`create index cds_token_expires_idx on cds_token (expires_at)`);
    this.addSql(`
      create table cds_feedback (
        id uuid primary key default gen_random_uuid(),
        client_id uuid not null references cds_client,
        service text not null,
        card uuid not null,
        outcome text not null check (outcome in ('accepted','overridden')),
        reason text check (length(reason) <= 100),
        comment text check (length(comment) <= 1000),
        outcome_at timestamptz not null,
        received_at timestamptz not null default now()
      )`);
    for (const table of ['cds_client', 'cds_token', 'cds_feedback']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
      this.addSql(`create policy steward on ${table} to portage_steward using (true) with check (true)`);
    }
    this.addSql(`grant select on cds_client to portage_resolver`);
    this.addSql(`grant select, insert, delete on cds_token to portage_resolver`);
    this.addSql(`grant insert on cds_feedback to portage_resolver`);
    this.addSql(`grant select, insert, update on cds_client to portage_steward`);
    this.addSql(`grant select on cds_feedback to portage_steward`);

    this.addSql(`grant create on schema app to portage_resolver`);
    // An account that could also sign in with a password would be a person's, and the audit would name that person.
    this.addSql(`
      create function app.cds_client(given_issuer text) returns table (id uuid, keys jsonb)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query
          select c.id, c.keys from cds_client c
          join membership m on m.id = c.membership_id and m.ended_at is null and m.role = 'practice-staff'
          join person p on p.id = m.person_id and p.disabled_at is null
          where c.issuer = given_issuer and c.disabled_at is null
            and not exists (select from credential k where k.person_id = p.id);
      end $$`);
    this.addSql(`
      create function app.open_cds_session(given_client uuid, given_jti text, jti_expires timestamptz, session_id uuid, new_token_hash bytea)
      returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        delete from cds_token t where t.expires_at < now() - interval '1 hour';
        insert into cds_token (client_id, jti, expires_at) values (given_client, given_jti, jti_expires) on conflict do nothing;
        if not found then return false; end if;
        insert into session (id, token_hash, membership_id, expires_at)
        select session_id, new_token_hash, c.membership_id, now() + interval '1 minute'
        from cds_client c where c.id = given_client and c.disabled_at is null;
        return found;
      end $$`);
    this.addSql(`
      create function app.keep_cds_feedback(given_client uuid, given_service text, given_card uuid, given_outcome text, given_reason text, given_comment text, given_at timestamptz)
      returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        insert into cds_feedback (client_id, service, card, outcome, reason, comment, outcome_at)
        values (given_client, given_service, given_card, given_outcome, given_reason, given_comment, given_at);
      end $$`);
    for (const signature of [
      'app.cds_client(text)',
      'app.open_cds_session(uuid,text,timestamptz,uuid,bytea)',
      'app.keep_cds_feedback(uuid,text,uuid,text,text,text,timestamptz)',
    ]) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, portage_door`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
