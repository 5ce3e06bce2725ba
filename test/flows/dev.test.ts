// `npm run dev`, in a copy of the sources: a rebuild here would empty .build/api under the tests beside this one.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rm, symlink, utimes } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '#bin/entries.ts';
import { Caller } from '#test/kit/caller.ts';

const SOURCES = ['api', 'migrations', 'seeds', 'schema', 'portal', 'package.json', 'pnpm-lock.yaml', 'tsconfig.json'];
const PATIENCE_MS = 90_000;

let copy: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'portage-dev-'));
  // As root, the embedded server runs as another user, who must pass through.
  await chmod(copy, 0o711);
  for (const source of SOURCES) {
    await cp(join(root, source), join(copy, source), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  }
  for (const folder of ['node_modules', 'portal/node_modules']) await symlink(join(root, folder), join(copy, folder));
});
afterAll(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await rm(copy, { recursive: true, force: true });
});

/** A port with a free one above it, which is the API's. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const above = createServer().listen(port + 1, '127.0.0.1');
  const taken = await once(above, 'listening').then(
    () => false,
    () => true,
  );
  above.close();
  return taken ? freePort() : port;
}

it(
  'serves portal and API, starts the API again at an edit, and stops everything',
  { timeout: 3 * PATIENCE_MS },
  async () => {
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: join(copy, 'data'),
      DEMO: 'off',
      LOG_LEVEL: 'warn',
    };
    const running = spawn(process.execPath, ['api/bin/dev.ts'], { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    let said = '';
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const starts = () => said.match(/ready: http/g)?.length ?? 0;
    const started = async (times: number) => {
      for (const until = Date.now() + PATIENCE_MS; starts() < times; await sleep(100)) {
        if (Date.now() > until || running.exitCode !== null) throw new Error(`not started ${times} times: ${said}`);
      }
    };

    await started(1);
    const browser = new Caller(`http://127.0.0.1:${port}`);
    expect((await browser.fetch('/', { headers: { accept: 'text/html' } })).text).toContain('/src/boot.ts');
    expect((await browser.fetch('/src/boot.ts')).headers.get('content-type')).toContain('javascript');
    expect((await browser.ask('{ viewer { id } }')).json).toEqual({ data: { viewer: null } });

    await utimes(join(copy, 'api/src/config.ts'), new Date(), new Date());
    await started(2);
    expect((await browser.ask('{ viewer { id } }')).json).toEqual({ data: { viewer: null } });

    running.kill('SIGTERM');
    const [code] = (await once(running, 'exit')) as [number | null];
    expect(code).toBe(0);
    for (const gone of [port, port + 1]) await expect(fetch(`http://127.0.0.1:${gone}/health/live`)).rejects.toThrow();
  },
);
