import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import { closeTasks, requestTask } from '#api/tasks/index.ts';
import type { PlanContext } from './centre.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { ANSWER_DAYS, mayRespond, UNDO_SECONDS } from './plan.policy.ts';
import { responseTo, standing } from './respond-to-care-plan-line.ts';
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
    where l.id = any (${hole('rowIds', 'uuid[]')}) and l.plan_id = plan.id and l.responded_by = s.person_id and l.response_before is not null
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
    sql`(select plan.* from plan where ${hole('reopened', 'boolean')} and exists (select from line)) plan`,
  )}),
  changed as (
    select id, patient_id from again union all
    select id, patient_id from line union all select id, patient_id from plan where exists (select from line)
    union all select id, patient_id from closed_tasks where exists (select from closed_events)
  )`);

/** Takes back what the viewer answered within the last ten seconds: all of these lines, or none. */
export const undoCarePlanResponse = (
  context: PlanContext,
  { patientId, lineIds }: { patientId: string; lineIds: readonly string[] },
): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:answer', patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayRespond(chart.actor, factsOfPlan(row))) return refuse('not-yours');
    const lines = chart.rows('followUpLines').filter(({ plan_id }) => plan_id === row.id);
    const taken = lines.filter(({ line_id }) => lineIds.includes(line_id));
    if (taken.length === 0 || taken.length < new Set(lineIds).size) return refuse('no-such-line');
    const since = chart.now.getTime() - UNDO_SECONDS * 1000;
    const mayUndo = taken.every(
      ({ responded_at: at, responded_by: by, response_before: before }) =>
        by === chart.actor.personId && before !== null && at !== null && Date.parse(at) >= since,
    );
    if (!mayUndo) return refuse('undo-expired');
    const before = standing(
      lines.map((line) => (line.asked && taken.includes(line) ? line.response_before : responseTo(line))),
    );
    // The request to answer was over once every line had been answered: taking one back asks again.
    const reopened = standing(lines.map(responseTo)).answered && !before.answered;
    return {
      statement: UNDO,
      values: {
        planId: row.id,
        revision: row.revision,
        rowIds: taken.map(({ id }) => id),
        agreed: before.agreed,
        reopened,
      },
    };
  });
