import { sql } from 'kysely';
import { readRows } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { OWN_CATALOGUE } from './catalogue.ts';
import type { TestDecision, TestDecisionInput } from './duplicate-tests.inputs.ts';

const WORDS_LIMIT = 500;

// The page is what row security shows of the patient: of a hidden one nothing is written but the refusal.
const RECORD = sql`
  with page as (select id from patient where id = ${hole('patientId', 'uuid')}),
  made as (
    insert into test_decision (patient_id, family, verdict, decision, reason, words, session_id, person_id, organization_id)
    select page.id, ${hole('family', 'text')}, ${hole('verdict', 'text')}, ${hole('decision', 'text')}, ${hole('reason', 'text')}, ${hole('words', 'text')},
      s.session_id, s.person_id, s.organization_id
    from page, app.current_session() s
    returning id, patient_id, made_at
  ),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, made.patient_id, 'duplicate-tests:decide', 'done', array[made.id]
    from made, app.current_session() s
    returning 1
  )
  select made.id, to_json(made.made_at) #>> '{}' as at, (select count(*) from audited) as audited from made`.compile(
  reader,
);

/**
 * Records what was decided after a check, with its audit row in the same transaction.
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read results of this patient.
 */
export async function recordDecision(context: RequestContext, input: TestDecisionInput): Promise<TestDecision> {
  const { patientId, family, verdict, decision, reason } = input;
  const words = input.words?.trim() || null;
  if (!isUuid(patientId)) throw new NotFoundError();
  if (!OWN_CATALOGUE.families.has(family)) throw new BadUserInputError('family is not the key of a test family');
  if ((words ?? '').length > WORDS_LIMIT)
    throw new BadUserInputError(`words must have at most ${WORDS_LIMIT} characters`);
  if (decision === 'ordered' && reason == null && words === null)
    throw new BadUserInputError('say why it was ordered all the same');
  if (reason === 'other' && words === null) throw new BadUserInputError('say in words what the other reason is');
  // The first wall; the insert policy is the second.
  await readRows(context, 'duplicate-tests:decide', patientId, []);
  const statement = fill(
    { sql: RECORD.sql, parameters: RECORD.parameters },
    { patientId, family, verdict, decision, reason: reason ?? null, words, requestId: context.requestId },
  );
  const { rows } = await runAsSession<{ id: string; at: string }>(context.pool, requireToken(context), statement);
  const [row] = rows;
  if (row === undefined) throw new NotFoundError();
  return { id: row.id, decision, at: new Date(row.at).toISOString() };
}
