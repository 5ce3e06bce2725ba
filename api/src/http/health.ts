import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { auditHealth } from '#api/audit/index.ts';
import { jobsHealth } from '#api/jobs/index.ts';

const PATIENCE_MS = 2_000;

/**
 * Live: the process answers. Ready: so does the database, and the server is not about to stop. An audit that is not sealed,
 * or a job that failed for good, is told and alarms whoever watches, but does not stop the reading: care goes on.
 */
export function serveHealth(app: FastifyInstance, pool: Pool): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', async (_request, reply) => {
    const ready = !closing && (await answers(pool));
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'unavailable',
        audit: auditHealth().problem ?? 'sealed',
        jobs: jobsHealth().problem ?? 'running',
      });
  });
}

async function answers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([asked, tooLong]);
  clearTimeout(timer);
  return ready;
}
