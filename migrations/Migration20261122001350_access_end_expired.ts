import { Migration } from '@mikro-orm/migrations';

/**
 * A grant that has run out is over, but still held the one place that a practice has on a patient for each basis: who
 * had broken the glass once could not do it again. Whoever grants anew ends it, as of the moment at which it ran out.
 */
export class Migration20261122001350_access_end_expired extends Migration {
  override up(): void {
    this.addSql(`
      create function app.end_expired_grant() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        update access_grant set revoked_at = valid_until, revoked_reason = 'It had run out'
        where grantee_id = new.grantee_id and patient_id = new.patient_id and basis = new.basis
          and revoked_at is null and valid_until <= now();
        return new;
      end $$`);
    this.addSql(
      `create trigger end_expired before insert on access_grant for each row execute function app.end_expired_grant()`,
    );
  }
}
