import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { mayRespond } from './plan.policy.ts';
import { factsOfPlan } from './told-plan.ts';

const RECEIVE = audited(sql`
  changed as (
    update follow_up_plan f set received_at = coalesce(f.received_at, now()), revision = f.revision + 1,
      state = case when f.state = 'sent' then 'received' else f.state end
    where f.id = ${hole('planId', 'uuid')} and f.state in ('sent','received','active')
    returning f.id, f.patient_id
  )`);

/** Notes that the one to whom it was sent has opened it: a page does so, once. */
export const receiveCarePlan = (context: PlanContext, patientId: string): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:answer', patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayRespond(chart.actor, factsOfPlan(row))) return refuse('not-yours');
    return { statement: RECEIVE, values: { planId: row.id } };
  });
