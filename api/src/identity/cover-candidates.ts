import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import type { PersonRef } from './person-ref.types.ts';
import { personRefOf, type DirectoryRow } from './person-ref.view.ts';

const CANDIDATES = `
  select d.* from app.current_session() s
  cross join lateral app.directory(array_remove(app.post_holders(s.organization_id, s.role), s.person_id)) d
  where d.role = s.role and d.organization_id = s.organization_id
  order by d.family_name, d.given_name, d.id`;

/** Colleagues of the same role in the viewer's own organisation, by name. */
export async function coverCandidates(context: RequestContext): Promise<PersonRef[]> {
  const { session, rows } = await runAsSession<DirectoryRow>(context.pool, requireToken(context), {
    sql: CANDIDATES,
    parameters: [],
  });
  if (session === undefined) throw new UnauthenticatedError();
  return rows.map(personRefOf);
}
