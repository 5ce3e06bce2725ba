import { sql, type RawBuilder } from 'kysely';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';

/** What every function that writes for messaging answers; null where nothing was written. */
export interface Written {
  readonly thread_id: string | null;
  readonly patient_id: string | null;
  /** Null: it was done, or had been. */
  readonly refusal: string | null;
}

/**
 * A statement that calls a function of the database that writes, and audits that in its transaction.
 * @param ids of what was written, as an array over the function's answer `done`
 */
export function writing(call: RawBuilder<unknown>, ids: RawBuilder<unknown> = sql`array[done.thread_id]`): Statement {
  const statement = sql`
    with done as materialized (select * from ${call}),
    audited as (
      insert into audit_event (request_id, session_id, person_id, acting_for_id, organization_id, role, patient_id, action, outcome, row_ids, detail)
      select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, done.acting_for_id, s.organization_id, s.role, done.patient_id,
        ${hole('action', 'text')}, case when done.refusal is null then 'done' else 'denied' end, array_remove(${ids}, null), done.refusal
      from done, app.current_session() s
      returning 1
    )
    select done.*, (select count(*) from audited) as audited from done`.compile(reader);
  return { sql: statement.sql, parameters: statement.parameters };
}

/**
 * Runs such a statement.
 * @throws {NotFoundError} when what it was to change is hidden from the session or is not there.
 */
export async function write<Row extends Written>(
  context: RequestContext,
  statement: Statement,
  action: Action,
  values: Readonly<Record<string, unknown>>,
): Promise<Row> {
  const filled = fill(statement, { ...values, action, requestId: context.requestId });
  const { session, rows } = await runAsSession<Row>(context.pool, requireToken(context), filled);
  const [row] = rows;
  if (session === undefined || row === undefined) throw new UnauthenticatedError();
  if (row.refusal === 'not-found') throw new NotFoundError();
  return row;
}
