import { sql } from 'kysely';
import { fill, hole, reader, runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, ForbiddenError, NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Catalogue } from './catalogue.ts';
import type { TestDecision, TestDecisionInput } from './duplicate-tests.inputs.ts';

const WORDS_LIMIT = 500;

// One statement: the decision and the one audit row that tells how it went. The page is what row security shows of the
// patient; `open` asks what the insert policy asks again.
const RECORD = sql`
  with page as (select id from patient where id = ${hole('patientId', 'uuid')}),
  open as (
    select page.id from page
    where 'results' = any ((select app.role_scopes())::text[]) and exists (
      select from access_grant g
      where g.patient_id = page.id and g.grantee_id = any ((select app.grantees())::uuid[]) and 'results' = any (g.scopes)
        and g.revoked_at is null and g.status = 'active'
        and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
  ),
  made as (
    insert into test_decision (patient_id, family, verdict, decision, reason, words, session_id, person_id, organization_id)
    select open.id, ${hole('family', 'text')}, ${hole('verdict', 'text')}, ${hole('decision', 'text')}, ${hole('reason', 'text')}, ${hole('words', 'text')},
      s.session_id, s.person_id, s.organization_id
    from open, app.current_session() s
    returning id, made_at
  ),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, ${hole('patientId', 'uuid')}, 'duplicate-tests:decide',
      case when made.id is null then 'denied' else 'done' end, case when made.id is null then '{}' else array[made.id] end
    from app.current_session() s left join made on true
    returning 1
  )
  select exists (select from page) as known, made.id, to_json(made.made_at) #>> '{}' as at, audited.*
  from audited left join made on true`.compile(reader);

/**
 * Records what was decided after a check, with its audit row in the same statement.
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read results of this patient.
 */
export async function recordDecision(
  context: RequestContext,
  input: TestDecisionInput,
  catalogue: Catalogue,
): Promise<TestDecision> {
  const { patientId, family, verdict, decision, reason } = input;
  const words = input.words?.trim() || null;
  if (!isUuid(patientId)) throw new NotFoundError();
  if (!catalogue.families.has(family)) throw new BadUserInputError('family is not the key of a test family');
  if ((words ?? '').length > WORDS_LIMIT)
    throw new BadUserInputError(`words must have at most ${WORDS_LIMIT} characters`);
  if (decision === 'ordered' && reason == null && words === null)
    throw new BadUserInputError('say why it was ordered all the same');
  if (reason === 'other' && words === null) throw new BadUserInputError('say in words what the other reason is');
  const statement = fill(
    { sql: RECORD.sql, parameters: RECORD.parameters },
    { patientId, family, verdict, decision, reason: reason ?? null, words, requestId: context.requestId },
  );
  const { session, rows } = await runAsSession<{ known: boolean; id: string | null; at: string }>(
    context.pool,
    requireToken(context),
    statement,
  );
  const [row] = rows;
  if (session === undefined || row === undefined) throw new UnauthenticatedError();
  if (!row.known) throw new NotFoundError();
  if (row.id === null) throw new ForbiddenError('duplicate-tests:decide');
  return { id: row.id, decision, at: new Date(row.at).toISOString() };
}
