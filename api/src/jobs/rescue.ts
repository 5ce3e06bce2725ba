import type { Pool } from 'pg';

/**
 * Gives back the jobs of workers that died with them in hand. The queue itself waits four hours, since
 * its jobs may take that long; ours end within a minute.
 */
export async function rescueJobs(pool: Pool): Promise<void> {
  await pool.query(`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
    where locked_at < now() - interval '90 seconds'`);
}

/** Jobs that have failed as often as they may, by task. They stay in the queue until somebody looks after them. */
export async function deadJobs(pool: Pool): Promise<{ task: string; dead: number }[]> {
  const { rows } = await pool.query<{ task: string; dead: number }>(`
    select t.identifier as task, count(*)::integer as dead
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null
    group by 1 order by 1`);
  return rows;
}

/** Asks the centre's administrators to look after them, once. */
export async function reportDeadJobs(pool: Pool): Promise<void> {
  await pool.query('select app.report_dead_jobs()');
}
