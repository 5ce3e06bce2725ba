import { sql, type RawBuilder } from 'kysely';
import { taskEventRows, taskRows } from '#api/chart/index.ts';
import { hole, reader, type Statement } from '#api/database/index.ts';
import { draftLists, draftParts } from './draft-parts.ts';
import { recordRow } from './record-row.ts';

/** What a statement reads. Two requests of the same shape share one composed statement. */
export interface ThreadShape {
  /** One thread by id, or a page of the inbox. */
  readonly page: 'one' | InboxShape;
  readonly messages: 'none' | 'first' | 'after';
  /** Whether one message is wanted by its id as well. */
  readonly oneMessage: boolean;
  readonly participants: boolean;
  /** Whether it is wanted which participants may still read. */
  readonly access: boolean;
  readonly cover: boolean;
  readonly draft: boolean;
  readonly tasks: boolean;
}

export interface InboxShape {
  readonly mine: boolean;
  readonly unread: boolean;
  readonly urgent: boolean;
  readonly patient: boolean;
  readonly person: boolean;
  readonly search: boolean;
  readonly state: boolean;
  readonly after: boolean;
}

const composed = new Map<string, Statement>();

/** The one statement that reads threads and writes what was read into the audit. */
export function threadStatement(shape: ThreadShape): Statement {
  const key = JSON.stringify(shape);
  let statement = composed.get(key);
  if (statement === undefined) composed.set(key, (statement = compose(shape)));
  return statement;
}

const list = (name: string, query: RawBuilder<unknown>) =>
  sql`${sql.lit(name)}, (select coalesce(json_agg(x), '[]') from ${query} x)`;

function compose(shape: ThreadShape): Statement {
  const statement = sql`
    with me as materialized (select s.* from app.current_session() s),
    named as materialized (${shape.page !== 'one' && shape.page.search ? NAMED : NOBODY_NAMED}),
    seats as materialized (${shape.page === 'one' ? ONE_SEAT : inbox(shape.page)}),
    page as materialized (select * from seats order by last_message_at desc, thread_id desc limit ${hole('limit', 'integer')}),
    threads as materialized (${THREADS}),
    messages as materialized (${messagesOf(shape)}),
    deliveries as materialized (
      select d.message_id, d.recipient_id, d.stored_at, d.notified_at, d.channel, d.opened_at, d.opened_by_id, d.failed_at, d.failure, d.escalated_to_id,
        -- a reply that can still be undone is not one yet
        case when d.answered_at <= now() - interval '10 seconds' then d.answered_at end as answered_at
      from messages m join message_delivery d on d.message_id = m.id),
    attachments as materialized (
      select a.id, a.message_id, a.file_name, a.content_type, a.size_bytes from messages m join attachment a on a.message_id = m.id),
    quoted as materialized (
      select r.message_id, r.patient_id, r.kind, r.record_id as id, r.position, x.title, x.detail, x.at
      from messages m join message_reference r on r.message_id = m.id
      left join lateral (${recordRow(sql`r.kind`, sql`r.record_id`, sql`r.patient_id`)}) x on true),
    requests as materialized (
      select r.message_id, r.kind, r.title, r.owner_id, r.due_on, r.fallback_telephone
      from messages m join message_request r on r.message_id = m.id),
    made as materialized (
      select k.*, t.id as thread_id from threads t join message m on m.thread_id = t.id
      join task k on k.source_id = m.id and k.source_kind in ('message','recommendation') where ${sql.lit(shape.tasks)}),
    told_tasks as materialized (${taskRows(sql`made`)}),
    told_events as materialized (${taskEventRows(sql`made`)}),
    participants as materialized (${shape.participants || shape.access ? PARTICIPANTS : NO_PARTICIPANTS}),
    covers as materialized (
      select c.* from app.covers(array(select person_id from participants where ${sql.lit(shape.cover)})) c),
    drafts as materialized (select d.* from threads t join draft d on d.thread_id = t.id where ${sql.lit(shape.draft)}),
    ${draftParts},
    read_rows (patient_id, seat_id, id) as (
      select patient_id, seat_id, id from threads
      union all select patient_id, seat_id, newest_id from threads where newest_id is not null
      union all select m.patient_id, t.seat_id, m.id from messages m join threads t on t.id = m.thread_id
      union all select q.patient_id, t.seat_id, q.id from quoted q join messages m on m.id = q.message_id join threads t on t.id = m.thread_id
        where q.title is not null
      union all select k.patient_id, t.seat_id, k.id from made k join threads t on t.id = k.thread_id
      union all select d.patient_id, t.seat_id, d.id from drafts d join threads t on t.id = d.thread_id
      union all select d.patient_id, t.seat_id, q.id from draft_quotes q join drafts d on d.id = q.draft_id join threads t on t.id = d.thread_id
        where q.title is not null
      union all select t.patient_id, t.seat_id, t.patient_id from threads t join patient p on p.id = t.patient_id
    ),
    audited as (
      insert into audit_event (request_id, session_id, person_id, acting_for_id, organization_id, role, patient_id, action, outcome, row_ids)
      select ${hole('requestId', 'uuid')}, me.session_id, me.person_id, nullif(r.seat_id, me.person_id), me.organization_id, me.role,
        r.patient_id, ${hole('action', 'text')}, r.outcome, r.ids
      from me cross join lateral (
        select patient_id, seat_id, 'done' as outcome, array_agg(distinct id) as ids from read_rows group by patient_id, seat_id
        ${shape.page === 'one' ? sql`union all select null, null, 'denied', '{}' where not exists (select from threads)` : sql``}) r
      returning 1
    )
    select json_build_object(
      'now', now(),
      'audited', (select count(*) from audited),
      'more', (select count(*) from seats) > (select count(*) from page),
      ${list('threads', sql`(select * from threads order by sorted_at desc, id desc)`)},
      ${list('messages', sql`(select * from messages order by sent_at desc)`)},
      ${list('deliveries', sql`deliveries`)},
      ${list('attachments', sql`attachments`)},
      ${list('quoted', sql`(select * from quoted order by position)`)},
      ${list('requests', sql`requests`)},
      ${list('tasks', sql`(select * from told_tasks order by due_on, id)`)},
      ${list('taskThreads', sql`(select m.id as task_id, m.thread_id from made m)`)},
      ${list('taskEvents', sql`(select * from told_events order by version)`)},
      ${list('participants', sql`(select * from participants order by joined_at, person_id)`)},
      ${list('readers', shape.access ? READERS : sql`(select null::uuid as thread_id, null::uuid as person_id where false)`)},
      ${list('covers', sql`covers`)},
      ${draftLists},
      ${list('patients', sql`(select p.id, p.family_name, p.given_name, p.birth_date, p.mrn from patient p where p.id in (select patient_id from threads))`)},
      ${list('people', PEOPLE)},
      ${list('grants', GRANTS)},
      'closed', (select coalesce(json_agg(c), '[]') from unnest((select app.restricted_patients())::uuid[]) c where c in (select patient_id from threads))
    ) as answer`.compile(reader);
  return { sql: statement.sql, parameters: statement.parameters };
}

