import { Migration } from '@mikro-orm/migrations';

/**
 * The rest of messaging's functions: taking back, reading on, seats for others, closing, drafts and attachments; and what a sender is
 * told of the people who may be written to, which row security hides from one another.
 */
export class Migration20261122001220_messaging_functions extends Migration {
  override up(): void {
    this.addSql(`grant create on schema app to portage_resolver`);
    const signatures = Object.keys(FUNCTIONS);
    for (const definition of Object.values(FUNCTIONS)) this.addSql(definition);
    for (const signature of signatures) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, portage_app`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
    this.addSql(`create index delegation_principal_idx on delegation (principal_id) where revoked_at is null`);
  }
}

const DEFINER = `security definer set search_path = pg_catalog, public, pg_temp`;

const FUNCTIONS: Record<string, string> = {
  // Takes a message back that nobody else has seen yet; what it held becomes a draft again where there is none.
  'app.undo_send(uuid)': `
    create function app.undo_send(given_message uuid)
    returns table (thread_id uuid, patient_id uuid, acting_for_id uuid, refusal text, draft_id uuid)
    language plpgsql volatile ${DEFINER} as $$
    #variable_conflict use_column
    declare
      viewer record;
      gone message;
      home thread;
      remaining uuid;
      content jsonb;
    begin
      select * into viewer from app.live_session();
      select m.* into gone from message m
      where m.id = given_message and m.sender_id = viewer.person_id and app.may_message_about(m.patient_id);
      if not found then
        return query select null::uuid, null::uuid, null::uuid, 'not-found', null::uuid; return;
      end if;
      select t.* into home from thread t where t.id = gone.thread_id for update;
      update message m set undone_at = clock_timestamp()
      where m.id = gone.id and m.undone_at is null and m.undo_until > clock_timestamp();
      if found then
        content := jsonb_build_object(
          'subject', home.subject, 'intent', home.intent, 'priority', gone.priority, 'body', gone.body,
          'recipientIds', (select coalesce(jsonb_agg(d.recipient_id), '[]') from message_delivery d where d.message_id = gone.id),
          'attachmentIds', (select coalesce(jsonb_agg(a.id), '[]') from attachment a where a.message_id = gone.id),
          'references', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'id', r.record_id) order by r.position), '[]')
            from message_reference r where r.message_id = gone.id),
          'onBehalfOfId', gone.on_behalf_of_id,
          'task', (select jsonb_build_object('title', r.title, 'ownerId', r.owner_id, 'dueOn', r.due_on, 'fallbackTelephone', r.fallback_telephone)
            from message_request r where r.message_id = gone.id order by r.kind limit 1));
        update attachment a set message_id = null, patient_id = null where a.message_id = gone.id;
        update message_delivery d set answered_at = null
        where d.thread_id = gone.thread_id and d.answered_at = gone.sent_at and d.recipient_id = coalesce(gone.on_behalf_of_id, gone.sender_id);
        delete from message_delivery d where d.message_id = gone.id;
        if exists (select from message m where m.thread_id = gone.thread_id and m.undone_at is null) then
          perform app.settle_thread(gone.thread_id);
        else
          -- a thread that was only this message was never there
          delete from thread_participant p where p.thread_id = gone.thread_id;
          delete from thread_seat s where s.thread_id = gone.thread_id;
        end if;
      end if;
      remaining := (select s.thread_id from thread_seat s where s.thread_id = gone.thread_id limit 1);
      perform app.announce(
        app.readers_of(array[gone.sender_id, gone.on_behalf_of_id], gone.patient_id, '{messages}'), 'message', gone.thread_id);
      -- beside a draft that is there already, so that neither text is lost
      insert into draft as d (person_id, patient_id, thread_id, content)
      select viewer.person_id, gone.patient_id, remaining, content where content is not null
      on conflict (person_id, patient_id, thread_id) do update set version = d.version + 1, saved_at = now(),
        content = jsonb_set(d.content, '{body}', to_jsonb(concat_ws(E'\\n\\n', nullif(d.content ->> 'body', ''), excluded.content ->> 'body')));
      return query
        select remaining, gone.patient_id, gone.on_behalf_of_id, case when m.undone_at is null then 'expired' end, d.id
        from message m
        left join draft d on d.person_id = viewer.person_id and d.patient_id = m.patient_id and d.thread_id is not distinct from remaining
        where m.id = gone.id;
    end $$`,
  // Read to the newest message that was shown and is not newer than `given_until`; whoever stands in reads for the seat's person.
  'app.mark_read(uuid,timestamptz)': `
    create function app.mark_read(given_thread uuid, given_until timestamptz)
    returns table (thread_id uuid, patient_id uuid, acting_for_id uuid, refusal text)
    language plpgsql volatile ${DEFINER} as $$
    #variable_conflict use_column
    declare
      viewer record;
      reading uuid;
      reached timestamptz;
      about uuid;
    begin
      select * into viewer from app.live_session();
      reading := app.seat_in(given_thread, null);
      if reading is null then return query select null::uuid, null::uuid, null::uuid, 'not-found'; return; end if;
      select t.patient_id into about from thread t where t.id = given_thread;
      select max(m.sent_at) into reached from message m
      where m.thread_id = given_thread and m.sent_at <= given_until and m.undone_at is null and m.undo_until <= now()
        and coalesce(m.on_behalf_of_id, m.sender_id) <> reading;
      update thread_seat s set read_until = greatest(s.read_until, reached) where s.thread_id = given_thread and s.person_id = reading;
      update thread_participant p set last_read_at = now() where p.thread_id = given_thread and p.person_id = reading;
      update message_delivery d set opened_at = now(), opened_by_id = nullif(viewer.person_id, reading)
      where d.thread_id = given_thread and d.recipient_id = reading and d.opened_at is null
        and exists (select from message m where m.id = d.message_id and m.sent_at <= reached);
      perform app.announce(app.thread_readers(given_thread), 'read', given_thread);
      return query select given_thread, about, nullif(reading, viewer.person_id), null::text;
    end $$`,
  'app.add_participant(uuid,uuid)': `
    create function app.add_participant(given_thread uuid, given_person uuid)
    returns table (thread_id uuid, patient_id uuid, acting_for_id uuid, refusal text)
    language plpgsql volatile ${DEFINER} as $$
    #variable_conflict use_column
    declare
      viewer record;
      adding uuid;
      home thread;
    begin
      select * into viewer from app.live_session();
      adding := app.seat_in(given_thread, null);
      if adding is null then return query select null::uuid, null::uuid, null::uuid, 'not-found'; return; end if;
      select t.* into home from thread t where t.id = given_thread for update;
      if not exists (
        select from app.patient_readers(home.patient_id) r where r.person_id = given_person and 'messages' = any (r.scopes))
      then
        return query select home.id, home.patient_id, nullif(adding, viewer.person_id), 'recipient-without-access'; return;
      end if;
      if exists (select from app.seat(home.id, array[given_person], viewer.person_id, clock_timestamp())) then
        perform app.settle_thread(home.id);
        -- the newest message is theirs to receive as well
        insert into message_delivery (message_id, recipient_id, thread_id, patient_id, stored_at)
        select m.id, given_person, home.id, home.patient_id, clock_timestamp() from message m
        where m.thread_id = home.id and m.undone_at is null order by m.sent_at desc limit 1;
      end if;
      perform app.announce(app.thread_readers(home.id), 'message', home.id);
      return query select home.id, home.patient_id, nullif(adding, viewer.person_id), null::text;
    end $$`,
  'app.close_thread(uuid)': `
    create function app.close_thread(given_thread uuid)
    returns table (thread_id uuid, patient_id uuid, acting_for_id uuid, refusal text)
    language plpgsql volatile ${DEFINER} as $$
    #variable_conflict use_column
    declare
      viewer record;
      closing uuid;
      about uuid;
    begin
      select * into viewer from app.live_session();
      closing := app.seat_in(given_thread, null);
      if closing is null then return query select null::uuid, null::uuid, null::uuid, 'not-found'; return; end if;
      update thread t set state = 'closed', closed_at = now(), closed_by_id = viewer.person_id
      where t.id = given_thread and (t.state = 'open' or exists (
        -- open for whoever has just replied to it
        select from message m
        where m.thread_id = t.id and m.sender_id = viewer.person_id and m.undone_at is null
          and m.undo_until > now() and m.sent_at > t.closed_at));
      select t.patient_id into about from thread t where t.id = given_thread;
      perform app.announce(app.thread_readers(given_thread), 'message', given_thread);
      return query select given_thread, about, nullif(closing, viewer.person_id), null::text;
    end $$`,
  // A draft is replaced only by whoever has seen what is replaced: `given_version` is the stored one, 0 where none is known.
  'app.save_draft(uuid,uuid,integer,jsonb)': `
    create function app.save_draft(given_thread uuid, given_patient uuid, given_version integer, given_content jsonb)
    returns table (draft_id uuid, thread_id uuid, patient_id uuid, stale boolean, refusal text)
    language plpgsql volatile ${DEFINER} as $$
    #variable_conflict use_column
    declare
      viewer record;
      about uuid := given_patient;
      kept draft;
    begin
      select * into viewer from app.live_session();
      if given_thread is not null then
        select t.patient_id into about from thread t where t.id = given_thread and app.seat_in(given_thread, null) is not null;
      end if;
      if about is null or not app.may_message_about(about) then
        return query select null::uuid, given_thread, given_patient, false, 'not-found'; return;
      end if;
      if given_version = 0 then
        insert into draft (person_id, patient_id, thread_id, content) values (viewer.person_id, about, given_thread, given_content)
        on conflict do nothing returning * into kept;
      else
        update draft d set content = given_content, version = d.version + 1, saved_at = now()
        where d.person_id = viewer.person_id and d.patient_id = about and d.thread_id is not distinct from given_thread
          and d.version = given_version
        returning * into kept;
      end if;
      if found then return query select kept.id, kept.thread_id, kept.patient_id, false, null::text; return; end if;
      select d.* into kept from draft d
      where d.person_id = viewer.person_id and d.patient_id = about and d.thread_id is not distinct from given_thread;
      -- there is none any more: it was sent meanwhile, and what comes now is kept as a new one
      if not found then
        insert into draft (person_id, patient_id, thread_id, content) values (viewer.person_id, about, given_thread, given_content)
        returning * into kept;
        return query select kept.id, kept.thread_id, kept.patient_id, false, null::text; return;
      end if;
      -- the same again, from a try whose answer was lost, is no conflict
      return query select kept.id, kept.thread_id, kept.patient_id, kept.content <> given_content, null::text;
    end $$`,
  // Null: nobody is signed in who writes messages, or more waits for them than 100 MB.
  'app.store_attachment(text,text,bytea)': `
    create function app.store_attachment(given_name text, given_type text, given_body bytea) returns uuid
    language plpgsql volatile ${DEFINER} as $$
    declare
      viewer record;
      digest bytea := sha256(given_body);
      stored uuid;
    begin
      select * into viewer from app.live_session();
      if not found or not 'messages' = any (app.role_scopes())
        or (select coalesce(sum(a.size_bytes), 0) from attachment a where a.uploaded_by_id = viewer.person_id and a.message_id is null) > 104857600
      then
        return null;
      end if;
      -- the same bytes are kept until this file has them, should they be forgotten at this very moment
      insert into attachment_content (sha256, body) values (digest, given_body) on conflict (sha256) do update set sha256 = excluded.sha256;
      insert into attachment (uploaded_by_id, file_name, content_type, size_bytes, sha256)
      values (viewer.person_id, given_name, given_type, octet_length(given_body), digest) returning id into stored;
      -- looked after once for each day of uploads, when all of that day are old
      perform app.enqueue('messages.forget-uploads', '{}', date_trunc('day', now()) + interval '8 days', current_date::text);
      return stored;
    end $$`,
  // Who receives for whom at this moment.
  'app.covers(uuid[])': `
    create function app.covers(people uuid[]) returns table (person_id uuid, cover_id uuid, since timestamptz, until timestamptz)
    language plpgsql stable ${DEFINER} as $$
    begin
      return query
        select distinct on (d.principal_id) d.principal_id, d.delegate_id, d.valid_from, d.valid_until
        from app.live_session() viewer cross join delegation d
        where d.principal_id = any (people) and d.kind = 'cover' and d.revoked_at is null
          and d.valid_from <= now() and (d.valid_until is null or d.valid_until > now())
        order by d.principal_id, d.valid_from desc;
    end $$`,
  // Who may be written to about a patient, for somebody who may write. One line for each person and live grant.
  'app.recipients(uuid)': `
    create function app.recipients(given_patient uuid)
    returns table (person_id uuid, scopes text[], last_seen_at timestamptz, usual_reply_hours double precision)
    language plpgsql stable ${DEFINER} as $$
    #variable_conflict use_column
    begin
      if not app.may_message_about(given_patient) then return; end if;
      return query
        with readers as materialized (select r.* from app.patient_readers(given_patient) r)
        select r.person_id, r.scopes, seen.at, replies.hours
        from readers r
        left join lateral (
          select max(s.last_seen_at) as at from session s join membership m on m.id = s.membership_id where m.person_id = r.person_id) seen on true
        -- of fewer than three answers nothing usual can be said
        left join lateral (
          select case when count(*) >= 3 then percentile_cont(0.5) within group (order by extract(epoch from d.answered_at - d.stored_at) / 3600) end as hours
          from message_delivery d
          where d.recipient_id = r.person_id and d.stored_at > now() - interval '180 days' and d.answered_at is not null) replies on true
        where exists (select from readers o where o.person_id = r.person_id and 'messages' = any (o.scopes));
    end $$`,
  // Under the policies the indexes of words could not be used, whose operator is not leakproof. What is found is little, and
  // its seats are looked up; to go through all seats takes the longer the more there are. The last word may be half typed.
  'app.search_threads(text)': `
    create function app.search_threads(given_words text) returns table (id uuid)
    language plpgsql stable rows 20 ${DEFINER} as $$
    declare
      wanted tsquery := websearch_to_tsquery('english', given_words);
      half text := (regexp_match(given_words, '^(?:[^"]*\\s)?([[:alnum:]]{3,})$'))[1];
      whose uuid[] := (select r.grantees from app.reader() r);
    begin
      if half is not null then
        wanted := wanted || (websearch_to_tsquery('english', left(given_words, -length(half)))
          && to_tsquery('simple', half || ':*'));
      end if;
      return query
        with found as materialized (
          select m.thread_id as id from message m
          where m.words @@ wanted and m.undone_at is null
            and (m.undo_until <= now() or coalesce(m.on_behalf_of_id, m.sender_id) = any (whose))
          union
          select t.id from thread t where t.words @@ wanted)
        select f.id from found f
        where exists (
          select from thread_seat s where s.thread_id = f.id and s.person_id = any (whose) and s.visible_from <= now());
    end $$`,
  // Threads with something unread in the session's own seats and in those that it stands in for.
  'app.unread_count()': `
    create function app.unread_count() returns integer
    language plpgsql stable ${DEFINER} as $$
    begin
      return (
        select count(distinct s.thread_id)
        from app.reader() reader
        join thread_seat s on s.person_id = any (reader.grantees) and s.last_incoming_at > s.read_until and s.visible_from <= now()
        where app.may_message_about(s.patient_id)
          and exists (
            select from message m
            where m.thread_id = s.thread_id and m.sent_at > s.read_until and m.undo_until <= now() and m.undone_at is null
              and coalesce(m.on_behalf_of_id, m.sender_id) <> s.person_id));
    end $$`,
};
