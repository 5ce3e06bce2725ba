import { Logger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';

/**
 * The queue's tables come without policies, so that nobody but their owner could use them. They get
 * the walls of all other tables, and two who may pass: the worker that takes jobs, and the owner of
 * `app.enqueue`, through which every job comes.
 */
const WALLS = `
do $$
declare part record;
begin
  for part in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and not c.relforcerowsecurity
  loop
    execute format('alter table %s enable row level security', part.name);
    execute format('alter table %s force row level security', part.name);
    execute format('create policy worker on %s to portage_worker, portage_resolver using (true) with check (true)', part.name);
    -- A later version of the queue migrates as the owner, whom FORCE binds as well.
    execute format('create policy owner on %s to %I using (true) with check (true)', part.name, current_user);
    execute format('grant select, insert, update, delete on %s to portage_worker', part.name);
  end loop;
  for part in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'v'
      and not coalesce('security_invoker=true' = any (c.reloptions), false)
  loop
    execute format('alter view %s set (security_invoker = true)', part.name);
  end loop;
end $$;
grant usage on schema graphile_worker to portage_worker, portage_resolver;
grant select, insert, update on graphile_worker._private_jobs, graphile_worker._private_tasks, graphile_worker._private_job_queues to portage_resolver;
grant execute on function
  graphile_worker.add_job(text, json, text, timestamptz, integer, text, integer, text[], text),
  graphile_worker.add_jobs(graphile_worker.job_spec[], boolean) to portage_resolver;
`;

/** Says nothing: what it would say is told by the error that it throws. */
const silent = new Logger(() => () => undefined);

/** Brings the queue's own tables to the version of the library, as their owner. Changes nothing when they are there. */
export async function migrateJobQueue(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  try {
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(WALLS);
  } finally {
    await pool.end();
  }
}
