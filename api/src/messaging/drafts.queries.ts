import { sql, type RawBuilder } from 'kysely';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { draftLists, draftParts } from './draft-parts.ts';
import type { Draft } from './draft.types.ts';
import { draftOf } from './draft.view.ts';
import type { DraftAnswerRows } from './thread-rows.ts';

const ALL = compose(sql`true`);
const OF_PATIENT = compose(sql`d.patient_id = ${hole('patientId', 'uuid')}`);
const ONE = compose(sql`d.id = ${hole('draftId', 'uuid')}`);

/** The reader's own drafts, the last saved first; of one patient when an id is given. @throws {NotFoundError} when it cannot be one. */
export async function listDrafts(context: RequestContext, patientId: string | undefined): Promise<Draft[]> {
  if (patientId !== undefined && !isUuid(patientId)) throw new NotFoundError();
  return read(context, 'messages:draft', patientId === undefined ? ALL : OF_PATIENT, { patientId });
}

/** @throws {NotFoundError} when it is not the reader's, or not there. */
export async function findDraft(context: RequestContext, action: Action, draftId: string): Promise<Draft> {
  const [draft] = await read(context, action, ONE, { draftId });
  if (draft === undefined) throw new NotFoundError();
  return draft;
}

async function read(
  context: RequestContext,
  action: Action,
  statement: Statement,
  values: Record<string, unknown>,
): Promise<Draft[]> {
  const filled = fill(statement, { ...values, action, requestId: context.requestId });
  const { session, rows } = await runAsSession<{ answer: DraftAnswerRows }>(
    context.pool,
    requireToken(context),
    filled,
  );
  const answer = rows[0]?.answer;
  if (session === undefined || answer === undefined) throw new UnauthenticatedError();
  return answer.drafts.map((row) => draftOf(row, answer));
}

function compose(condition: RawBuilder<unknown>): Statement {
  const statement = sql`
    with drafts as materialized (select d.* from draft d where ${condition} order by d.saved_at desc limit 100),
    ${draftParts},
    audited as (
      insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
      select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, r.patient_id, ${hole('action', 'text')}, 'done',
        array_agg(distinct r.id)
      from app.current_session() s, (
        select patient_id, id from drafts
        union all select patient_id, id from draft_quotes where title is not null
        union all select p.id, p.id from patient p where p.id in (select patient_id from drafts)) r
      group by s.session_id, s.person_id, s.organization_id, s.role, r.patient_id
      returning 1
    )
    select json_build_object(
      ${draftLists},
      'patients', (select coalesce(json_agg(x), '[]') from (
        select p.id, p.family_name, p.given_name, p.birth_date, p.mrn from patient p where p.id in (select patient_id from drafts)) x),
      'audited', (select count(*) from audited)
    ) as answer`.compile(reader);
  return { sql: statement.sql, parameters: statement.parameters };
}
