import { Migration } from '@mikro-orm/migrations';

/** Organisations, people, memberships, credentials, sessions and delegations: who may sign in, as whom. */
export class Migration20261122000200_identity_create extends Migration {
  override up(): void {
    this.addSql(`
      create table organization (
        id uuid primary key,
        kind text not null check (kind in ('cancer-centre','community-practice','ihs-facility','tribal-facility','urban-indian-facility','rural-health-clinic','hospice')),
        name text not null,
        npi text unique,
        telephone text,
        telephone_24x7 text,
        time_zone text not null,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table person (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        family_name text not null,
        given_name text not null,
        npi text unique,
        disabled_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table credential (
        person_id uuid primary key references person,
        password_hash text not null,
        changed_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table membership (
        id uuid primary key,
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        role text not null check (role in ('community-clinician','practice-staff','practice-administrator','oncologist','oncology-nurse','palliative-clinician','navigator','centre-administrator','privacy-officer','integration')),
        started_at timestamptz not null default now(),
        ended_at timestamptz,
        unique (person_id, organization_id, role)
      )`);
    this.addSql(`create index membership_organization_idx on membership (organization_id)`);
    this.addSql(`
      create table session (
        id uuid primary key,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        membership_id uuid not null references membership,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        previous_sign_in_at timestamptz
      )`);
    this.addSql(`create index session_membership_idx on session (membership_id, created_at desc)`);
    this.addSql(`
      create table delegation (
        id uuid primary key,
        principal_id uuid not null references person,
        delegate_id uuid not null references person,
        kind text not null check (kind in ('delegate','cover')),
        valid_from timestamptz not null default now(),
        valid_until timestamptz,
        revoked_at timestamptz,
        check (principal_id <> delegate_id)
      )`);
    this.addSql(`create index delegation_delegate_idx on delegation (delegate_id) where revoked_at is null`);
    this.addSql(`
      create table role_scope (
        role text not null,
        scope text not null,
        primary key (role, scope)
      )`);
    // The same matrix stands in api/src/access/scopes.ts; test/access proves that the two agree.
    this.addSql(`
      insert into role_scope (role, scope)
      select role, unnest(scopes) from (values
        ('community-clinician', array['demographics','referral','oncology','clinical','results','palliative','documents','access-log','messages','tasks','care-plan','substance-use','mental-health','hiv','genetics','reproductive']),
        ('oncologist', array['demographics','referral','oncology','clinical','results','palliative','documents','access-log','messages','tasks','care-plan','substance-use','mental-health','hiv','genetics','reproductive']),
        ('oncology-nurse', array['demographics','referral','oncology','clinical','results','palliative','documents','access-log','messages','tasks','care-plan','substance-use','mental-health','hiv','genetics','reproductive']),
        ('palliative-clinician', array['demographics','referral','oncology','clinical','results','palliative','documents','access-log','messages','tasks','care-plan','substance-use','mental-health','hiv','genetics','reproductive']),
        ('practice-staff', array['demographics','referral','oncology','clinical','results','messages','tasks','care-plan']),
        ('navigator', array['demographics','referral','messages','tasks'])
      ) as matrix (role, scopes)`);
  }
}
