import { sql } from 'kysely';
import type { GrantRow } from '#api/access/index.ts';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { demandReadable } from '../readable.ts';
import type { AttachmentType } from './content-type.ts';

export interface FoundAttachment {
  readonly name: string;
  readonly contentType: AttachmentType;
  readonly body: Buffer;
}

interface Row {
  file_name: string | null;
  content_type: AttachmentType | null;
  patient_id: string | null;
  body: Buffer | null;
  grants: GrantRow[];
  closed: string[];
  now: string;
}

const FIND: Statement = sql`
  with found as materialized (
    select a.id, a.patient_id, a.file_name, a.content_type, c.body
    from attachment a join attachment_content c on c.sha256 = a.sha256 where a.id = ${hole('id', 'uuid')}),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, f.patient_id, 'messages:read',
      case when f.id is null then 'denied' else 'done' end, array_remove(array[f.id], null)
    from app.current_session() s left join found f on true
    returning 1
  )
  select f.file_name, f.content_type, f.patient_id, f.body, to_json(now()) #>> '{}' as now,
    (select coalesce(json_agg(g), '[]') from (
      select g.patient_id, g.grantee_id, g.basis, g.scopes, g.status, g.valid_from, g.valid_until, g.revoked_at
      from access_grant g where g.patient_id = f.patient_id) g) as grants,
    (select coalesce(json_agg(c), '[]') from unnest((select app.restricted_patients())::uuid[]) c where c = f.patient_id) as closed,
    (select count(*) from audited) as audited
  from (select) as always left join found f on true`.compile(reader);

/**
 * A file, for whoever has a seat in the thread of its message, and for its uploader until it is sent.
 * @throws {NotFoundError} alike when there is none and when it is hidden.
 */
export async function findAttachment(context: RequestContext, id: string): Promise<FoundAttachment> {
  const token = requireToken(context);
  if (!isUuid(id)) throw new NotFoundError();
  const { session, rows } = await runAsSession<Row>(
    context.pool,
    token,
    fill(FIND, { id, requestId: context.requestId }),
  );
  const [row] = rows;
  if (session === undefined || row === undefined) throw new UnauthenticatedError();
  if (row.body === null || row.file_name === null || row.content_type === null) throw new NotFoundError();
  if (row.patient_id !== null) demandReadable(session, row, row.patient_id, ['messages']);
  return { name: row.file_name, contentType: row.content_type, body: row.body };
}
