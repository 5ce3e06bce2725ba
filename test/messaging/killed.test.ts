// R1: the API killed with -9 while clients send, at random moments, between COMMIT and answer too. Clients try again with
// their keys. PORTAGE_KILLS=100 for the figure.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApi } from '#bin/build.ts';
import { root } from '#bin/entries.ts';
import { figure } from '#test/access/figure.ts';
import { Caller } from '#test/kit/caller.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';
import { correspond, Post, type Correspondence } from './correspondence.ts';

const KILLS = Number(process.env['PORTAGE_KILLS'] ?? 3);
const CLIENTS = 8;
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  ... on MessageSent { message { id } } ... on MessageRefused { reason } } }`;

let clinic: Clinic;
let at: Correspondence;
let thread: string;
let folder: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  await buildApi();
  folder = await mkdtemp(join(tmpdir(), 'portage-killed-'));
  clinic = await openClinic();
  const post = new Post(clinic);
  at = await correspond(clinic);
  thread = (await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Begins' })).thread.id;
  await post.letUndoPass();
}, 240_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await clinic.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the API as it ships, on the clinic's database. */
async function start(): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    DEMO: 'off',
    DATABASE_URL: clinic.database.ownerUrl,
    PORTAGE_SECRET: SECRET,
  };
  const started = spawn(process.execPath, ['.build/api/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child = started;
  let out = '';
  started.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  for (;;) {
    const address = /ready: (http\S+)/.exec(out)?.[1];
    if (address !== undefined) return address;
    await Promise.race([
      once(started.stdout, 'data'),
      once(started, 'exit').then(() => Promise.reject(new Error(`did not start: ${out}`))),
    ]);
  }
}

it(`${KILLS} kills lose no message that was acknowledged and show none twice`, { timeout: 900_000 }, async () => {
  let url = await start();
  let over = false;
  let retries = 0;
  const acknowledged = new Map<string, string>();

  const client = async (number: number) => {
    const token = number % 2 === 0 ? at.oncologist.token : at.physician.token;
    while (!over) {
      const key = randomUUID();
      // The same message with the same key, until there is an answer.
      for (;;) {
        const caller = new Caller(url);
        caller.jar.set('portage', token);
        const input = { idempotencyKey: key, threadId: thread, body: `Message ${key}` };
        const reply = await caller.ask(SEND, { input }).catch(() => undefined);
        const sent = reply?.json.data?.['sendMessage'] as { message?: { id: string } } | null | undefined;
        if (sent?.message) {
          acknowledged.set(key, sent.message.id);
          break;
        }
        retries++;
        await sleep(100);
      }
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  for (let kill = 0; kill < KILLS; kill++) {
    // under way again, and then at any moment
    const before = acknowledged.size;
    while (acknowledged.size < before + CLIENTS) await sleep(20);
    await sleep(randomInt(0, 500));
    const dying = child!;
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    url = await start();
  }
  over = true;
  await clients;

  const rows = await clinic.behindTheWall<{ id: string; body: string; count: string }>(
    `select min(id::text) as id, body, count(*) from message where thread_id = $1 and undone_at is null group by body`,
    [thread],
  );
  const stored = new Map(rows.map(({ body, id }) => [body, id]));
  const lost = [...acknowledged].filter(([key, id]) => stored.get(`Message ${key}`) !== id);
  const twice = rows.filter(({ count }) => count !== '1');
  const [unreleased] = await clinic.behindTheWall<{ count: string }>(`
    select count(*) from message m where m.undo_until > now() and not exists (
      select from graphile_worker._private_jobs j where j.payload ->> 'message' = m.id::text)`);
  figure(
    `R1 messages: ${KILLS} kills, ${acknowledged.size} acknowledged, ${retries} tries again, ${lost.length} lost, ${twice.length} twice, ${unreleased!.count} without their job`,
  );
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(twice).toEqual([]);
  expect(unreleased!.count).toBe('0');
});
