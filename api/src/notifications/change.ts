import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';

/**
 * Runs one of the changing functions with its audit row. What it answers decides the outcome: a refusal is
 * kept in the audit too.
 * @param call SQL of one call that gives one value or no row; its parameters begin at $3
 * @returns the value as text; undefined when the function found nothing to change.
 * @throws {UnauthenticatedError} when the session is not, or no longer, alive.
 */
export async function change(
  context: RequestContext,
  action: string,
  call: string,
  parameters: readonly unknown[],
): Promise<string | undefined> {
  const { session, rows } = await runAsSession<{ answer: string | null }>(context.pool, requireToken(context), {
    sql: `
      with done as materialized (select (select ${call})::text as answer),
      audited as (
        insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome)
        select $1, s.session_id, s.person_id, s.organization_id, s.role, $2,
          case when done.answer is null or done.answer in ('forbidden','not-found','too-soon','not-of-the-practice','unknown-zone') then 'denied' else 'done' end
        from done, app.current_session() s
        returning 1)
      select done.answer, (select count(*) from audited) from done`,
    parameters: [context.requestId, action, ...parameters],
  });
  if (!session) throw new UnauthenticatedError();
  return rows[0]?.answer ?? undefined;
}
