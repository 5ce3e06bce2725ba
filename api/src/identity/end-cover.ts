import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';

const END = `
  with done as materialized (select app.end_cover() as ended),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome)
    select $1, s.session_id, s.person_id, s.organization_id, s.role, 'identity:cover', 'done'
    from done, app.current_session() s where done.ended
    returning 1
  )
  select ended, (select count(*) from audited) as audited from done`;

/** Ends the viewer's cover at once. @returns whether there was one. */
export async function endCover(context: RequestContext): Promise<boolean> {
  const { session, rows } = await runAsSession<{ ended: boolean }>(context.pool, requireToken(context), {
    sql: END,
    parameters: [context.requestId],
  });
  if (session === undefined) throw new UnauthenticatedError();
  return rows[0]?.ended ?? false;
}
