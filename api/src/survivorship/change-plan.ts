import { sql, type RawBuilder } from 'kysely';
import type { Chart, PlanRow } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { requireToken } from '#api/graphql/context.ts';
import type { CarePlanAnswer, CarePlanRefusal } from './care-plan.results.ts';
import type { PlanContext } from './centre.ts';
import { carePlanOf } from './care-plan.view.ts';
import { readPlans } from './read-plan.ts';
import { currentVersion } from './told-plan.ts';

export const WORDS_LIMIT = 1000;

const DETAILS: Record<CarePlanRefusal, string> = {
  'not-yours':
    'Oncology writes and closes plans, the oncologist signs them, and the one to whom a plan was sent answers it.',
  'wrong-state': 'The plan no longer stands where this could be done.',
  'changed-meanwhile': 'Somebody else changed the plan a moment ago. Nothing of yours was saved.',
  'no-plan': 'There is no such plan yet.',
  'no-such-line': 'The plan has no such line.',
  'no-diagnosis': 'No primary cancer is recorded, so there is nothing to sign a plan for.',
  'owner-missing': 'Say who is responsible for this line first.',
  'words-missing': 'Say it in words first.',
  'words-too-long': `The words may have at most ${WORDS_LIMIT} characters.`,
  'value-unusable': 'It cannot be used.',
  'recipient-cannot-read': 'The person may not read care plans of this patient, or has left.',
  'handshake-open': 'Not every line has been taken on. To close it all the same, say why.',
  'undo-expired': 'An answer can be taken back for ten seconds.',
};

/** Why a change is not made. */
export interface Refusal {
  readonly reason: CarePlanRefusal;
  readonly field?: string;
  readonly detail?: string;
}
export const refuse = (reason: CarePlanRefusal, field?: string, detail?: string): Refusal => ({
  reason,
  ...(field === undefined ? {} : { field }),
  ...(detail === undefined ? {} : { detail }),
});

/** A change that a rule has let through: one statement, which changes nothing if somebody else was first. */
export interface Change {
  readonly statement: Statement;
  readonly values: Readonly<Record<string, unknown>>;
  /** What it means when nothing was changed, where not that somebody else was first. */
  readonly otherwise?: CarePlanRefusal;
  /** It can be taken back so many seconds long. */
  readonly undoSeconds?: number;
}

/**
 * Reads the plan, asks the rule, makes the change with its audit row in one transaction, and tells the plan as it is then.
 * @throws {NotFoundError} when there is no such patient for this reader.
 * @throws {ForbiddenError} when the reader may not read care plans of this patient.
 */
export async function changePlan(
  context: PlanContext,
  action: Action,
  patientId: string,
  decide: (chart: Chart, plan: PlanRow | undefined) => Change | Refusal,
): Promise<CarePlanAnswer> {
  const before = await readPlans(context, action, patientId);
  const decided = decide(before, currentVersion(before));
  if ('reason' in decided) return refused(context, before, decided);
  const statement = fill(decided.statement, {
    ...decided.values,
    patientId: before.patient.id,
    requestId: context.requestId,
    action,
  });
  const { rows } = await runAsSession<{ id: string; at: string }>(context.pool, requireToken(context), statement);
  const after = await readPlans(context, action, patientId);
  const [row] = rows;
  if (row === undefined) return refused(context, after, refuse(decided.otherwise ?? 'changed-meanwhile'));
  const plan = currentVersion(after);
  if (plan === undefined) return refused(context, after, refuse('no-plan'));
  const undoUntil =
    decided.undoSeconds === undefined
      ? null
      : new Date(new Date(row.at).getTime() + decided.undoSeconds * 1000).toISOString();
  return { plan: carePlanOf(after, plan, context.centre), undoUntil };
}

function refused({ centre }: PlanContext, chart: Chart, { reason, field, detail }: Refusal): CarePlanAnswer {
  const plan = currentVersion(chart);
  return {
    reason,
    field: field ?? null,
    detail: detail ?? DETAILS[reason],
    plan: plan === undefined ? null : carePlanOf(chart, plan, centre),
  };
}

/** A statement that ends with the audit row of all that `changed` names, and answers with the first of it. */
export function audited(ctes: RawBuilder<unknown>): Statement {
  const { sql: text, parameters } = sql`
  with ${ctes},
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, c.patient_id, ${hole('action', 'text')}, 'done', c.ids
    from (select patient_id, array_agg(id) as ids from changed group by patient_id) c, app.current_session() s
    returning 1
  )
  select c.id, to_json(now()) #>> '{}' as at, (select count(*) from audited) as audited
  from changed c where c.patient_id = ${hole('patientId', 'uuid')} limit 1`.compile(reader);
  return { sql: text, parameters };
}
