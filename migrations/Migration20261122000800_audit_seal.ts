import { Migration } from '@mikro-orm/migrations';

/**
 * What a seal holds (decisions/0004-audit-chain.md), and a bar against changing the audit by mistake:
 * roles cannot update or delete for want of a grant, the owner for these triggers. Whoever lifts them
 * is found out by the chain.
 */
export class Migration20261122000800_audit_seal extends Migration {
  override up(): void {
    this.addSql(`drop table audit_seal`);
    this.addSql(`
      create table audit_seal (
        batch integer primary key check (batch > 0),
        encoding integer not null,
        -- the batch holds the rows of the transactions that this snapshot sees and the previous seal's does not
        covers pg_snapshot not null,
        rows integer not null check (rows > 0),
        content bytea not null check (octet_length(content) = 32),
        -- per row its id and the first eight bytes of its hash: it says which row was touched
        row_digests bytea not null check (octet_length(row_digests) = 16 * rows),
        sealed_at timestamptz not null,
        previous_hash bytea not null unique check (octet_length(previous_hash) = 32),
        hash bytea not null unique check (octet_length(hash) = 32)
      )`);
    // Hashes do not compress.
    this.addSql(`alter table audit_seal alter column row_digests set storage external`);
    this.addSql(`alter table audit_seal enable row level security`);
    this.addSql(`alter table audit_seal force row level security`);
    this.addSql(`create policy sealer on audit_seal for select to portage_sealer using (true)`);
    this.addSql(`create policy sealer_appends on audit_seal for insert to portage_sealer with check (true)`);
    this.addSql(`grant select, insert on audit_seal to portage_sealer`);

    this.addSql(`
      create function app.refuse_change() returns trigger
      language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$`);
    for (const table of ['audit_event', 'audit_seal']) {
      this.addSql(`
        create trigger append_only before update or delete or truncate on ${table}
        for each statement execute function app.refuse_change()`);
    }
  }
}
