import type { Pool, PoolClient } from 'pg';
import type { MailText } from './mail-text.ts';

export type MailKind = 'urgent' | 'digest' | 'cover' | 'code';

/** Writes a mail and asks for its sending, in one transaction: what is written is sent, or somebody is told. */
export async function writeMail(
  db: Pick<Pool | PoolClient, 'query'>,
  contactId: string,
  kind: MailKind,
  { subject, body }: MailText,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with written as (
       insert into mail (contact_id, kind, address, subject, body)
       select c.id, $2, c.address, $3, $4 from contact c where c.id = $1
       returning id)
     select w.id, app.enqueue('notifications.send', jsonb_build_object('mail', w.id)) from written w`,
    [contactId, kind, subject, body],
  );
  return rows[0]?.id;
}
