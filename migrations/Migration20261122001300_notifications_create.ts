import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, public, pg_temp`;

/**
 * How people are reached: contacts and whether they work, when each person wants to hear, and every mail
 * that goes out. No table here holds a fact about a patient. The API's role writes none of them: each
 * change is a function that resolves the session itself.
 */
export class Migration20261122001300_notifications_create extends Migration {
  override up(): void {
    this.addSql(`
      create table contact (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person,
        channel text not null check (channel in ('email','fax','direct')),
        address text not null check (length(address) between 3 and 254 and address !~ '[[:cntrl:][:space:]]'),
        verified_at timestamptz,
        -- whoever knows the code has read what was sent to the address
        code_hash bytea check (octet_length(code_hash) = 32),
        code_sent_at timestamptz,
        failed_at timestamptz,
        failure text check (failure in ('rejected','not-configured')),
        created_at timestamptz not null default now(),
        unique (person_id, channel),
        check ((failed_at is null) = (failure is null))
      )`);
    this.addSql(`
      create table notification_setting (
        person_id uuid primary key references person,
        digest_hour integer not null default 7 check (digest_hour between 0 and 23),
        urgent_at_once boolean not null default true,
        quiet_from integer check (quiet_from between 0 and 23),
        quiet_until integer check (quiet_until between 0 and 23),
        changed_at timestamptz not null default now(),
        check ((quiet_from is null) = (quiet_until is null))
      )`);
    this.addSql(`
      create table practice_setting (
        organization_id uuid primary key references organization,
        -- who hears of a message that nobody opened, after the recipient and whoever covers for them
        second_contact_id uuid references person,
        urgent_after_minutes integer not null default 240 check (urgent_after_minutes between 15 and 2880),
        routine_after_days integer not null default 3 check (routine_after_days between 1 and 15),
        -- 1 is Monday
        working_days integer[] not null default '{1,2,3,4,5}'
          check (working_days <@ '{1,2,3,4,5,6,7}' and cardinality(working_days) between 1 and 7),
        changed_at timestamptz not null default now(),
        changed_by_id uuid
      )`);
    // Its id is the Message-ID: a mail that a broken line sends twice is known as one.
    this.addSql(`
      create table mail (
        id uuid primary key default gen_random_uuid(),
        contact_id uuid not null references contact,
        kind text not null check (kind in ('urgent','digest','cover','code')),
        address text not null,
        subject text not null,
        body text not null,
        written_at timestamptz not null default now(),
        sent_at timestamptz,
        failed_at timestamptz,
        failure text check (failure in ('rejected','not-configured')),
        check ((failed_at is null) = (failure is null))
      )`);
    this.addSql(`create index mail_written_idx on mail (written_at desc)`);

    for (const table of ['contact', 'notification_setting', 'practice_setting', 'mail']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy worker on ${table} to portage_worker using (true) with check (true)`);
      this.addSql(`create policy resolver on ${table} to portage_resolver using (true) with check (true)`);
      this.addSql(`grant select on ${table} to portage_worker`);
    }
    for (const table of ['contact', 'notification_setting', 'practice_setting']) {
      this.addSql(`create policy steward on ${table} to portage_steward using (true) with check (true)`);
      this.addSql(`grant select, insert, update on ${table} to portage_steward, portage_resolver`);
    }
    for (const table of ['contact', 'notification_setting']) {
      this.addSql(`
        create policy own on ${table} for select to portage_app
        using (person_id = (select s.person_id from app.current_session() s))`);
    }
    this.addSql(`
      grant select (id, person_id, channel, address, verified_at, code_sent_at, failed_at, failure, created_at) on contact to portage_app`);
    this.addSql(`grant select on notification_setting to portage_app`);
    this.addSql(`
      create policy own on practice_setting for select to portage_app
      using (organization_id = (select s.organization_id from app.current_session() s))`);
    this.addSql(`grant select on practice_setting to portage_app`);
    this.addSql(
      `grant insert (contact_id, kind, address, subject, body), update (sent_at, failed_at, failure) on mail to portage_worker`,
    );
    this.addSql(`grant update (code_hash, code_sent_at, failed_at, failure) on contact to portage_worker`);

    // Who a job writes to, and where their clock stands.
    for (const table of ['person', 'membership', 'organization', 'delegation']) {
      this.addSql(`create policy worker on ${table} for select to portage_worker using (true)`);
    }
    this.addSql(`grant select (id, given_name, family_name, disabled_at) on person to portage_worker`);
    this.addSql(`grant select on membership, organization, delegation to portage_worker`);

    this.addSql(`insert into job_task (name) values ('notifications.send'), ('notifications.code')`);
    this.addSql(`create policy practice on organization for update to portage_resolver using (true) with check (true)`);
    this.addSql(`grant update (time_zone) on organization to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);
    for (const [signature, { definition, to }] of Object.entries(FUNCTIONS)) {
      this.addSql(definition);
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver${to ? `, ${to}` : ''}`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);

    // Whoever has an account has an address; it is theirs once they have answered from it.
    this.addSql(`
      create trigger has_contact after insert on person
      for each row execute function app.give_contact()`);
    this.addSql(`insert into contact (person_id, channel, address) select p.id, 'email', p.email from person p`);
    this.addSql(`
      create trigger told after update of address, verified_at, failed_at on contact for each row
      when (row (old.address, old.verified_at, old.failed_at) is distinct from row (new.address, new.verified_at, new.failed_at))
      execute function app.tell_contact()`);
  }
}

