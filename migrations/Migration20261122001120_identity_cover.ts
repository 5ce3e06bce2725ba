import { Migration } from '@mikro-orm/migrations';

const CLINICIANS = `('community-clinician','oncologist','oncology-nurse','palliative-clinician')`;

/** A clinician names who covers for them, themselves and nobody else: the second clinician of the Gold Standards Framework. */
export class Migration20261122001120_identity_cover extends Migration {
  override up(): void {
    this.addSql(
      `grant insert (id, principal_id, delegate_id, kind, valid_from, valid_until) on delegation to portage_resolver`,
    );
    this.addSql(`grant update (revoked_at) on delegation to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);
    // One cover at a time: naming another ends the last. Answers 'set', or why not.
    this.addSql(`
      create function app.set_cover(cover uuid, starts timestamptz, ends timestamptz) returns text
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        viewer record;
        other record;
      begin
        select * into viewer from app.live_session();
        if not found then return null; end if;
        if viewer.role not in ${CLINICIANS} then return 'no-clinician'; end if;
        if cover = viewer.person_id then return 'self'; end if;
        if starts < now() - interval '1 day' or ends <= now() or ends <= starts then return 'past'; end if;
        select p.* into other from app.posts(array[cover]) p;
        if not found or other.organization_id <> viewer.organization_id then return 'other-practice'; end if;
        if other.role <> viewer.role then return 'other-role'; end if;
        update delegation d set revoked_at = now()
          where d.principal_id = viewer.person_id and d.kind = 'cover' and d.revoked_at is null;
        insert into delegation (id, principal_id, delegate_id, kind, valid_from, valid_until)
          values (gen_random_uuid(), viewer.person_id, cover, 'cover', starts, ends);
        return 'set';
      end $$`);
    this.addSql(`
      create function app.end_cover() returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        update delegation d set revoked_at = now()
          from app.live_session() s
          where d.principal_id = s.person_id and d.kind = 'cover' and d.revoked_at is null
            and (d.valid_until is null or d.valid_until > now());
        return found;
      end $$`);
    // The one that runs, or is to begin.
    this.addSql(`
      create function app.own_cover() returns table (cover_id uuid, since timestamptz, until timestamptz)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query
          select d.delegate_id, d.valid_from, d.valid_until from app.live_session() s
          join delegation d on d.principal_id = s.person_id and d.kind = 'cover' and d.revoked_at is null
          where d.valid_until is null or d.valid_until > now()
          order by d.valid_from desc limit 1;
      end $$`);
    for (const signature of ['app.set_cover(uuid,timestamptz,timestamptz)', 'app.end_cover()', 'app.own_cover()']) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, portage_app`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
