// npm run bench -- summary [--quick]: the patient summary by Portage against the limit, in one run on the same data.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUMMARY } from '#test/kit/summary.graphql.ts';
import { at, load, median } from './load.ts';
import { postgresCpu } from './postgres-cpu.ts';
import { startLimit, startPortage, type Server } from './servers.ts';
import { openWorld, type World } from './world.ts';

const quick = process.argv.includes('--quick');
const PATIENTS = quick ? 600 : 3_000;
const GRANTED = 300;
const CLIENTS = [1, 8, 32];
// Rounds alternate between the two, so that what else the machine does falls on both.
const ROUNDS = quick ? 2 : 5;
// Counted in requests and not in seconds: on a busy machine neither would otherwise be hot, nor both measured on as much.
const ROUND_REQUESTS = quick ? 200 : 400;
/** From here on neither gets faster: all code on the way is compiled, and every connection has planned its statement. */
const WARM_REQUESTS = quick ? 1_000 : 3_000;
/** As many connections as the API's pool has. */
const POOL_SIZE = 16;

interface Measured {
  cpu: number[];
  postgres: number[];
  latencies: number[];
  failed: number;
  bytes: number;
}

const folder = await mkdtemp(join(tmpdir(), 'portage-bench-'));
// The database's own user has to reach its folder.
await chmod(folder, 0o711);
let world: World | undefined;
const servers: Server[] = [];
try {
  process.stderr.write(`making ${PATIENTS} patients…\n`);
  world = await openWorld(folder, { patients: PATIENTS }, GRANTED);
  const ours = await startPortage(folder);
  servers.push(ours);
  const limit = await startLimit(world.appUrl, POOL_SIZE, 'parsed');
  servers.push(limit);
  console.log(
    `${world.rows.patients} patients, ${world.rows.observations} observations, ${world.granted.length} granted to the reader`,
  );
  for (const server of servers) await load(world, server, SUMMARY, Math.max(...CLIENTS), WARM_REQUESTS);
  const ratios: number[] = [];
  for (const clients of CLIENTS) {
    const [a, b] = await compare(world, ours, limit, clients);
    report('Portage', clients, a);
    report('limit', clients, b);
    ratios.push(median(a.cpu) / median(b.cpu));
    console.log(`          ${clients} clients: ratio of CPU per request ${ratios.at(-1)?.toFixed(2)}`);
  }
  console.log(`ratio: ${median(ratios).toFixed(2)}`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await world?.close();
  await rm(folder, { recursive: true, force: true });
}

async function compare(of: World, ours: Server, limit: Server, clients: number): Promise<[Measured, Measured]> {
  const both: [Measured, Measured] = [blank(), blank()];
  for (let count = 0; count < ROUNDS; count++) {
    for (const [server, measured] of [
      [ours, both[0]],
      [limit, both[1]],
    ] as const) {
      const [cpu, postgres] = [await server.cpu(), postgresCpu(folder)];
      const { latencies, failed, bytes } = await load(of, server, SUMMARY, clients, ROUND_REQUESTS);
      measured.cpu.push(((await server.cpu()) - cpu) / latencies.length);
      if (postgres !== undefined)
        measured.postgres.push(((postgresCpu(folder) ?? postgres) - postgres) / latencies.length);
      measured.latencies.push(...latencies);
      measured.failed += failed;
      measured.bytes = bytes;
    }
  }
  return both;
}

function blank(): Measured {
  return { cpu: [], postgres: [], latencies: [], failed: 0, bytes: 0 };
}

function report(name: string, clients: number, { cpu, postgres, latencies, failed, bytes }: Measured): void {
  const told = (share: number) => at(latencies, share).toFixed(1);
  const figures = [
    `${name.padEnd(8)} ${String(clients).padStart(2)} clients`,
    `CPU ${median(cpu).toFixed(2)} ms`,
    `PostgreSQL ${postgres.length > 0 ? median(postgres).toFixed(2) : '?'} ms`,
    `p50 ${told(0.5)} p95 ${told(0.95)} p99 ${told(0.99)} ms`,
    `${latencies.length} requests of ${bytes} bytes, ${failed} failed`,
  ];
  console.log(figures.join(' · '));
}
