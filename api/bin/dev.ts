// Development: Vite serves the portal and hands the API's paths on to the API, which is built and started again at
// every change. The database stays open meanwhile, so a restart costs about a second.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';
import { openCluster } from '#api/database/embedded.ts';
import { portalConfig } from '../../portal/vite.config.ts';
import { buildApi } from './build.ts';
import { apiSources, root } from './entries.ts';

/** All that is not the portal. */
const API_PATHS = '^/(graphql|health|attachments|care-plans|cds-services|development)(/|\\?|$)';
const SETTLE_MS = 100;
const STOP_MS = 5000;

const port = Number(process.env.PORT || 4000);
const host = process.env.HOST || '127.0.0.1';
const apiPort = port + 1;

const cluster = process.env.DATABASE_URL ? undefined : await openCluster(process.env.DATA_DIR || '.data');
// A server of our own: with its own, Vite would end the process at a signal before the API and the database are closed.
const web = createHttpServer();
const vite = await createServer({
  ...portalConfig,
  configFile: false,
  appType: 'spa',
  server: {
    middlewareMode: { server: web },
    hmr: { server: web },
    proxy: { [API_PATHS]: `http://127.0.0.1:${apiPort}` },
  },
});
web.on('request', vite.middlewares);

let api: ChildProcess | undefined;
let turn: Promise<void> = Promise.resolve();

function startApi(): void {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(apiPort) };
  api = spawn(process.execPath, ['--enable-source-maps', '.build/api/main.js'], { cwd: root, stdio: 'inherit', env });
}

async function stopApi(): Promise<void> {
  const running = api;
  api = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  const patience = setTimeout(() => running.kill('SIGKILL'), STOP_MS);
  running.kill('SIGTERM');
  await gone;
  clearTimeout(patience);
}

/** Builds first: while a file does not compile, the last good API goes on answering. */
async function rebuild(): Promise<void> {
  try {
    await buildApi();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  await stopApi();
  startApi();
}

let settling: NodeJS.Timeout | undefined;
vite.watcher.add(apiSources.map((source) => join(root, source)));
vite.watcher.on('all', (_event, file) => {
  if (!apiSources.some((source) => file.startsWith(join(root, source)))) return;
  clearTimeout(settling);
  settling = setTimeout(() => {
    turn = turn.then(rebuild);
  }, SETTLE_MS);
});

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  clearTimeout(settling);
  web.close();
  web.closeAllConnections();
  await vite.close();
  await turn;
  await stopApi();
  await cluster?.stop();
  process.exit(0);
}
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());

turn = rebuild();
web.listen(port, host, () => console.log(`Portal with hot reload: http://${host}:${port}`));
