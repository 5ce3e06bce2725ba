import type { Task } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { describeFault } from '#api/graphql/fault.ts';
import { idsOf, type Job } from './job.ts';

/** A job has this long; whoever holds one for longer is dead (`rescue.ts`). */
export const JOB_MAY_TAKE_MS = 60_000;

/** What the queue keeps of a failure: where it happened and never what it said, which may be a patient's. */
class JobFailedError extends Error {
  override readonly name = 'JobFailedError';
}

/** A job as the queue calls it: with its ids, within its time, and telling nothing but where it failed. */
export function taskOf(name: string, job: Job, pool: Pool, log: Logger): Task {
  return async (payload, { abortSignal, job: { id, attempts, max_attempts: of } }) => {
    const signal = AbortSignal.any([abortSignal, AbortSignal.timeout(JOB_MAY_TAKE_MS)]);
    try {
      await Promise.race([job(idsOf(payload), { pool, log, signal }), aborted(signal)]);
    } catch (error) {
      const fault = describeFault(error);
      log.warn({ task: name, job: id, attempt: attempts, of, fault }, 'a job failed');
      throw new JobFailedError([fault.type, fault.code].filter(Boolean).join(' '));
    }
  };
}

async function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
