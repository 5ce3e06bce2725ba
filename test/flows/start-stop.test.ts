import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApi } from '#bin/build.ts';
import { root } from '#bin/entries.ts';
import { figure } from '#test/access/figure.ts';
import { Caller, SIGN_IN } from '#test/kit/caller.ts';
import { openTestDatabase, SECRET, type TestDatabase } from '#test/kit/database.ts';

let home: string;
let database: TestDatabase;
const started: ChildProcess[] = [];

beforeAll(async () => {
  await buildApi();
  home = await mkdtemp(join(tmpdir(), 'portage-start-'));
  // As root, the embedded server runs as another user, who must pass through.
  await chmod(home, 0o711);
  database = await openTestDatabase();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Resolves with the address once it is ready. */
  ready(): Promise<string>;
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

function start(environment: NodeJS.ProcessEnv): Running {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(home, 'data'), LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, ['.build/api/main.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const address = () => /ready: (http\S+)/.exec(out)?.[1];
  return {
    child,
    out: () => out,
    err: () => err,
    async ready() {
      const gone = exit.then(([code]) => Promise.reject(new Error(`exit ${code}: ${err}`)));
      while (address() === undefined) await Promise.race([once(child.stdout, 'data'), gone]);
      return address()!;
    },
    async end(signal) {
      const begun = performance.now();
      if (signal) child.kill(signal);
      const [code] = await exit;
      return { code, ms: performance.now() - begun };
    },
  };
}

const external = () => ({ DATABASE_URL: database.ownerUrl, PORTAGE_SECRET: SECRET, DEMO: 'off' });
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('a start', { timeout: 120_000 }, () => {
  it('on an empty folder ends with the address and the accounts, and keeps its data over a second one', async () => {
    const first = start({ DEMO_PASSWORD: 'a password of ours' });
    const url = await first.ready();
    expect((await new Caller(url).signIn('pcp@demo.example', 'a password of ours')).__typename).toBe('SignedIn');
    expect((await new Caller(url).fetch('/health/ready')).status).toBe(200);
    const lines = first.out().trimEnd().split('\n');
    expect(lines.find((line) => line.includes(url))).toBeDefined();
    expect(lines.at(-1)).toMatch(/^ {2}\S+@demo\.example +\w+/);
    expect(first.out().match(/a password of ours/g)).toHaveLength(1);

    const { code, ms } = await first.end('SIGTERM');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(await exists(join(home, 'data/postgres/postmaster.pid'))).toBe(false);

    const begun = performance.now();
    const second = start({ DEMO_PASSWORD: 'a password of ours' });
    const caller = new Caller(await second.ready());
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(second.out()).not.toContain('Loading');
    const { viewer } = await caller.signIn('pcp@demo.example', 'a password of ours');
    expect(viewer.previousSignInAt).not.toBeNull();
    expect((await second.end('SIGINT')).code).toBe(0);
    expect(second.err()).toBe('');
  });

  it('on an external database leaves that database running', async () => {
    const portage = start(external());
    const url = await portage.ready();
    expect((await new Caller(url).ask('{ viewer { id } }')).json).toEqual({ data: { viewer: null } });
    expect(portage.out()).not.toContain('demo');
    expect((await portage.end('SIGTERM')).code).toBe(0);
    await (await openTestDatabase()).drop();
  });

  it('that is interrupted leaves nothing open, and the next one goes on', async () => {
    const data = join(home, 'interrupted');
    const first = start({ DATA_DIR: data });
    await once(first.child.stdout!, 'data');
    expect(first.out()).toContain('Loading the demo');
    expect((await first.end('SIGTERM')).code).toBe(0);
    expect(first.out()).not.toContain('ready');
    expect(await exists(join(data, 'postgres/postmaster.pid'))).toBe(false);
    const second = start({ DATA_DIR: data });
    const url = await second.ready();
    expect(second.out()).toContain('Loaded 33 patients');
    expect((await new Caller(url).signIn('pcp@demo.example', 'portage-demo')).__typename).toBe('SignedIn');
    expect((await second.end('SIGTERM')).code).toBe(0);
  });

  it('answers what is under way before it stops, and takes nothing new', async () => {
    const portage = start(external());
    const caller = new Caller(await portage.ready());
    const asked = Array.from({ length: 5 }, (_, n) =>
      caller.ask(SIGN_IN, { input: { email: `nobody-${n}@clinic.example`, password: 'x' } }),
    );
    // Comparing a password takes longer than that.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const ended = portage.end('SIGTERM');
    for (const answer of await Promise.allSettled(asked)) {
      if (answer.status === 'rejected') expect(String(answer.reason)).toContain('fetch failed');
      else if (answer.value.status === 200) expect(answer.value.text).toContain('WRONG_CREDENTIALS');
      else expect(answer.value.status).toBe(503);
    }
    const { code, ms } = await ended;
    expect(code).toBe(0);
    // Less than it waits for requests that hang: answered connections are not kept.
    expect(ms).toBeLessThan(4_000);
  });
});

// R2 on the database of `npm start` itself, which nobody but Portage starts again: `R2_KILLS=4` at most, see DEATHS.
const KILLS = Number(process.env['R2_KILLS'] ?? 1);

it(`an embedded database that dies (-9, ${KILLS} times) is started again`, { timeout: 180_000 }, async () => {
  const data = join(home, 'dying');
  const portage = start({ DATA_DIR: data, DEMO: 'off' });
  const caller = new Caller(await portage.ready());
  const health = async () => (await caller.fetch('/health/ready')).status;
  const slowest = { first: 0 };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const [pid] = (await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const died = performance.now();
    const told = () => portage.err().match(/PostgreSQL had died and was started again/g)?.length ?? 0;
    const seen: number[] = [];
    // What was connected may answer once more before it notices.
    while ((told() < kill || seen.at(-1) !== 200) && performance.now() - died < 30_000) {
      seen.push(await health());
      await sleep(20);
    }
    expect(seen).toContain(503);
    slowest.first = Math.max(slowest.first, performance.now() - died);
    expect((await caller.ask('{ viewer { id } }')).json).toEqual({ data: { viewer: null } });
    expect(told()).toBe(kill);
  }
  figure(
    `R2 of npm start: ${KILLS} kills of its PostgreSQL, ready again after ${Math.round(slowest.first)} ms at most`,
  );
  expect(slowest.first).toBeLessThan(10_000);
  // Stopped on purpose it stays down.
  expect((await portage.end('SIGTERM')).code).toBe(0);
  await sleep(500);
  expect(await exists(join(data, 'postgres/postmaster.pid'))).toBe(false);
});

describe('a start that cannot be', { timeout: 60_000 }, () => {
  async function failure(environment: NodeJS.ProcessEnv): Promise<string> {
    const portage = start(environment);
    expect((await portage.end()).code).toBe(1);
    expect(portage.out()).toBe('');
    expect(portage.err()).toMatch(/^Portage could not start\. [^\n]+\n$/);
    return portage.err();
  }

  it.each([
    ['a port that is no number', { PORT: 'http' }, /PORT/],
    ['a demo in production', { NODE_ENV: 'production', DEMO: 'on' }, /DEMO/],
    [
      'a database that nobody serves',
      { DATABASE_URL: 'postgres://nobody:hidden@127.0.0.1:1/x' },
      /DATABASE_URL \(127\.0\.0\.1:1\/x\)/,
    ],
    ['an address that is none', { DATABASE_URL: 'postgres://a b:c/%%%' }, /DATABASE_URL/],
    ['a host that is not ours', { HOST: '192.0.2.1' }, /192\.0\.2\.1/],
  ])('says why in one line: %s', async (_, environment, reason) => {
    const line = await failure(environment);
    expect(line).toMatch(reason);
    expect(line).not.toContain('hidden');
  });

  it('says that the password is wrong, and not which', async () => {
    const url = Object.assign(new URL(inject('clusterUrl')), { password: 'hidden' }).href;
    const line = await failure({ DATABASE_URL: url });
    expect(line).toMatch(/DATABASE_URL .*password/);
    expect(line).not.toContain('hidden');
  });

  it('says that the port is taken, before it touches any data', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const data = join(home, 'untouched');
    expect(await failure({ PORT: String(port), DATA_DIR: data })).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(await exists(data)).toBe(false);
    other.close();
  });

  it('says that the data folder is damaged', async () => {
    const data = join(home, 'damaged');
    await mkdir(join(data, 'postgres'), { recursive: true });
    await writeFile(join(data, 'postgres/PG_VERSION'), '18\n');
    expect(await failure({ DATA_DIR: data })).toContain(data);
  });
});