/** The own seat before one that the reader stands in for. */
const ONE_SEAT = sql`
      select s.thread_id, s.person_id, s.last_message_at, s.last_incoming_at, s.read_until
      from thread_seat s, me where s.thread_id = ${hole('threadId', 'uuid')}
      order by s.person_id <> me.person_id, s.person_id limit 1`;

const UNREAD = sql`
      select m.id from message m
      where m.thread_id = s.thread_id and m.sent_at > s.read_until and m.undo_until <= now() and m.undone_at is null
        and coalesce(m.on_behalf_of_id, m.sender_id) <> s.person_id`;

/** Until somebody else has written: a word that its sender adds takes nothing of the haste away. */
const URGENT = sql`exists (
        select from message m
        where m.thread_id = s.thread_id and m.priority = 'urgent' and m.undone_at is null and not exists (
          select from message later
          where later.thread_id = m.thread_id and later.sent_at > m.sent_at and later.undone_at is null
            and coalesce(later.on_behalf_of_id, later.sender_id) <> coalesce(m.on_behalf_of_id, m.sender_id)))`;

/** A reply opens again what was closed: for its writer at once, for others when it can no longer be taken back. */
const STATE = sql`case when t.state = 'closed' and exists (
        select from message m
        where m.thread_id = t.id and m.undone_at is null and m.undo_until > now() and m.sent_at > t.closed_at)
      then 'open' else t.state end`;

const WORDS = hole<readonly string[]>('searchWords', 'text[]');

/** Patients whose names the reader may read, and people, that all words fit. */
const NAMED = sql`
      select array(
          select p.id from patient p
          where p.id in (
              select g.patient_id from access_grant g
              where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
                and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
            and not exists (
              select from unnest(${WORDS}) w where strpos(p.name_search, w) = 0 and not starts_with(lower(p.mrn), w))) as patients,
        array(
          select p.id from person p
          where not exists (
            select from unnest(${WORDS}) w where strpos(lower(concat(' ', p.given_name, ' ', p.family_name)), ' ' || w) = 0)) as people`;

const NOBODY_NAMED = sql`select '{}'::uuid[] as patients, '{}'::uuid[] as people`;

/** A search starts from what it finds, which is little; it goes through the seats only where a name was found. */
const FOUND = sql`(
          select id from app.search_threads(${hole('search', 'text')})
          union
          select n.thread_id from thread_seat n
          where (select cardinality(patients) from named) > 0
            and n.person_id = whose.id and n.patient_id = any ((select patients from named)::uuid[])
          union
          select n.thread_id from thread_seat n join thread_participant p on p.thread_id = n.thread_id
          where (select cardinality(people) from named) > 0
            and n.person_id = whose.id and p.person_id <> whose.id and p.person_id = any ((select people from named)::uuid[])
        ) found join thread_seat s on s.thread_id = found.id`;

