import { Migration } from '@mikro-orm/migrations';

/** Where a row came from and as of when: on every table that an import fills. */
const PROVENANCE = `
  source_system text not null,
  source_type text not null,
  source_id text not null,
  source_version text,
  source_updated_at timestamptz,
  source_hash bytea not null,
  received_at timestamptz not null default now()`;

/** A row of one patient's record: whose, and which scopes its reader must hold. */
const compartment = (scope: string) => `
  id uuid primary key,
  patient_id uuid not null references patient,
  needs text[] not null default '{${scope}}' check (cardinality(needs) > 0),${PROVENANCE}`;

/** Table, the scope its rows need unless the import says more, its own columns. */
const RECORD: [table: string, scope: string, columns: string][] = [
  ['patient_identifier', 'demographics', `system text, value text not null, type text`],
  [
    'patient_contact',
    'palliative',
    `name text not null, relationship text, telephone text, is_carer boolean not null default false`,
  ],
  [
    'care_team_member',
    'demographics',
    `care_team_id uuid, team text check (team in ('oncology','palliative','primary-care','other')), name text not null, role text not null, organization_name text, npi text, telephone text, around_the_clock boolean not null default false, status text, started_on date, ended_on date`,
  ],
  [
    'condition',
    'clinical',
    `category text not null check (category in ('problem','primary-cancer','secondary-cancer')), code_system text, code text, display text not null, body_site text, laterality text, histology text, clinical_status text, verification_status text, onset_on date, abated_on date, recorded_on date, stage_text text, primary_condition_id uuid, states_none boolean not null default false`,
  ],
  [
    'observation',
    'results',
    `category text not null check (category in ('laboratory','vital-signs','stage','tumor-marker','biomarker','performance-status','disease-status','assessment','preference','imaging','social-history','other')), family text, code_system text, code text, display text not null, status text, value_number double precision, value_text text, value_code text, unit text, reference_low double precision, reference_high double precision, flag text check (flag in ('low','normal','high','critical-low','critical-high','abnormal')), effective_at timestamptz, effective_precision text check (effective_precision in ('year','month','day','time')), issued_at timestamptz, focus_id uuid, parent_id uuid, method text, body_site text, performer_name text, note text, told_by_parts boolean not null default false`,
  ],
  [
    'procedure',
    'oncology',
    `kind text not null check (kind in ('surgery','radiation','transplant','imaging','other')), code_system text, code text, display text not null, status text, treatment_intent text, body_site text, laterality text, started_on date, ended_on date, reason_id uuid, modality text, technique text, sessions integer, outcome text`,
  ],
  [
    'radiotherapy_dose',
    'oncology',
    `procedure_id uuid not null, volume text not null, dose_cgy double precision, fractions integer`,
  ],
  [
    'medication_use',
    'clinical',
    `category text not null check (category in ('cancer-systemic','supportive','anticipatory','other')), code_system text, code text, display text not null, status text, treatment_intent text, started_on date, ended_on date, dose_amount double precision, dose_unit text, dose_text text, route text, reason text, reason_id uuid, request_id uuid, care_plan_id uuid, termination_reason text, states_none boolean not null default false`,
  ],
  [
    'allergy_intolerance',
    'clinical',
    `code_system text, code text, display text not null, clinical_status text, verification_status text, criticality text, reaction text, recorded_on date, states_none boolean not null default false`,
  ],
  [
    'immunization',
    'clinical',
    `code_system text, code text, display text not null, status text, given_on date, performer_name text`,
  ],
  [
    'diagnostic_report',
    'results',
    `category text, code_system text, code text, display text not null, status text, effective_at timestamptz, issued_at timestamptz, conclusion text, performer_name text, told_by_parts boolean not null default false`,
  ],
  [
    'imaging_study',
    'results',
    `modality text, body_site text, description text, status text, started_at timestamptz, series_count integer, instance_count integer`,
  ],
  [
    'document_reference',
    'documents',
    `title text not null, type_code text, type_display text, status text, written_at timestamptz, author text, content_type text, size_bytes integer, advance_directive boolean not null default false`,
  ],
  ['document_content', 'documents', `content_type text not null, body bytea not null`],
  [
    'encounter',
    'clinical',
    `class text, display text, status text, started_at timestamptz, ended_at timestamptz, reason text, location_name text, practitioner_name text, organization_name text, palliative boolean not null default false`,
  ],
  [
    'service_request',
    'referral',
    `kind text not null check (kind in ('referral','order','do-not-resuscitate','other')), code_system text, code text, display text not null, status text, intent text, priority text, authored_at timestamptz, occurs_on date, requester_name text, performer_name text, reason text, palliative boolean not null default false`,
  ],
  [
    'appointment',
    'referral',
    `description text not null, service_type text, status text, starts_at timestamptz, ends_at timestamptz, practitioner_name text, location_name text`,
  ],
  ['goal', 'palliative', `description text not null, status text, category text, started_on date, due_on date`],
  [
    'care_plan',
    'oncology',
    `title text not null, category text not null check (category in ('treatment-plan','palliative','other')), status text, intent text, started_on date, ended_on date`,
  ],
  [
    'care_plan_activity',
    'oncology',
    `care_plan_id uuid not null, description text not null, status text, due_on date, performer_name text`,
  ],
  ['flag', 'oncology', `display text not null, category text, status text, started_on date, ended_on date`],
  [
    'consent',
    'palliative',
    `kind text not null check (kind in ('code-status','advance-directive','privacy','other')), display text not null, status text, provision text, decided_at timestamptz`,
  ],
];

