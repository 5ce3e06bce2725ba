import { sql } from 'kysely';
import type { PlanLineRow } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import { closeTasks, requestTask } from '#api/tasks/index.ts';
import type { PlanContext } from './centre.ts';
import type { RespondToCarePlanLineInput } from './care-plan.inputs.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse, WORDS_LIMIT } from './change-plan.ts';
import { mayRespond, UNDO_SECONDS } from './plan.policy.ts';
import { factsOfPlan } from './told-plan.ts';

/** Days in which oncology settles what was declined or asked; for the centre to review. */
const SETTLE_DAYS = 7;

// The plan first: its revision is what two who answer at once compare.
const RESPOND = audited(sql`
  plan as (
    update follow_up_plan f set revision = f.revision + 1, received_at = coalesce(f.received_at, now()),
      state = case when ${hole('agreed', 'boolean')} then 'active' else 'received' end,
      agreed_at = case when ${hole('agreed', 'boolean')} then now() end
    where f.id = ${hole('planId', 'uuid')} and f.revision = ${hole('revision', 'integer')} and f.state in ('sent','received','active')
    returning f.id, f.patient_id, f.zone, f.signed_by
  ),
  line as (
    update follow_up_line l set response_before = l.response, words_before = l.words, response = ${hole('response', 'text')},
      words = ${hole('words', 'text')}, responded_at = now(), responded_by = s.person_id
    from plan, app.current_session() s
    where l.id = any (${hole('rowIds', 'uuid[]')}) and l.plan_id = plan.id
    returning l.id, l.line_id, l.patient_id, l.title
  ),
  settled as (
    select line.line_id as source_id, 'cancelled' as status, 'Answered anew' as words from line
    union all
    select plan.id, 'completed', 'Every line has been answered' from plan where ${hole('answered', 'boolean')}
  ),
  ${closeTasks(sql`settled`)},
  asked as (${requestTask(
    {
      patientId: sql`l.patient_id`,
      title: sql`left(case ${hole('response', 'text')} when 'declined' then 'Settle what was declined: ' else 'Answer a question about: ' end || l.title, 200)`,
      detail: hole('words', 'text'),
      priority: sql`'routine'`,
      ownerId: sql`l.signed_by`,
      requesterId: sql`s.person_id`,
      dueOn: sql`(now() at time zone l.zone)::date + ${sql.lit(SETTLE_DAYS)}`,
      sourceKind: sql`'plan'`,
      sourceId: sql`l.line_id`,
    },
    // Of a signer who has left nothing can be asked; the declined line still shows on the plan.
    sql`(select line.*, plan.zone, plan.signed_by from line, plan, app.directory(array[plan.signed_by]) d
      where d.organization_id is not null and ${hole('response', 'text')} in ('declined','asked')) l`,
  )}),
  changed as (
    select id, patient_id from line union all select id, patient_id from plan union all select id, patient_id from asked
    union all select id, patient_id from closed_tasks where exists (select from closed_events)
  )`);

/** Accepts lines, declines them with a reason, or asks about them; the latter two ask the signer to settle each. */
export const respondToCarePlanLine = (
  context: PlanContext,
  input: RespondToCarePlanLineInput,
): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:answer', input.patientId, (chart, row) => {
    if (row === undefined) return refuse('no-plan');
    if (!mayRespond(chart.actor, factsOfPlan(row)))
      return refuse(row.recipient_id === null ? 'wrong-state' : 'not-yours');
    const lines = chart.rows('followUpLines').filter(({ plan_id }) => plan_id === row.id);
    const answered = lines.filter(({ line_id, asked }) => asked && input.lineIds.includes(line_id));
    if (answered.length === 0 || answered.length < new Set(input.lineIds).size) return refuse('no-such-line');
    const words = input.words?.trim() || null;
    if (input.response === 'none') return refuse('value-unusable', 'response', 'Accept it, decline it or ask.');
    if (words === null && input.response !== 'accepted') return refuse('words-missing', 'words');
    if ((words ?? '').length > WORDS_LIMIT) return refuse('words-too-long', 'words');
    return {
      statement: RESPOND,
      undoSeconds: UNDO_SECONDS,
      values: {
        planId: row.id,
        revision: row.revision,
        rowIds: answered.map(({ id }) => id),
        response: input.response,
        words,
        ...standing(lines.map((line) => (answered.includes(line) ? input.response : responseTo(line)))),
      },
    };
  });

/** Null: the line asks for no answer. */
export const responseTo = ({ asked, response }: PlanLineRow) => (asked ? response : null);

/** Whether each line that asks has an answer, and each answer is a yes. */
export function standing(responses: readonly (PlanLineRow['response'] | null)[]) {
  const answers = responses.filter((response) => response !== null);
  return {
    answered: answers.every((answer) => answer !== 'none'),
    agreed: answers.every((answer) => answer === 'accepted'),
  };
}
