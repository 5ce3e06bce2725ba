import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { requestTask } from '#api/tasks/index.ts';
import type { PlanContext } from './centre.ts';
import type { SendCarePlanInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { ANSWER_DAYS, maySend } from './plan.policy.ts';
import { factsOfPlan } from './told-plan.ts';

const SEND = audited(sql`
  recipient as (select unnest(app.readers_among(array[${hole('recipientId', 'uuid')}], ${hole('patientId', 'uuid')}, '{demographics,care-plan,tasks}')) as id),
  sent as (
    update follow_up_plan f set state = case when ${hole('agreed', 'boolean')} then 'active' else 'sent' end, sent_at = now(), sent_by = s.person_id,
      recipient_id = recipient.id, agreed_at = case when ${hole('agreed', 'boolean')} then now() end, revision = f.revision + 1
    from app.current_session() s, recipient
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state = 'signed'
    returning f.id, f.patient_id, f.zone
  ),
  replaced as (
    update follow_up_plan f set state = 'revised', revision = f.revision + 1
    from sent where f.patient_id = sent.patient_id and f.id <> sent.id and f.state in ('signed','sent','received','active')
    returning f.id, f.patient_id
  ),
  lines as (
    update follow_up_line l set in_force = l.plan_id = sent.id
    from sent where l.patient_id = sent.patient_id and l.in_force is distinct from (l.plan_id = sent.id)
    returning l.id, l.patient_id
  ),
  asked as (${requestTask(
    {
      patientId: sql`sent.patient_id`,
      title: sql`'Answer the follow-up plan: accept, decline or ask, line by line'`,
      detail: sql`null`,
      priority: sql`'routine'`,
      ownerId: hole('recipientId', 'uuid'),
      requesterId: sql`s.person_id`,
      dueOn: sql`(now() at time zone sent.zone)::date + ${sql.lit(ANSWER_DAYS)}`,
      sourceKind: sql`'plan'`,
      sourceId: sql`sent.id`,
    },
    sql`(select * from sent where not ${hole('agreed', 'boolean')}) sent`,
  )}),
  changed as (
    select id, patient_id from sent union all select * from replaced union all select * from lines
    union all select id, patient_id from asked
  )`);

/** Sends a signed version to the physician who is to share the follow-up, and asks for their answer. */
export const sendCarePlan = (context: PlanContext, input: SendCarePlanInput): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', input.patientId, (chart) => {
    const row = chart.rows('followUpPlans').find(({ version }) => version === input.version);
    if (row === undefined) return refuse('no-plan');
    if (!maySend(chart.actor, factsOfPlan(row))) return refuse(row.state === 'signed' ? 'not-yours' : 'wrong-state');
    if (!isUuid(input.recipientId)) return refuse('recipient-cannot-read', 'recipientId');
    const lines = chart.rows('followUpLines').filter(({ plan_id }) => plan_id === row.id);
    return {
      statement: SEND,
      otherwise: 'recipient-cannot-read',
      values: {
        planId: row.id,
        revision: row.revision,
        recipientId: input.recipientId,
        agreed: lines.every(({ asked, response }) => !asked || response === 'accepted'),
      },
    };
  });