const DIRECTORY: [table: string, columns: string][] = [
  ['practitioner', `family_name text, given_name text, npi text, specialty text, telephone text`],
  ['healthcare_organization', `name text not null, npi text, telephone text, address text`],
  [
    'practitioner_role',
    `practitioner_id uuid, healthcare_organization_id uuid, display text, specialty text, telephone text, around_the_clock boolean not null default false`,
  ],
  ['location', `name text not null, telephone text, address text`],
];

/** The record: FHIR R4 and mCODE resources as typed rows, each walled and each with its provenance. */
export class Migration20261122000500_record_create extends Migration {
  override up(): void {
    for (const [table, scope, columns] of RECORD) {
      this.addSql(`create table ${table} (${compartment(scope)}, ${columns})`);
      this.addSql(`call app.protect('${table}')`);
    }
    for (const table of [
      'patient_identifier',
      'patient_contact',
      'care_team_member',
      'condition',
      'procedure',
      'radiotherapy_dose',
      'medication_use',
      'allergy_intolerance',
      'immunization',
      'diagnostic_report',
      'imaging_study',
      'document_reference',
      'document_content',
      'encounter',
      'service_request',
      'appointment',
      'goal',
      'care_plan',
      'care_plan_activity',
      'flag',
      'consent',
    ]) {
      this.addSql(`create index ${table}_patient_idx on ${table} (patient_id)`);
    }
    // Operators on text and timestamptz are leakproof, so these serve under row security too.
    this.addSql(`create index observation_category_idx on observation (patient_id, category, effective_at desc)`);
    this.addSql(`create index observation_family_idx on observation (patient_id, family, effective_at desc)`);
    this.addSql(`create index observation_received_idx on observation (patient_id, received_at desc)`);
    this.addSql(`create index patient_identifier_value_idx on patient_identifier (system, value)`);

    for (const [table, columns] of DIRECTORY) {
      this.addSql(`create table ${table} (id uuid primary key,${PROVENANCE}, ${columns})`);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(
        `create policy signed_in on ${table} for select to portage_app using (cardinality((select app.grantees())) > 0)`,
      );
      this.addSql(`grant select on ${table} to portage_app`);
      this.addSql(`create policy ingest on ${table} to portage_ingest using (true) with check (true)`);
      this.addSql(`grant select, insert, update on ${table} to portage_ingest`);
    }
    this.addSql(`create index practitioner_npi_idx on practitioner (npi)`);

    this.addSql(`
      create table source_system (
        system text primary key,
        name text not null,
        -- the organisation whose own record this feed is; it holds a care-team grant on each patient of the feed
        custodian_id uuid references organization,
        first_received_at timestamptz not null default now(),
        last_received_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table import_reject (
        id uuid primary key,
        file text not null,
        resource_type text,
        source_id text,
        source_system text,
        reason text not null,
        rejected_at timestamptz not null default now()
      )`);
    for (const table of ['source_system', 'import_reject']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy ingest on ${table} to portage_ingest using (true) with check (true)`);
      this.addSql(`grant select, insert, update, delete on ${table} to portage_ingest`);
    }
    this.addSql(
      `create policy signed_in on source_system for select to portage_app using (cardinality((select app.grantees())) > 0)`,
    );
    this.addSql(`grant select on source_system to portage_app`);
    this.addSql(`create policy steward on source_system to portage_steward using (true) with check (true)`);
    this.addSql(`grant select, insert, update on source_system to portage_steward`);
  }
}
