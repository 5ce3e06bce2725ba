import { WallsDisagreeError } from '#api/access/index.ts';
import { fill, runAsSession, type EnteredSession } from '#api/database/index.ts';
import type { Action } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import { demandReadable } from './readable.ts';
import type { ThreadAnswerRows } from './thread-rows.ts';
import { threadStatement, type ThreadShape } from './thread-statement.ts';

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

function demandAgreement(answer: ThreadAnswerRows, session: EnteredSession): void {
  for (const { patient_id: patientId, seat_id: seat } of answer.threads) {
    if (!session.grantees.includes(seat)) throw new WallsDisagreeError(['messages'], 'not-named');
    demandReadable(session, answer, patientId, ['messages']);
  }
  for (const { patient_id: patientId } of answer.tasks) demandReadable(session, answer, patientId, ['tasks']);
}
