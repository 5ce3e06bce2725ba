import { idsOf, type Jobs, type JobTools } from './job.ts';

interface WaitingJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

const WAITING = `
  select j.id, t.identifier as name, j.payload
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.locked_at is null and (t.identifier = any ($1) or j.run_at <= now())
  order by j.run_at, j.id`;

/**
 * Runs every job of these names, whatever its time, then what they asked for in turn, until no job is left whose time has
 * come. For a load that plays days in seconds, before a worker runs; a job that fails ends it.
 */
export async function runAtOnce(jobs: Jobs, names: readonly string[], tools: JobTools): Promise<void> {
  const { pool } = tools;
  for (let wanted = names; ; wanted = []) {
    const { rows } = await pool.query<WaitingJob>(WAITING, [wanted]);
    if (rows.length === 0) return;
    for (const { id, name, payload } of rows) {
      const job = jobs[name];
      if (job === undefined) throw new RangeError(`there is no job ${name}`);
      await job(idsOf(payload), tools);
      await pool.query('delete from graphile_worker._private_jobs where id = $1', [id]);
    }
  }
}