const FUNCTIONS: Record<string, { definition: string; to?: string }> = {
  'app.give_contact()': {
    definition: `
      create function app.give_contact() returns trigger
      language plpgsql volatile ${DEFINER} as $$
      begin
        insert into contact (person_id, channel, address) values (new.id, 'email', new.email);
        return null;
      end $$`,
  },
  // Its person's open pages, and those of who administers their practice, show whether it works.
  'app.tell_contact()': {
    definition: `
      create function app.tell_contact() returns trigger
      language plpgsql volatile ${DEFINER} as $$
      begin
        perform app.announce(
          new.person_id || array(
            select a.person_id from membership m
            join membership a on a.organization_id = m.organization_id and a.ended_at is null
              and a.role in ('practice-administrator','centre-administrator')
            where m.person_id = new.person_id and m.ended_at is null),
          'contact', new.person_id);
        return null;
      end $$`,
  },
  'app.change_notifications(integer,boolean,integer,integer)': {
    to: 'portage_app',
    definition: `
      create function app.change_notifications(digest integer, urgent boolean, quiet_begins integer, quiet_ends integer)
      returns setof notification_setting
      language plpgsql volatile ${DEFINER} as $$
      begin
        return query
          insert into notification_setting as n (person_id, digest_hour, urgent_at_once, quiet_from, quiet_until)
          select s.person_id, digest, urgent, quiet_begins, quiet_ends from app.live_session() s
          on conflict (person_id) do update set digest_hour = digest, urgent_at_once = urgent,
            quiet_from = quiet_begins, quiet_until = quiet_ends, changed_at = now()
          returning n.*;
      end $$`,
  },
  // A new address has to be answered from; the code goes there by itself.
  'app.change_contact(text,text)': {
    to: 'portage_app',
    definition: `
      create function app.change_contact(given_channel text, given_address text) returns setof uuid
      language plpgsql volatile ${DEFINER} as $$
      declare changed uuid;
      begin
        insert into contact as c (person_id, channel, address)
        select s.person_id, given_channel, given_address from app.live_session() s
        on conflict (person_id, channel) do update set address = excluded.address,
          verified_at = null, code_hash = null, code_sent_at = null, failed_at = null, failure = null
          where c.address <> excluded.address
        returning c.id into changed;
        if changed is null then
          return query select c.id from contact c join app.live_session() s on s.person_id = c.person_id where c.channel = given_channel;
        else
          perform app.enqueue('notifications.code', jsonb_build_object('contact', changed), now(), changed::text);
          return next changed;
        end if;
      end $$`,
  },
  // At most one a minute, so that nobody's post box is filled from here.
  'app.ask_for_code(uuid)': {
    to: 'portage_app',
    definition: `
      create function app.ask_for_code(given_contact uuid) returns text
      language plpgsql volatile ${DEFINER} as $$
      declare known contact;
      begin
        select c.* into known from contact c join app.live_session() s on s.person_id = c.person_id
        where c.id = given_contact for update of c;
        if not found then return 'not-found'; end if;
        if known.code_sent_at > now() - interval '1 minute' then return 'too-soon'; end if;
        update contact c set code_sent_at = now() where c.id = known.id;
        perform app.enqueue('notifications.code', jsonb_build_object('contact', known.id), now(), known.id::text);
        return 'sent';
      end $$`,
  },
  'app.verify_contact(bytea)': {
    to: 'portage_app',
    definition: `
      create function app.verify_contact(given_hash bytea) returns setof uuid
      language plpgsql volatile ${DEFINER} as $$
      begin
        return query
          update contact c set verified_at = now(), code_hash = null, failed_at = null, failure = null
          from app.live_session() s
          where c.person_id = s.person_id and c.code_hash = given_hash and c.code_sent_at > now() - interval '1 day'
          returning c.id;
      end $$`,
  },
  'app.change_practice(uuid,integer,integer,integer[],text)': {
    to: 'portage_app',
    definition: `
      create function app.change_practice(
        second_contact uuid, urgent_minutes integer, routine_days integer, days integer[], zone text) returns text
      language plpgsql volatile ${DEFINER} as $$
      declare viewer record;
      begin
        select * into viewer from app.live_session();
        if viewer.role is null or viewer.role not in ('practice-administrator','centre-administrator') then return 'forbidden'; end if;
        if second_contact is not null and not exists (
          select from membership m join person p on p.id = m.person_id and p.disabled_at is null
          where m.person_id = second_contact and m.organization_id = viewer.organization_id and m.ended_at is null)
        then
          return 'not-of-the-practice';
        end if;
        -- Every due day is reckoned in it: one that is unknown here would stop them all.
        if zone is not null and not exists (select from pg_timezone_names z where z.name = zone) then return 'unknown-zone'; end if;
        insert into practice_setting (organization_id, second_contact_id, urgent_after_minutes, routine_after_days, working_days, changed_by_id)
        values (viewer.organization_id, second_contact, urgent_minutes, routine_days, coalesce(days, '{1,2,3,4,5}'), viewer.person_id)
        on conflict (organization_id) do update set second_contact_id = second_contact,
          urgent_after_minutes = urgent_minutes, routine_after_days = routine_days,
          working_days = coalesce(days, practice_setting.working_days), changed_at = now(), changed_by_id = viewer.person_id;
        if zone is not null then
          update organization o set time_zone = zone where o.id = viewer.organization_id and o.time_zone <> zone;
        end if;
        return 'changed';
      end $$`,
  },
  // For who administers a practice: whose mail does not arrive, and the task that was raised about it.
  'app.practice_contacts()': {
    to: 'portage_app',
    definition: `
      create function app.practice_contacts()
      returns table (person_id uuid, name text, address text, state text, since timestamptz, task_id uuid, task_title text, task_due_on date)
      language plpgsql stable ${DEFINER} as $$
      begin
        return query
          select p.id, p.given_name || ' ' || p.family_name, c.address,
            case when c.id is null then 'none' when c.failure is not null then c.failure else 'unverified' end,
            coalesce(c.failed_at, c.created_at), t.id, t.title, t.due_on
          from app.live_session() s
          join membership m on m.organization_id = s.organization_id and m.ended_at is null and m.role <> 'integration'
          join person p on p.id = m.person_id and p.disabled_at is null
          left join contact c on c.person_id = p.id and c.channel = 'email'
          left join lateral (
            select t.id, t.title, t.due_on from task t
            where t.source_kind = 'contact' and t.source_id = coalesce(c.id, p.id) and t.patient_id is null
              and t.owner_organization_id = s.organization_id and t.status in ('requested','accepted','in-progress')
            order by t.due_on limit 1) t on true
          where s.role in ('practice-administrator','centre-administrator')
            and (c.id is null or c.failure is not null or c.verified_at is null)
          order by p.family_name, p.given_name;
      end $$`,
  },
  'app.practice_members()': {
    to: 'portage_app',
    definition: `
      create function app.practice_members() returns table (id uuid, name text)
      language plpgsql stable ${DEFINER} as $$
      begin
        return query
          select distinct p.id, p.given_name || ' ' || p.family_name from app.live_session() s
          join membership m on m.organization_id = s.organization_id and m.ended_at is null and m.role <> 'integration'
          join person p on p.id = m.person_id and p.disabled_at is null;
      end $$`,
  },
  // For a sender, before sending: whether the people who may be written to can be reached.
  'app.contact_states(uuid[])': {
    to: 'portage_app',
    definition: `
      create function app.contact_states(people uuid[]) returns table (person_id uuid, trouble text)
      language plpgsql stable ${DEFINER} as $$
      begin
        return query
          select c.person_id, coalesce(c.failure, case when c.verified_at is null then 'unverified' end) from app.live_session() s, contact c
          where c.channel = 'email' and c.person_id = any (people);
      end $$`,
  },
};
