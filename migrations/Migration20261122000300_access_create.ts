import { Migration } from '@mikro-orm/migrations';

/**
 * Patients' anchor table, access grants and restrictions. `patient` comes here because every
 * grant names one; the rest of the record follows in the next migrations.
 */
export class Migration20261122000300_access_create extends Migration {
  override up(): void {
    this.addSql(`
      create table patient (
        id uuid primary key,
        family_name text not null,
        given_name text not null default '',
        -- lower-case "family given family": a prefix search on it stays leakproof, so it keeps its index
        name_search text not null,
        birth_date date,
        sex text not null default 'unknown' check (sex in ('female','male','other','unknown')),
        mrn text,
        deceased boolean not null default false,
        deceased_at timestamptz,
        telephone text,
        address text,
        city text,
        state text,
        language text,
        tribal_affiliation text,
        merged_into_id uuid references patient,
        -- never empty: nothing needed would mean that every role may read it
        needs text[] not null default '{demographics}' check (cardinality(needs) > 0),
        source_system text not null,
        source_type text not null,
        source_id text not null,
        source_version text,
        source_updated_at timestamptz,
        source_hash bytea not null,
        received_at timestamptz not null default now()
      )`);
    this.addSql(`create index patient_name_search_idx on patient (name_search text_pattern_ops)`);
    this.addSql(`create index patient_mrn_idx on patient (mrn)`);
    this.addSql(`create index patient_birth_date_idx on patient (birth_date)`);
    this.addSql(`create index patient_merged_idx on patient (id) where merged_into_id is not null`);
    this.addSql(`
      create table access_grant (
        id uuid primary key,
        patient_id uuid not null references patient,
        grantee_id uuid not null,
        grantee_kind text not null check (grantee_kind in ('organization','person')),
        basis text not null check (basis in ('primary-care-of-record','referral','care-team','coverage','patient-request','break-glass')),
        basis_detail text,
        scopes text[] not null check (scopes <@ array['demographics','referral','oncology','clinical','results','palliative','documents','access-log','messages','tasks','care-plan','substance-use','mental-health','hiv','genetics','reproductive']),
        status text not null default 'active' check (status in ('requested','active')),
        valid_from timestamptz not null default now(),
        valid_until timestamptz,
        granted_by uuid references person,
        granted_at timestamptz not null default now(),
        revoked_at timestamptz,
        revoked_by uuid references person,
        revoked_reason text,
        check (valid_until is null or valid_until > valid_from),
        check (basis <> 'break-glass' or (valid_until is not null and valid_until <= valid_from + interval '60 minutes')),
        check ((revoked_at is null) = (revoked_reason is null))
      )`);
    this.addSql(
      `create unique index access_grant_live_idx on access_grant (grantee_id, patient_id, basis) where revoked_at is null`,
    );
    this.addSql(`create index access_grant_patient_idx on access_grant (patient_id)`);
    this.addSql(`
      create table access_restriction (
        id uuid primary key,
        patient_id uuid not null references patient,
        grantee_id uuid not null,
        reason text not null,
        restricted_at timestamptz not null default now(),
        lifted_at timestamptz
      )`);
    this.addSql(
      `create index access_restriction_grantee_idx on access_restriction (grantee_id) where lifted_at is null`,
    );
  }
}
