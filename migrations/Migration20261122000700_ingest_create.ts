import { Migration } from '@mikro-orm/migrations';

const PROVENANCE = `
  source_system text not null,
  source_type text not null,
  source_id text not null,
  source_version text,
  source_updated_at timestamptz,
  source_hash bytea not null,
  received_at timestamptz not null default now()`;

/**
 * What the import remembers beyond the record itself: each radiotherapy fraction, so that a course
 * counts right when its fractions arrive over weeks, and each resource that its source has taken
 * back, so that an older file cannot bring it to life again.
 */
export class Migration20261122000700_ingest_create extends Migration {
  override up(): void {
    this.addSql(`
      create table radiotherapy_fraction (
        id uuid primary key,
        patient_id uuid not null references patient,
        needs text[] not null default '{oncology}' check (cardinality(needs) > 0),${PROVENANCE},
        course_key text not null,
        code_system text,
        code text,
        display text not null,
        status text,
        treatment_intent text,
        body_site text,
        laterality text,
        modality text,
        technique text,
        reason_id uuid,
        given_on date
      )`);
    this.addSql(`call app.protect('radiotherapy_fraction')`);
    this.addSql(`create index radiotherapy_fraction_patient_idx on radiotherapy_fraction (patient_id)`);

    // A source may know the year or the month only; the date column then holds the first day of it.
    for (const [table, column] of [
      ['condition', 'onset_precision'],
      ['procedure', 'started_precision'],
      ['medication_use', 'started_precision'],
      ['immunization', 'given_precision'],
    ]) {
      this.addSql(`alter table ${table} add column ${column} text check (${column} in ('year', 'month'))`);
    }

    // Names a patient, holds nothing clinical, and nobody but the import has a use for it.
    this.addSql(
      `create table withdrawn_resource (id uuid primary key, patient_id uuid references patient,${PROVENANCE})`,
    );
    this.addSql(`create index withdrawn_resource_patient_idx on withdrawn_resource (patient_id)`);
    this.addSql(`alter table withdrawn_resource enable row level security`);
    this.addSql(`alter table withdrawn_resource force row level security`);
    this.addSql(`create policy ingest on withdrawn_resource to portage_ingest using (true) with check (true)`);
    this.addSql(`grant select, insert, update, delete on withdrawn_resource to portage_ingest`);
  }
}
