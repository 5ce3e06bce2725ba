import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { CoverRefusal, CoverRefused, SetCoverInput, SetCoverResult } from './cover.types.ts';
import { findViewer } from './viewer.queries.ts';
import { viewerOf } from './viewer.view.ts';

const DETAILS: Record<CoverRefusal, string> = {
  'no-clinician': 'Only a clinician can be covered for.',
  self: 'Choose a colleague: nobody covers for themselves.',
  past: 'The cover must end later than now, and later than it begins.',
  'other-practice': 'Choose a colleague of your own practice.',
  'other-role': 'Choose a colleague with the same role as yours.',
};

const refused = (reason: CoverRefusal): CoverRefused => ({ reason, detail: DETAILS[reason] });

// Who covers is decided in the database, which then opens the principal's patients to them.
const SET = `
  with done as materialized (select app.set_cover($1, coalesce($2::timestamptz, now()), $3::timestamptz) as outcome),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome, row_ids)
    select $4, s.session_id, s.person_id, s.organization_id, s.role, 'identity:cover', case when outcome = 'set' then 'done' else 'denied' end, array[$1::uuid]
    from done, app.current_session() s
    returning 1
  )
  select outcome, (select count(*) from audited) as audited from done`;

/** Names who covers for the viewer; the one named before then no longer does. */
export async function setCover(context: RequestContext, input: SetCoverInput): Promise<SetCoverResult> {
  const token = requireToken(context);
  if (!isUuid(input.personId)) return refused('other-practice');
  const { session, rows } = await runAsSession<{ outcome: 'set' | CoverRefusal }>(context.pool, token, {
    sql: SET,
    parameters: [input.personId, input.from ?? null, input.until ?? null, context.requestId],
  });
  const outcome = rows[0]?.outcome;
  if (session === undefined || outcome === undefined) throw new UnauthenticatedError();
  if (outcome !== 'set') return refused(outcome);
  const viewer = await findViewer(context.pool, token);
  const cover = viewer && viewerOf(viewer.row, viewer.session).cover;
  if (!cover) throw new UnauthenticatedError();
  return { cover };
}
