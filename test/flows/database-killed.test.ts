// R2: PostgreSQL is killed (-9) under load, again and again; what was acknowledged is there, once.
// `R2_KILLS=20 npm test -- integration test/flows/database-killed.test.ts` for the figure.
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePortage, type Portage } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { openCluster, type Cluster } from '#api/database/embedded.ts';
import { admitRoles, migrate, roleUrls } from '#api/database/index.ts';
import { binaryFolder, runQuietly, serverUser } from '#api/database/postgres-binaries.ts';
import { createLogger } from '#api/http/index.ts';
import { hashPassword } from '#api/identity/index.ts';
import { figure } from '#test/access/figure.ts';
import { Caller } from '#test/kit/caller.ts';
import { Clinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';
import { openStream } from '#test/kit/event-stream.ts';
import { PASSWORD } from '#test/kit/served-clinic.ts';
import { correspond, type Correspondence } from '#test/messaging/correspondence.ts';

const KILLS = Number(process.env['R2_KILLS'] ?? 1);
const WRITERS = 6;
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on MessageSent { message { id } } } }`;

let folder: string;
let cluster: Cluster;
let clinic: Clinic;
let portage: Portage;
let scene: Correspondence;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portage-killed-'));
  await chmod(folder, 0o711);
  // Durable, as in production: what is lost here would be lost there.
  cluster = await openCluster(folder);
  const ownerUrl = cluster.superuserUrl;
  await migrate(ownerUrl);
  await admitRoles(ownerUrl, SECRET);
  const urls = roleUrls(ownerUrl, SECRET);
  clinic = new Clinic({ name: 'postgres', ownerUrl, urls, drop: async () => undefined });
  const config = { ...readConfig({ DATA_DIR: folder, PORT: '0' }), secret: SECRET };
  portage = await servePortage(config, { urls, stop: async () => undefined }, { log: createLogger('silent') });
  scene = await correspond(clinic);
  const password_hash = await hashPassword(PASSWORD);
  for (const { person } of [scene.oncologist, scene.physician])
    await clinic.insert('portage_steward', 'credential', { person_id: person.id, password_hash });
}, 120_000);
afterAll(async () => {
  await portage.close();
  await clinic.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Kills the server with all that it was doing, and starts it again where it was. @returns the moment of its death. */
async function killDatabase(): Promise<number> {
  const data = await realpath(join(folder, 'postgres'));
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  const died = performance.now();
  const user = await serverUser();
  const control = join(await binaryFolder(user, folder), 'pg_ctl');
  // Its children go when they notice; until then the data is theirs.
  while (
    (await runQuietly(control, ['-D', data, 'restart', '-w', '-t', '60'], user, join(folder, 'restart.log'))) !== 0
  )
    await sleep(100);
  return died;
}

it(
  `R2: of what is acknowledged over ${KILLS} kills nothing is lost and nothing is there twice`,
  { timeout: 900_000 },
  async () => {
    const browser = new Caller(portage.url);
    expect((await browser.signIn(scene.oncologist.person.email, PASSWORD)).__typename).toBe('SignedIn');
    const reader = new Caller(portage.url);
    await reader.signIn(scene.physician.person.email, PASSWORD);
    const stream = await openStream(reader);
    expect((await stream.next())?.live?.kind).toBe('READY');
    const told = new Set<string>();
    const listening = (async () => {
      for (let event = await stream.next(); event; event = await stream.next())
        if (event.live?.kind === 'MESSAGE') told.add(event.live.subjectId!);
    })().catch(() => undefined);

    const acknowledged = new Map<string, string>();
    let over = false;
    /** When the newest requests that were answered had been asked, and were answered. */
    const answers: { asked: number; answered: number }[] = [];
    const write = async () => {
      while (!over) {
        const idempotencyKey = randomUUID();
        const input = {
          idempotencyKey,
          patientId: scene.patient.id,
          subject: 'Under load',
          intent: 'INFORM',
          recipientIds: [scene.physician.person.id],
          body: idempotencyKey,
        };
        // A client tries again with its key until it is told.
        for (;;) {
          const asked = performance.now();
          const answer = await browser.ask(SEND, { input }).catch(() => undefined);
          const sent = answer?.json.data?.['sendMessage'] as { message?: { id: string } } | undefined;
          if (sent?.message) {
            acknowledged.set(idempotencyKey, sent.message.id);
            answers.push({ asked, answered: performance.now() });
            break;
          }
          if (over) return;
          await sleep(50);
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, write);
    const gaps: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(700 + Math.random() * 800);
      const died = await killDatabase();
      // Asked after the death, so that an answer that was on its way does not count.
      let first: number | undefined;
      while ((first = answers.find(({ asked }) => asked > died)?.answered) === undefined) await sleep(10);
      gaps.push(first - died);
    }
    await sleep(500);
    over = true;
    await Promise.all(writers);

    const rows = await clinic.behindTheWall<{ id: string; body: string }>('select id, body from message');
    const ids = new Set(rows.map(({ id }) => id));
    const lost = [...acknowledged.values()].filter((id) => !ids.has(id));
    const twice = rows.length - new Set(rows.map(({ body }) => body)).size;
    const [unfollowed] = await clinic.behindTheWall<{ n: number }>(
      `select count(*)::int as n from message_delivery d where not exists (
       select from graphile_worker._private_jobs j where j.payload ->> 'message' = d.message_id::text) and not exists (
       select from live_event e where e.subject_id = d.thread_id)`,
    );
    const slowest = Math.max(...gaps);
    figure(
      `R2: ${KILLS} kills, ${acknowledged.size} acknowledged, ${lost.length} lost, ${twice} twice, first answer after ${Math.round(slowest)} ms at most`,
    );
    expect({ lost, twice, unfollowed: unfollowed?.n }).toEqual({ lost: [], twice: 0, unfollowed: 0 });
    expect(slowest).toBeLessThan(10_000);
    // The page that was open all the time is told of the last one as well: its stream outlived the kills.
    const [last] = await clinic.behindTheWall<{ thread_id: string }>(
      'select thread_id from message order by sent_at desc limit 1',
    );
    const until = Date.now() + 40_000;
    while (!told.has(last!.thread_id) && Date.now() < until) await sleep(100);
    expect(told.has(last!.thread_id)).toBe(true);
    stream.close();
    await listening;
  },
);
