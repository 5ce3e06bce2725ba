import { sql } from 'kysely';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import { attachmentType, type AttachmentType, type TypeRefusal } from './content-type.ts';

export type AttachmentRefusal = TypeRefusal | 'empty' | 'too-large' | 'not-stored';

export interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: AttachmentType;
  readonly sizeBytes: number;
}

export const LARGEST = 10 * 1024 * 1024;

// It belongs to no patient before it is sent: the audit names the file alone.
const STORE: Statement = sql`
  with stored as materialized (
    select app.store_attachment(${hole('name', 'text')}, ${hole('type', 'text')}, ${hole('body', 'bytea')}) as id),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, 'messages:attach',
      case when stored.id is null then 'denied' else 'done' end, array_remove(array[stored.id], null)
    from stored, app.current_session() s
    returning 1
  )
  select stored.id, (select count(*) from audited) as audited from stored`.compile(reader);

/** Stores a file that waits to be sent; the same bytes are kept once. */
export async function storeAttachment(
  context: RequestContext,
  { name, body }: { name: string; body: Buffer },
): Promise<StoredAttachment | { refusal: AttachmentRefusal }> {
  const token = requireToken(context);
  if (body.length === 0) return { refusal: 'empty' };
  if (body.length > LARGEST) return { refusal: 'too-large' };
  const found = await attachmentType(name, body);
  if ('refusal' in found) return found;
  const statement = fill(STORE, { name, type: found.type, body, requestId: context.requestId });
  const { session, rows } = await runAsSession<{ id: string | null }>(context.pool, token, statement);
  if (session === undefined) throw new UnauthenticatedError();
  const id = rows[0]?.id;
  return id == null ? { refusal: 'not-stored' } : { id, name, contentType: found.type, sizeBytes: body.length };
}
