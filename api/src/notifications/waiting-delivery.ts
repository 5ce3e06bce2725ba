import type { Pool, PoolClient } from 'pg';
import { MONDAY_TO_FRIDAY, type QuietHours } from './working-time.ts';

export type Database = Pick<Pool | PoolClient, 'query'>;

/** A message that somebody has not opened yet, and all that is known of how to reach them. No word of what is in it. */
export interface WaitingDelivery {
  readonly messageId: string;
  readonly threadId: string;
  readonly patientId: string;
  readonly urgent: boolean;
  readonly storedAt: Date;
  readonly failure: string | null;
  /** Whether the recipient may read messages about the patient at this moment. */
  readonly reads: boolean;
  readonly sender: PostHolder;
  readonly recipient: PostHolder;
  /** Who receives for them now; null: nobody was named. */
  readonly coverId: string | null;
  readonly secondContactId: string | null;
  readonly urgentAfterMinutes: number;
  readonly routineAfterDays: number;
  /** Of the recipient's practice; 1 is Monday. */
  readonly workingDays: readonly number[];
}

/** A person where they work. */
export interface PostHolder {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly administeredBy: 'practice-administrator' | 'centre-administrator';
  readonly telephone: string | null;
  readonly timeZone: string;
  readonly contactId: string | null;
  readonly contactState: 'works' | 'unverified' | 'rejected' | 'not-configured' | 'none';
  readonly hasLeft: boolean;
  readonly digestHour: number;
  readonly urgentAtOnce: boolean;
  readonly quiet: QuietHours | undefined;
}

const POST_HOLDERS = `
  select distinct on (p.id) p.id, p.given_name || ' ' || p.family_name as name, m.organization_id as "organizationId",
    case o.kind when 'cancer-centre' then 'centre-administrator' else 'practice-administrator' end as "administeredBy",
    o.telephone, o.time_zone as "timeZone", c.id as "contactId",
    case when p.disabled_at is not null or m.ended_at is not null or c.id is null then 'none' when c.failure is not null then c.failure when c.verified_at is null then 'unverified' else 'works' end as "contactState",
    p.disabled_at is not null or m.ended_at is not null as "hasLeft",
    coalesce(n.digest_hour, 7) as "digestHour", coalesce(n.urgent_at_once, true) as "urgentAtOnce",
    case when n.quiet_from is not null then json_build_object('from', n.quiet_from, 'until', n.quiet_until) end as quiet
  from person p
  join membership m on m.person_id = p.id
  join organization o on o.id = m.organization_id
  left join contact c on c.person_id = p.id and c.channel = 'email'
  left join notification_setting n on n.person_id = p.id
  where p.id = any ($1::uuid[])
  order by p.id, m.ended_at nulls first, m.started_at, m.id`;

/** People by id, where they work or last did. */
export async function findPostHolders(db: Database, ids: readonly string[]): Promise<Map<string, PostHolder>> {
  const { rows } = await db.query<PostHolder & { quiet: QuietHours | null }>(POST_HOLDERS, [ids]);
  return new Map(rows.map((row) => [row.id, { ...row, quiet: row.quiet ?? undefined }]));
}

const WAITING = `
  select d.message_id as "messageId", d.thread_id as "threadId", d.patient_id as "patientId", m.priority = 'urgent' as urgent,
    d.stored_at as "storedAt", d.failure,
    d.recipient_id = any (app.readers_of(array[d.recipient_id], d.patient_id, '{messages}')) as reads, coalesce(m.on_behalf_of_id, m.sender_id) as "senderId",
    (select x.delegate_id from delegation x
      where x.principal_id = d.recipient_id and x.kind = 'cover' and x.revoked_at is null
        and x.valid_from <= now() and (x.valid_until is null or x.valid_until > now())
      order by x.valid_from desc limit 1) as "coverId"
  from message_delivery d join message m on m.id = d.message_id
  where d.message_id = $1 and d.recipient_id = $2 and d.opened_at is null and m.undone_at is null
  for update of d`;

const PRACTICE = `
  select second_contact_id as "secondContactId", urgent_after_minutes as "urgentAfterMinutes", routine_after_days as "routineAfterDays",
    working_days as "workingDays"
  from practice_setting where organization_id = $1`;

/** What waits, locked until the end of the transaction; undefined when it was opened or taken back. */
export async function lockWaiting(
  db: Database,
  messageId: string,
  recipientId: string,
): Promise<WaitingDelivery | undefined> {
  const { rows } = await db.query<WaitingDelivery & { senderId: string }>(WAITING, [messageId, recipientId]);
  const [row] = rows;
  if (!row) return undefined;
  const people = await findPostHolders(db, [recipientId, row.senderId]);
  const [recipient, sender] = [people.get(recipientId), people.get(row.senderId)];
  if (!recipient || !sender) return undefined;
  const practice = await db.query<Partial<WaitingDelivery>>(PRACTICE, [recipient.organizationId]);
  const standard = {
    secondContactId: null,
    urgentAfterMinutes: 240,
    routineAfterDays: 3,
    workingDays: MONDAY_TO_FRIDAY,
  };
  return { ...row, recipient, sender, ...standard, ...practice.rows[0] };
}
