// npm run bench -- checks [--quick]: one duplicate-test check among three million results against thirty thousand.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { at, load, median } from './load.ts';
import type { Checker } from './one-check.ts';
import { postgresCpu } from './postgres-cpu.ts';
import { startPortage, type Server } from './servers.ts';
import { openWorld, type World } from './world.ts';

const quick = process.argv.includes('--quick');
const RESULTS = [30_000, quick ? 300_000 : 3_000_000] as const;
// The same patients in both worlds, or copies of them.
const GRANTED = 70;
// Rounds alternate between the two, so that what else the machine does falls on both.
const ROUNDS = quick ? 6 : 20;
const ROUND_CHECKS = GRANTED;
const WARM_CHECKS = 4 * GRANTED;
const CLIENTS = 8;
const REQUESTS = quick ? 400 : 1_600;
const CHECK = `query ($id: ID!) { checkDuplicateTests(inputs: [{ patientId: $id, test: "CEA" }]) {
  verdict family { key name } reasons parts { name verdict reason } nextDueOn notKnown nearest { key name }
  priors { id name at precision text flag status institution } planned { id kind name opensOn on by }
  interval { least source year confidence note } } }`;

// Node cannot read decorators, which stand on the way from a check to the chart that it reads.
const { module: oneCheck } = await runnerImport<typeof import('./one-check.ts')>(
  fileURLToPath(new URL('one-check.ts', import.meta.url)),
  { configFile: false },
);

interface Place {
  readonly folder: string;
  readonly world: World;
  readonly checker: Checker;
  /** Wall-clock milliseconds of each check, and PostgreSQL's processor time of a check in each round. */
  readonly times: number[];
  readonly cpu: number[];
}

const folder = await mkdtemp(join(tmpdir(), 'portage-bench-checks-'));
// The database's own user has to reach its folder.
await chmod(folder, 0o711);
const places: Place[] = [];
try {
  for (const results of RESULTS) places.push(await placeWith(results));
  for (const place of places) for (let n = 0; n < WARM_CHECKS; n++) await place.checker.check();
  for (let n = 0; n < ROUNDS; n++) for (const place of n % 2 ? places : places.toReversed()) await round(place);
  for (const place of places) tell(place);
  const [few, many] = places as [Place, Place];
  console.log(
    `ratio: ${(median(many.times) / median(few.times)).toFixed(2)} of time, ` +
      `${(median(many.cpu) / median(few.cpu)).toFixed(2)} of PostgreSQL's processor time (asked: 1.2 at most)`,
  );
  for (const place of places) await askTogether(place);
} finally {
  for (const { checker, world } of places) {
    await checker.stop();
    await world.close();
  }
  await rm(folder, { recursive: true, force: true });
}

async function placeWith(results: number): Promise<Place> {
  process.stderr.write(`making ${results} results…\n`);
  const own = await mkdtemp(join(folder, 'world-'));
  await chmod(own, 0o711);
  const world = await openWorld(own, { results }, GRANTED);
  return { folder: own, world, checker: oneCheck.checkerOf(world), times: [], cpu: [] };
}

async function round({ folder: own, checker, times, cpu }: Place): Promise<void> {
  const before = postgresCpu(own);
  for (let n = 0; n < ROUND_CHECKS; n++) {
    const began = performance.now();
    await checker.check();
    times.push(performance.now() - began);
  }
  if (before !== undefined) cpu.push(((postgresCpu(own) ?? before) - before) / ROUND_CHECKS);
}

function tell({ world, checker, times, cpu }: Place): void {
  const checks = WARM_CHECKS + times.length;
  console.log(
    `${world.rows.observations} results of ${world.rows.patients} patients: one check p50 ${median(times).toFixed(2)} ms, ` +
      `p95 ${at(times, 0.95).toFixed(2)} ms, PostgreSQL ${median(cpu).toFixed(2)} ms; ` +
      `${checker.statements() / checks} statements a check (asked: 4 at most; BEGIN and COMMIT are two of them)`,
  );
}

/** As clients see it: over HTTP, by the production build, with the least time that an answer takes. */
async function askTogether({ folder: own, world }: Place): Promise<void> {
  const servers: Server[] = [];
  try {
    const server = await startPortage(own);
    servers.push(server);
    await load(world, server, CHECK, CLIENTS, REQUESTS / 2);
    const { latencies, failed } = await load(world, server, CHECK, CLIENTS, REQUESTS);
    console.log(
      `${CLIENTS} clients at ${world.rows.observations} results: p50 ${at(latencies, 0.5).toFixed(1)} p95 ${at(latencies, 0.95).toFixed(1)} ` +
        `p99 ${at(latencies, 0.99).toFixed(1)} ms, 40 of them waited on purpose; ${latencies.length} checks, ${failed} failed ` +
        `(${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)})`,
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
