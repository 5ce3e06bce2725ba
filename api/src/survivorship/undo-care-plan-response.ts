import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import { closeTasks, requestTask } from '#api/tasks/index.ts';
import type { PlanContext } from './centre.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { ANSWER_DAYS, mayRespond, UNDO_SECONDS } from './plan.policy.ts';
import { standing } from './respond-to-care-plan-line.ts';
import { factsOfPlan } from './told-plan.ts';

const UNDO = audited(sql`
  plan as (
    update follow_up_plan f set revision = f.revision + 1, state = case when ${hole('agreed', 'boolean')} then 'active' else 'received' end,
      agreed_at = case when ${hole('agreed', 'boolean')} then f.agreed_at end
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state in ('sent','received','active')
    returning f.id, f.patient_id, f.zone, f.recipient_id
  ),
  line as (
    update follow_up_line l set response = l.response_before, words = l.words_before, response_before = null, words_before = null,
      responded_at = case when l.response_before <> 'none' then l.responded_at end,
      responded_by = case when l.response_before <> 'none' then l.responded_by end
    from plan, app.current_session() s
    where l.id = ${hole('rowId', 'uuid')} and l.plan_id = plan.id and l.responded_by = s.person_id and l.response_before is not null
      and l.responded_at > now() - ${sql.lit(`${UNDO_SECONDS} seconds`)}::interval
    returning l.id, l.line_id, l.patient_id
  ),
  settled as (select line.line_id as source_id, 'cancelled' as status, 'The answer was taken back' as words from line),
  ${closeTasks(sql`settled`)},
  again as (${requestTask(
    {
      patientId: sql`plan.patient_id`,
      title: sql`'Answer the follow-up plan: accept, decline or ask, line by line'`,
      detail: sql`null`,
      priority: sql`'routine'`,
      ownerId: sql`plan.recipient_id`,
      requesterId: sql`s.person_id`,
      dueOn: sql`(now() at time zone plan.zone)::date + ${sql.lit(ANSWER_DAYS)}`,
      sourceKind: sql`'plan'`,
      sourceId: sql`plan.id`,
    },
    sql`(select plan.* from plan, line where ${hole('reopened', 'boolean')}) plan`,
  )}),
  changed as (
    select id, patient_id from again union all
    select id, patient_id from line union all select plan.id, plan.patient_id from plan, line
    union all select id, patient_id from closed_tasks where exists (select from closed_events)
  )`);

/** Takes back what the viewer answered within the last ten seconds. */
export const undoCarePlanResponse = (
  context: PlanContext,
  { patientId, lineId }: { patientId: string; lineId: string },
): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:answer', patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayRespond(chart.actor, factsOfPlan(row))) return refuse('not-yours');
    const lines = chart.rows('followUpLines').filter(({ plan_id }) => plan_id === row.id);
    const line = lines.find(({ line_id }) => line_id === lineId);
    if (line === undefined) return refuse('no-such-line');
    const at = line.responded_at === null ? 0 : Date.parse(line.responded_at);
    const mine = line.responded_by === chart.actor.personId && line.response_before !== null;
    if (!mine || chart.now.getTime() - at > UNDO_SECONDS * 1000) return refuse('undo-expired');
    // The request to answer was over once every line had been answered: taking one back asks again.
    const reopened = standing(lines, line.id, line.response).answered && line.response_before === 'none';
    const { agreed } = standing(lines, line.id, line.response_before ?? 'none');
    return { statement: UNDO, values: { planId: row.id, revision: row.revision, rowId: line.id, agreed, reopened } };
  });