/** Starts from the seats of the reader and of whom they stand in for, each in the order of its index; row security is the second wall. */
function inbox(shape: InboxShape): RawBuilder<unknown> {
  const conditions = [
    sql`s.person_id = whose.id`,
    ...(shape.mine ? [sql`whose.id = me.person_id`] : []),
    ...(shape.after
      ? [sql`(s.last_message_at, s.thread_id) < (${hole('afterTime', 'timestamptz')}, ${hole('afterId', 'uuid')})`]
      : []),
    ...(shape.patient ? [sql`s.patient_id = ${hole('patientId', 'uuid')}`] : []),
    ...(shape.unread ? [sql`s.last_incoming_at > s.read_until and exists (${UNREAD})`] : []),
    ...(shape.urgent ? [URGENT] : []),
    ...(shape.person
      ? [
          sql`exists (select from thread_participant p where p.thread_id = s.thread_id and p.person_id = ${hole('personId', 'uuid')})`,
        ]
      : []),
    ...(shape.state
      ? [sql`exists (select from thread t where t.id = s.thread_id and ${STATE} = ${hole('state', 'text')})`]
      : []),
  ];
  return sql`
      select distinct on (own.last_message_at, own.thread_id) own.*
      from me cross join unnest((select app.grantees())::uuid[]) as whose (id)
      cross join lateral (
        select s.thread_id, s.person_id, s.last_message_at, s.last_incoming_at, s.read_until
        from ${shape.search ? FOUND : sql`thread_seat s`}
        where ${sql.join(conditions, sql` and `)}
        order by s.last_message_at desc, s.thread_id desc
        limit ${hole('limit', 'integer')} + 1
      ) own
      order by own.last_message_at desc, own.thread_id desc, own.person_id <> me.person_id
      limit ${hole('limit', 'integer')} + 1`;
}

const THREADS = sql`
      select t.id, t.patient_id, t.subject, t.intent, case when ${URGENT} then 'urgent' else 'routine' end as priority, ${STATE} as state, s.person_id as seat_id, s.last_message_at as sorted_at,
        coalesce(newest.sent_at, t.created_at) as last_message_at, coalesce(newest.preview, '') as preview, newest.id as newest_id,
        newest.sender_id as last_sender_id, unread.count as unread_count
      from page s join thread t on t.id = s.thread_id
      left join lateral (
        select m.id, m.sent_at, left(m.body, 200) as preview, m.sender_id from message m
        where m.thread_id = t.id and m.undone_at is null order by m.sent_at desc limit 1) newest on true
      cross join lateral (select count(*) from (${UNREAD}) u where s.last_incoming_at > s.read_until) unread`;

const MESSAGE = sql`m.id, m.thread_id, m.patient_id, m.sender_id, m.on_behalf_of_id, m.body, m.sent_at,
        case when m.undo_until > now() and m.sender_id = (select person_id from me) then m.undo_until end as undo_until, m.undone_at is not null as undone`;

function messagesOf({ messages, oneMessage }: ThreadShape): RawBuilder<unknown> {
  const after = messages === 'after' ? sql`and m.sent_at < ${hole('messagesAfter', 'timestamptz')}` : sql``;
  const limit = messages === 'none' ? sql`0` : sql`${hole('messages', 'integer')} + 1`;
  const page = sql`
        select m.*, true as paged
        from threads t cross join lateral (
          select ${MESSAGE} from message m where m.thread_id = t.id ${after} order by m.sent_at desc limit ${limit}) m`;
  if (!oneMessage) return page;
  return sql`
      select distinct on (m.id) m.* from (${page}
        union all
        select ${MESSAGE}, false from threads t join message m on m.thread_id = t.id where m.id = ${hole('messageId', 'uuid')}) m
      order by m.id, m.paged desc`;
}

const PARTICIPANTS = sql`
      select p.thread_id, p.person_id, p.joined_at, p.added_by_id, p.last_read_at
      from threads t join thread_participant p on p.thread_id = t.id`;

const NO_PARTICIPANTS = sql`${PARTICIPANTS} where false`;

const READERS = sql`(
        select p.thread_id, r.person_id
        from threads t cross join lateral (select array_agg(p.person_id) as people from participants p where p.thread_id = t.id) them
        cross join lateral unnest(app.readers_among(them.people, t.patient_id, '{messages}')) as r (person_id)
        join participants p on p.thread_id = t.id and p.person_id = r.person_id)`;

const PEOPLE = sql`app.directory(array(
        select seat_id from threads union select last_sender_id from threads
        union select person_id from participants union select added_by_id from participants
        union select sender_id from messages union select on_behalf_of_id from messages
        union select recipient_id from deliveries union select opened_by_id from deliveries union select escalated_to_id from deliveries
        union select owner_id from requests union select cover_id from covers))`;

const GRANTS = sql`(
        select g.patient_id, g.grantee_id, g.basis, g.scopes, g.status, g.valid_from, g.valid_until, g.revoked_at
        from access_grant g where g.patient_id in (select patient_id from threads))`;
