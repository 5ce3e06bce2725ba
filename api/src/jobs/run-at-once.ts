import { runOnce } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Jobs } from './job.ts';
import { silent } from './queue-logger.ts';
import { taskOf } from './run-job.ts';

interface RunOptions {
  /** Address of the database as portage_worker. */
  readonly url: string;
  readonly log: Logger;
  readonly jobs: Jobs;
}

/** Lets every job of these names begin now, whatever its time, and ends when no job is left whose time has come. */
export async function runAtOnce({ url, log, jobs }: RunOptions, names: readonly string[]): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 4 });
  // A connection that breaks fails the query that it was for.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query(
      `update graphile_worker._private_jobs set run_at = now() where locked_at is null and task_id in
         (select id from graphile_worker._private_tasks where identifier = any ($1))`,
      [names],
    );
    const taskList = Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [name, taskOf(name, job, pool, log)]),
    );
    await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: silent });
  } finally {
    await pool.end();
  }
}
