import { Migration } from '@mikro-orm/migrations';

/** Who somebody is, and who of them may read a patient: what naming a person, and asking one, takes. */
export class Migration20261122001080_identity_directory extends Migration {
  override up(): void {
    this.addSql(`grant create on schema app to portage_resolver`);
    // The post in which a person signs in; nobody's when they have left.
    this.addSql(`
      create function app.posts(persons uuid[]) returns table (person_id uuid, organization_id uuid, role text)
      language sql stable as $$
        select distinct on (m.person_id) m.person_id, m.organization_id, m.role
        from membership m join person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = any (persons) and m.ended_at is null
        order by m.person_id, m.started_at, m.id
      $$`);
    this.addSql(`revoke all on function app.posts(uuid[]) from public`);
    this.addSql(`grant execute on function app.posts(uuid[]) to portage_resolver`);
    // Memberships are walled; whoever is signed in may know where a colleague whom they are shown works.
    this.addSql(`
      create function app.directory(persons uuid[])
      returns table (id uuid, given_name text, family_name text, role text, organization_id uuid, organization_name text,
        organization_kind text, telephone text, telephone_24x7 text, time_zone text)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return query
          select p.id, p.given_name, p.family_name, post.role, o.id, o.name, o.kind, o.telephone, o.telephone_24x7, o.time_zone
          from app.live_session() s
          cross join person p
          left join app.posts(persons) post on post.person_id = p.id
          left join organization o on o.id = post.organization_id
          where p.id = any (persons);
      end $$`);
    // Whom a role in an organisation means.
    this.addSql(`
      create function app.post_holders(organization uuid, post text) returns uuid[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return array(
          select m.person_id from app.live_session() s, membership m join person p on p.id = m.person_id and p.disabled_at is null
          where m.organization_id = organization and m.role = post and m.ended_at is null);
      end $$`);
    // Of these people, who may read that much of the patient at this moment: word of a patient is for nobody else. What
    // concerns no patient is for all of them. Never the API's to ask.
    this.addSql(`
      create function app.readers_of(persons uuid[], patient uuid, wanted text[]) returns uuid[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if patient is null then return persons; end if;
        return array(
          select reader.person_id
          from (select post.person_id, post.role,
              array[post.person_id, post.organization_id] || array(select p.id from app.principals(post.person_id) p) as grantees
            from app.posts(persons) post offset 0) reader
          where wanted <@ array(select r.scope from role_scope r where r.role = reader.role)
            and patient <> all (array(select c.id from app.closed_to(reader.grantees) c))
            and exists (
              select from access_grant g
              where g.grantee_id = any (reader.grantees) and g.patient_id = patient and wanted <@ g.scopes
                and g.revoked_at is null and g.status = 'active' and g.valid_from <= now()
                and (g.valid_until is null or g.valid_until > now())));
      end $$`);
    this.addSql(`alter function app.readers_of(uuid[],uuid,text[]) owner to portage_resolver`);
    this.addSql(`revoke all on function app.readers_of(uuid[],uuid,text[]) from public`);
    this.addSql(`grant execute on function app.readers_of(uuid[],uuid,text[]) to portage_resolver, portage_worker`);
    // Told only to who may read as much themselves: otherwise it would say that the patient exists.
    this.addSql(`
      create function app.readers_among(persons uuid[], patient uuid, wanted text[]) returns uuid[]
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if not exists (
          select from app.reader() asker
          join access_grant g on g.grantee_id = any (asker.grantees) and g.patient_id = patient
          where wanted <@ g.scopes and wanted <@ asker.scopes and patient <> all (asker.closed)
            and g.revoked_at is null and g.status = 'active' and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now()))
        then
          return array[]::uuid[];
        end if;
        return app.readers_of(persons, patient, wanted);
      end $$`);
    for (const signature of [
      'app.directory(uuid[])',
      'app.post_holders(uuid,text)',
      'app.readers_among(uuid[],uuid,text[])',
    ]) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, portage_app`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}
