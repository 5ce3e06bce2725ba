import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';

/** Notes that the viewer has looked at a patient, or at Portage as a whole. Says nothing of whether there is such a patient. */
export async function markVisited(context: RequestContext, patientId: string | null): Promise<boolean> {
  if (patientId !== null && !isUuid(patientId)) return true;
  const { session } = await runAsSession(context.pool, requireToken(context), {
    sql: 'select app.mark_visit($1::uuid)',
    parameters: [patientId],
  });
  if (session === undefined) throw new UnauthenticatedError();
  return true;
}
