import { Migration } from '@mikro-orm/migrations';

/** What clinicians decided after a duplicate-test check: result reused, ordered all the same, or deferred. */
export class Migration20261122001000_duplicate_tests_create extends Migration {
  override up(): void {
    // No foreign key and no key of the writer's choice: either would tell whether a hidden patient exists.
    this.addSql(`
      create table test_decision (
        id uuid primary key default gen_random_uuid(),
        patient_id uuid not null,
        needs text[] not null default '{results}' check (needs = '{results}'),
        family text not null check (length(family) <= 100),
        verdict text not null check (verdict in ('duplicate','probable-duplicate','not-duplicate','unknown')),
        decision text not null check (decision in ('reused','ordered','deferred')),
        reason text check (reason in ('abnormal-before','new-symptom','treatment-changed','result-not-usable','oncology-asked','patient-request','other')),
        words text check (length(words) <= 500),
        made_at timestamptz not null default now(),
        session_id uuid not null,
        person_id uuid not null,
        organization_id uuid not null,
        check (decision <> 'ordered' or reason is not null or words is not null)
      )`);
    this.addSql(`create index test_decision_patient_idx on test_decision (patient_id, made_at desc)`);
    this.addSql(`call app.protect('test_decision')`);
    // The same wall under another name: no import fills this table, so it is not of the record.
    this.addSql(`alter policy granted on test_decision rename to decided`);
    // A decision is made by a person in a session; a feed has none to tell, and nobody changes one.
    this.addSql(`drop policy ingest on test_decision`);
    this.addSql(`revoke all on test_decision from portage_ingest`);
    this.addSql(`
      create policy made on test_decision for insert to portage_app with check (
        array[session_id::text, person_id::text, organization_id::text] =
          (select array[s.session_id::text, s.person_id::text, s.organization_id::text] from app.current_session() s)
        and needs <@ (select app.role_scopes())::text[]
        and patient_id <> all ((select app.restricted_patients())::uuid[])
        and exists (
          select 1 from access_grant g
          where g.grantee_id = any ((select app.grantees())::uuid[])
            and g.patient_id = test_decision.patient_id
            and g.revoked_at is null
            and g.status = 'active'
            and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now())
            and test_decision.needs <@ g.scopes))`);
    this.addSql(
      `grant insert (patient_id, family, verdict, decision, reason, words, session_id, person_id, organization_id) on test_decision to portage_app`,
    );
  }
}
