import { Migration } from '@mikro-orm/migrations';

/**
 * Writing a message. Every write of messaging is a function that resolves the session itself: the API's role may write
 * none of its tables, so whoever makes it run SQL of their own can neither take a seat nor speak in another's name. A refusal is a
 * word that is returned; `api/src/messaging` says what it means. What is hidden and what is absent are refused alike.
 */
export class Migration20261122001210_messaging_send extends Migration {
  override up(): void {
    this.addSql(`grant create on schema app to portage_resolver`);

    // Plain SQL that the functions below contain; nobody else may execute it.
    this.addSql(`
      create function app.may_message_about(given_patient uuid) returns boolean
      language sql stable as $$
        select exists (
          select from app.reader() reader join access_grant g on g.grantee_id = any (reader.grantees)
          where 'messages' = any (reader.scopes)
            and given_patient <> all (reader.closed)
            and g.patient_id = given_patient
            and g.revoked_at is null
            and g.status = 'active'
            and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now())
            and 'messages' = any (g.scopes))
      $$`);
    // Everybody who may read messages about a patient, once for each live grant: the scopes are what that grant and the
    // role both give. An EHR that calls CDS Hooks has an account and reads no messages.
    this.addSql(`
      create function app.patient_readers(given_patient uuid)
      returns table (person_id uuid, organization_id uuid, role text, scopes text[])
      language sql stable as $$
        with granted as materialized (
          select g.grantee_id, g.scopes from access_grant g
          where g.patient_id = given_patient and g.revoked_at is null and g.status = 'active'
            and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
        ),
        candidate as materialized (
          select m.person_id, m.organization_id, m.role,
            array[m.person_id, m.organization_id] || array(select p.id from app.principals(m.person_id) p) as grantees
          from membership m
          join person p on p.id = m.person_id and p.disabled_at is null
          join role_scope r on r.role = m.role and r.scope = 'messages'
          where m.ended_at is null
            and not exists (select from cds_client c where c.membership_id = m.id)
            and (m.organization_id in (select grantee_id from granted)
              or m.person_id in (select grantee_id from granted)
              or m.person_id in (select d.delegate_id from delegation d where d.principal_id in (select grantee_id from granted)))
        )
        select c.person_id, c.organization_id, c.role,
          array(select unnest(g.scopes) intersect select r.scope from role_scope r where r.role = c.role)
        from candidate c join granted g on g.grantee_id = any (c.grantees)
        where not exists (
            select from access_restriction r
            where r.patient_id = given_patient and r.grantee_id = any (c.grantees) and r.lifted_at is null)
          and not exists (select from patient p where p.id = given_patient and p.merged_into_id is not null)
      $$`);
    // The seat that the session writes from: the one that is asked for, else its own, else one that it stands in for.
    this.addSql(`
      create function app.seat_in(given_thread uuid, given_principal uuid) returns uuid
      language sql stable as $$
        select s.person_id
        from app.live_session() viewer
        join thread_seat s on s.thread_id = given_thread and s.visible_from <= now()
          and (s.person_id = viewer.person_id or s.person_id in (select p.id from app.principals(viewer.person_id) p))
        where (given_principal is null or s.person_id = given_principal) and app.may_message_about(s.patient_id)
        order by s.person_id = viewer.person_id desc, s.person_id limit 1
      $$`);
    // Seats people who may read messages about the patient; nobody else.
    this.addSql(`
      create function app.seat(given_thread uuid, people uuid[], given_adder uuid, given_moment timestamptz)
      returns setof uuid
      language sql volatile as $$
        with seated as (
          insert into thread_participant (thread_id, person_id, patient_id, joined_at, added_by_id)
          select distinct t.id, r.person_id, t.patient_id, given_moment, given_adder
          from thread t, app.patient_readers(t.patient_id) r
          where t.id = given_thread and r.person_id = any (people) and 'messages' = any (r.scopes)
          on conflict do nothing
          returning thread_id, person_id, patient_id
        ),
        placed as (
          insert into thread_seat (thread_id, person_id, patient_id, visible_from, last_message_at)
          select s.thread_id, s.person_id, s.patient_id, given_moment, t.last_message_at
          from seated s join thread t on t.id = s.thread_id
          returning person_id
        )
        select p.person_id from placed p
      $$`);
    // Who takes part in a thread and may read it at this moment: news of it is for nobody else.
    this.addSql(`
      create function app.thread_readers(given_thread uuid) returns uuid[]
      language sql stable as $$
        select app.readers_of(
          array(select p.person_id from thread_participant p where p.thread_id = t.id), t.patient_id, '{messages}')
        from thread t where t.id = given_thread
      $$`);
    // The moment of a thread's newest message, overall and by others than each seat's person.
    this.addSql(`
      create function app.settle_thread(given_thread uuid) returns void
      language sql volatile as $$
        update thread t set last_message_at = m.last
        from (select max(sent_at) as last from message where thread_id = given_thread and undone_at is null) m
        where t.id = given_thread and m.last is not null;
        update thread_seat s set
          last_message_at = t.last_message_at,
          last_incoming_at = coalesce((
            select max(m.sent_at) from message m
            where m.thread_id = given_thread and m.undone_at is null
              and coalesce(m.on_behalf_of_id, m.sender_id) <> s.person_id), '-infinity')
        from thread t where t.id = given_thread and s.thread_id = given_thread
      $$`);
    this.addSql(WRITE_MESSAGE);
    for (const signature of HELPERS) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver`);
    }

    this.addSql(SEND_MESSAGE);
    this.addSql(`alter function app.send_message(text,bytea,uuid,jsonb) owner to portage_resolver`);
    this.addSql(`revoke all on function app.send_message(text,bytea,uuid,jsonb) from public`);
    this.addSql(`grant execute on function app.send_message(text,bytea,uuid,jsonb) to portage_resolver, portage_app`);
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}

const HELPERS = [
  'app.may_message_about(uuid)',
  'app.patient_readers(uuid)',
  'app.seat_in(uuid,uuid)',
  'app.seat(uuid,uuid[],uuid,timestamptz)',
  'app.thread_readers(uuid)',
  'app.settle_thread(uuid)',
  'app.write_message(uuid,jsonb)',
];

/**
 * Writes one message: into `given_thread`, or into a new one when that is null. `given` holds patient, subject, intent,
 * priority, body, recipients, attachments, references, requests, principal.
 */
const WRITE_MESSAGE = `
  create function app.write_message(given_thread uuid, given jsonb, out written uuid, out about uuid, out voice uuid, out refusal text, out culprits uuid[])
  language plpgsql volatile as $$
  declare
    viewer record;
    home thread;
    recipients uuid[];
    files uuid[] := array(select jsonb_array_elements_text(given -> 'attachments')::uuid);
    principal uuid := (given ->> 'principal')::uuid;
    files_found integer;
    files_size bigint;
    moment timestamptz := clock_timestamp();
    undoable interval := interval '10 seconds';
  begin
    select * into viewer from app.live_session();
    if given_thread is null then
      about := (given ->> 'patient')::uuid;
      voice := coalesce(principal, viewer.person_id);
      recipients := array(select distinct r::uuid from jsonb_array_elements_text(given -> 'recipients') r where r::uuid <> voice);
      if not app.may_message_about(about) then refusal := 'not-found'; return; end if;
      if voice <> viewer.person_id and voice not in (select p.id from app.principals(viewer.person_id) p) then
        refusal := 'not-your-principal'; return;
      end if;
      culprits := array(
        select unnest(recipients || voice)
        except select r.person_id from app.patient_readers(about) r where 'messages' = any (r.scopes));
      if cardinality(culprits) > 0 then refusal := 'recipient-without-access'; return; end if;
      if cardinality(recipients) = 0 then refusal := 'no-recipient'; return; end if;
    else
      voice := app.seat_in(given_thread, principal);
      if voice is null then refusal := 'not-found'; return; end if;
      -- one at a time from here: the messages of a thread have one order, and it is that of their commits
      select t.* into home from thread t where t.id = given_thread for update;
      about := home.patient_id;
      moment := greatest(clock_timestamp(), home.last_message_at + interval '1 microsecond');
      if not exists (
        select from thread_seat s join app.patient_readers(about) r on r.person_id = s.person_id and 'messages' = any (r.scopes)
        where s.thread_id = given_thread and s.person_id <> voice)
      then
        refusal := 'no-recipient'; return;
      end if;
    end if;

    select count(*), coalesce(sum(f.size_bytes), 0) into files_found, files_size
    from (
      select a.size_bytes from attachment a
      where a.id = any (files) and a.uploaded_by_id = viewer.person_id and a.message_id is null for update) f;
    if files_found <> cardinality(files) then refusal := 'attachment-unknown'; return; end if;
    if files_size > 26214400 then refusal := 'attachments-too-large'; return; end if;

    if given_thread is null then
      insert into thread (patient_id, subject, intent, created_by_id, last_message_at)
      values (about, given ->> 'subject', given ->> 'intent', voice, moment) returning * into home;
      perform app.seat(home.id, array[voice], viewer.person_id, moment);
      perform app.seat(home.id, recipients, viewer.person_id, moment + undoable);
    end if;
    insert into message (thread_id, patient_id, sender_id, on_behalf_of_id, priority, body, sent_at, undo_until)
    values (home.id, about, viewer.person_id, nullif(voice, viewer.person_id), given ->> 'priority', given ->> 'body', moment, moment + undoable)
    returning id into written;
    insert into message_reference (message_id, position, patient_id, kind, record_id)
    select written, r.position, about, r.kind, r.id
    from rows from (jsonb_to_recordset(given -> 'references') as (kind text, id uuid)) with ordinality as r (kind, id, position);
    insert into message_request (message_id, kind, patient_id, title, owner_id, due_on, fallback_telephone)
    select written, r.kind, about, r.title, r.owner, r.due, r.telephone
    from jsonb_to_recordset(given -> 'requests') as r (kind text, title text, owner uuid, due date, telephone text);
    update attachment a set message_id = written, patient_id = about where a.id = any (files);
    -- Whoever has lost the patient is not written to, and the sender is shown that.
    insert into message_delivery (message_id, recipient_id, thread_id, patient_id, stored_at, failed_at, failure)
    select written, s.person_id, home.id, about, moment, case when not r.reads then moment end, case when not r.reads then 'no-access' end
    from thread_seat s
    cross join lateral (
      select exists (select from app.patient_readers(about) p where p.person_id = s.person_id and 'messages' = any (p.scopes)) as reads) r
    where s.thread_id = home.id and s.person_id <> voice;
    update message_delivery d set answered_at = moment, opened_at = coalesce(d.opened_at, moment)
    from message m
    where m.id = d.message_id and m.undone_at is null and m.undo_until <= moment
      and d.thread_id = home.id and d.recipient_id = voice and d.answered_at is null;
    perform app.settle_thread(home.id);
    delete from draft d
    where d.person_id = viewer.person_id and d.patient_id = about and d.thread_id is not distinct from given_thread
      and d.version = (given ->> 'draftVersion')::integer;
  end $$`;

/** One message for each key of a person, however often and from wherever it is asked at once; the same answer each time. */
const SEND_MESSAGE = `
  create function app.send_message(given_key text, given_digest bytea, given_thread uuid, given jsonb)
  returns table (message_id uuid, thread_id uuid, patient_id uuid, acting_for_id uuid, repeated boolean, refusal text, culprits uuid[])
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  #variable_conflict use_column
  declare
    viewer record;
    claim idempotency;
    result record;
  begin
    select * into viewer from app.live_session();
    if not found then return; end if;
    if random() < 0.01 then
      delete from idempotency i where i.person_id = viewer.person_id and i.used_at < now() - interval '30 days';
    end if;
    -- Whoever comes second with a key waits here until the first has committed or given up.
    insert into idempotency (person_id, key, digest) values (viewer.person_id, given_key, given_digest) on conflict do nothing;
    if not found then
      select i.* into claim from idempotency i where i.person_id = viewer.person_id and i.key = given_key;
      if claim.digest <> given_digest then
        return query select null::uuid, null::uuid, null::uuid, null::uuid, false, 'key-reused', null::uuid[];
      else
        return query select m.id, m.thread_id, m.patient_id, m.on_behalf_of_id, true, null::text, null::uuid[]
          from message m where m.id = claim.message_id;
      end if;
      return;
    end if;
    select * into result from app.write_message(given_thread, given);
    if result.refusal is not null then
      delete from idempotency i where i.person_id = viewer.person_id and i.key = given_key;
      return query select null::uuid, given_thread, result.about, null::uuid, false, result.refusal, result.culprits;
      return;
    end if;
    -- the sender's other pages now; the recipients when it can no longer be undone
    perform app.announce(app.readers_of(array[viewer.person_id, result.voice], result.about, '{messages}'), 'message', (select m.thread_id from message m where m.id = result.written));
    perform app.enqueue('messages.release', jsonb_build_object('message', result.written),
      (select m.undo_until from message m where m.id = result.written), result.written::text);
    update idempotency i set message_id = result.written where i.person_id = viewer.person_id and i.key = given_key;
    return query select m.id, m.thread_id, m.patient_id, m.on_behalf_of_id, false, null::text, null::uuid[]
      from message m where m.id = result.written;
  end $$`;
