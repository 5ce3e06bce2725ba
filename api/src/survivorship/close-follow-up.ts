import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import type { CloseFollowUpInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse, WORDS_LIMIT } from './change-plan.ts';
import { mayClose } from './plan.policy.ts';
import { factsOfPlan } from './told-plan.ts';

const CLOSE = audited(sql`
  closed as (
    update follow_up_plan f set state = 'closed', closed_at = now(), closed_by = s.person_id, close_reason = ${hole('reason', 'text')}, revision = f.revision + 1
    from app.current_session() s
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state in ('sent','received','active')
    returning f.id, f.patient_id
  ),
  changed as (select * from closed)`);

/** Ends follow-up by oncology: once every line has been taken on, or with the reason of a named person. */
export const closeFollowUp = (context: PlanContext, input: CloseFollowUpInput): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', input.patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayClose(chart.actor, factsOfPlan(row)))
      return refuse(chart.actor.role === 'oncologist' ? 'wrong-state' : 'not-yours');
    const reason = input.reason?.trim() || null;
    if ((reason ?? '').length > WORDS_LIMIT) return refuse('words-too-long', 'reason');
    if (row.state !== 'active') {
      if (!input.override) return refuse('handshake-open');
      if (reason === null) return refuse('words-missing', 'reason');
    }
    return { statement: CLOSE, values: { planId: row.id, revision: row.revision, reason } };
  });
