import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#api/access/index.ts';
import type { PatientRefRow } from '#api/chart/index.ts';

/** The first few of what is new of a kind, of one patient. */
export interface ChangedRow {
  patient_id: string;
  id: string;
  needs: Scope[];
  kind: 'results' | 'documents' | 'treatment';
  words: string;
  flag: string | null;
  received_at: string;
  /** How many of this kind there are for this patient. */
  total: number;
  patient: PatientRefRow;
}

/** A conversation with something that the viewer, or whom they stand in for, has not read. */
export interface UnreadRow {
  patient_id: string;
  id: string;
  needs: Scope[];
  subject: string;
  intent: 'ask' | 'inform' | 'hand-over';
  priority: 'routine' | 'urgent';
  last_message_at: string;
  patient: PatientRefRow | null;
}

/** What the statement answers beside the tasks. */
export interface HomeAnswer {
  readonly since: string | null;
  readonly changed: ChangedRow[];
  readonly unread: UnreadRow[];
}

/** Patients whose changes are told at most; the list of patients shows the others. */
const PATIENTS_SHOWN = 20;
/** What is told of each kind of change; the rest is counted. */
const TOLD_OF_EACH = 3;
const UNREAD_SHOWN = 20;

const visit = (mark: string) =>
  sql`case when ${sql.ref(`${mark}.session_id`)} = me.session_id then ${sql.ref(`${mark}.since`)} else ${sql.ref(`${mark}.visited_at`)} end`;

/** When the viewer last visited, and last opened each patient of their panel. Their grants lead; the walls are the second search. */
export const SINCE = sql`
  me as materialized (select s.* from app.current_session() s),
  visited as materialized (
    select ${visit('m')} as since from me left join visit_mark m on m.person_id = me.person_id and m.patient_id is null
  ),
  panel as materialized (
    select p.id, coalesce(${visit('m')}, (select since from visited)) as since
    from me cross join patient p
    left join visit_mark m on m.person_id = me.person_id and m.patient_id = p.id
    where p.id in (
      select g.patient_id from access_grant g
      where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
        and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
  )`;

const NEWS: readonly RawBuilder<unknown>[] = [
  sql`select x.id, x.needs, 'results' as kind, concat_ws(' ', x.display, coalesce(x.value_number::text, x.value_text), x.unit) as words,
      case when x.flag <> 'normal' then x.flag end as flag, x.received_at
    from observation x
    where x.patient_id = panel.id and x.received_at > panel.since and x.category in ('laboratory','tumor-marker','imaging')
      and coalesce(x.status, '') not in ('entered-in-error','cancelled')`,
  sql`select x.id, x.needs, 'results', concat_ws(': ', x.display, x.conclusion), null, x.received_at from diagnostic_report x
    where x.patient_id = panel.id and x.received_at > panel.since and x.conclusion is not null and coalesce(x.status, '') <> 'entered-in-error'`,
  sql`select x.id, x.needs, 'documents', x.title, null, x.received_at from document_reference x
    where x.patient_id = panel.id and x.received_at > panel.since and coalesce(x.status, '') <> 'entered-in-error'`,
  sql`select x.id, x.needs, 'treatment', concat_ws(', ', x.display, x.status), null, x.received_at from medication_use x
    where x.patient_id = panel.id and x.received_at > panel.since and x.category = 'cancer-systemic'`,
  sql`select x.id, x.needs, 'treatment', concat_ws(', ', x.display, x.status), null, x.received_at from procedure x
    where x.patient_id = panel.id and x.received_at > panel.since and x.kind in ('surgery','radiation','transplant')`,
];

/** What came in for each patient since then: what is abnormal first, then the newest. */
export const CHANGED = sql`
  changed as materialized (
    select panel.id as patient_id, n.id, n.needs, n.kind, n.words, n.flag, n.received_at, n.total, to_json(who) as patient
    from (
      select panel.* from panel
      cross join lateral (select max(news.received_at) as last from (${sql.join(NEWS, sql` union all `)}) news) latest
      where latest.last is not null
      order by latest.last desc limit ${sql.lit(PATIENTS_SHOWN)}
    ) panel
    join (select id, family_name, given_name, birth_date, mrn from patient) who on who.id = panel.id
    cross join lateral (
      select news.*, count(*) over (partition by news.kind) as total,
        row_number() over (partition by news.kind order by news.flag is null, news.received_at desc, news.id) as place
      from (${sql.join(NEWS, sql` union all `)}) news) n
    where n.place <= ${sql.lit(TOLD_OF_EACH)}
  )`;

export const UNREAD = sql`
  unread as materialized (
    select t.id, t.patient_id, '{messages}'::text[] as needs, t.subject, t.intent,
      case when seat.urgent then 'urgent' else 'routine' end as priority, newest.sent_at as last_message_at, to_json(who) as patient
    from (
      select s.thread_id, bool_or(new.urgent) as urgent
      from thread_seat s
      cross join lateral (
        select bool_or(m.priority = 'urgent') as urgent from message m
        where m.thread_id = s.thread_id and m.sent_at > s.read_until and m.undo_until <= now() and m.undone_at is null
          and coalesce(m.on_behalf_of_id, m.sender_id) <> s.person_id) new
      where s.person_id = any ((select app.grantees())::uuid[]) and s.last_incoming_at > s.read_until and s.visible_from <= now()
        and new.urgent is not null
      group by s.thread_id
    ) seat
    join thread t on t.id = seat.thread_id
    cross join lateral (
      select m.sent_at from message m
      where m.thread_id = t.id and m.undo_until <= now() and m.undone_at is null order by m.sent_at desc limit 1) newest
    left join (select id, family_name, given_name, birth_date, mrn from patient) who on who.id = t.patient_id
    order by seat.urgent desc, newest.sent_at desc, t.id
    limit ${sql.lit(UNREAD_SHOWN)}
  )`;

/** Rows of the record that are told, for the audit and the first wall; who the patient is, is told with them. */
export const TOLD = sql`(
  select patient_id, id, needs from changed
  union all select patient_id, patient_id, '{demographics}'::text[] from changed
  union all select patient_id, id, needs from unread
  union all select patient_id, patient_id, '{demographics}'::text[] from unread where patient is not null)`;
