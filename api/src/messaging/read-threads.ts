import { grantFactOf, mayRead, WallsDisagreeError, type Scope } from '#api/access/index.ts';
import { fill, runAsSession, type EnteredSession } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import type { ThreadAnswerRows } from './thread-rows.ts';
import { threadStatement, type ThreadShape } from './thread-statement.ts';

const NEEDS: readonly Scope[] = ['messages'];
const TASK_NEEDS: readonly Scope[] = ['tasks'];

/** Threads as one audited statement told them, and who asked. */
export interface ToldThreads {
  readonly answer: ThreadAnswerRows;
  readonly session: EnteredSession;
}

/** Reads threads with what hangs on them, and audits each of them, in one statement. */
export async function readThreads(
  context: RequestContext,
  action: Action,
  shape: ThreadShape,
  values: Readonly<Record<string, unknown>>,
): Promise<ToldThreads> {
  const statement = fill(threadStatement(shape), { ...values, requestId: context.requestId, action });
  const { session, rows } = await runAsSession<{ answer: ThreadAnswerRows }>(
    context.pool,
    requireToken(context),
    statement,
  );
  const answer = rows[0]?.answer;
  if (session === undefined || answer === undefined) throw new UnauthenticatedError();
  demandAgreement(answer, session);
  return { answer, session };
}

/** The database has admitted these; the policy in code must come to the same end, or nothing leaves. */
function demandAgreement(answer: ThreadAnswerRows, { role, grantees }: EnteredSession): void {
  const facts = answer.grants.map(grantFactOf);
  const demand = (patientId: string, needs: readonly Scope[]) => {
    const restricted = answer.closed.includes(patientId);
    const reader = { role, grantees, restricted, merged: false, now: new Date(answer.now) };
    const decision = mayRead(reader, patientId, facts, needs);
    if (!decision.allow) throw new WallsDisagreeError(needs, decision.reason);
  };
  for (const { patient_id: patientId, seat_id: seat } of answer.threads) {
    if (!grantees.includes(seat)) throw new WallsDisagreeError(NEEDS, 'not-named');
    demand(patientId, NEEDS);
  }
  for (const { patient_id: patientId } of answer.tasks) demand(patientId, TASK_NEEDS);
}
