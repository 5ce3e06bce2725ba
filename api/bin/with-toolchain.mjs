// Every npm script comes through here, so that a person needs nothing but Node 20 and npm.
// It brings the pinned pnpm, installs what the lockfile names, and runs the task under the workspace's own Node 24.
// Runs on Node 20 and before any install, hence plain JavaScript without dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from './lock.mjs';
import { INSTALLED, PNPM, installFingerprint } from './installed.mjs';

const NODE_MAJOR = 24;
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const onWindows = process.platform === 'win32';

const build = (...what) => ['api/bin/build.ts', ...what];
const built = (entry) => ['--enable-source-maps', `.build/api/${entry}.js`];

/** Each task is a list of Node command lines, run one after the other; the last one gets the caller's arguments. */
const TASKS = {
  start: [build('api', 'portal'), built('main')],
  dev: [['api/bin/dev.ts']],
  import: [build('api'), built('import')],
  'seed:scale': [build('api'), built('seed-scale')],
  'plans:figures': [build('api'), built('plans-figures')],
  'cds-clients': [build('api'), built('cds-clients')],
  rules: [build('api'), built('rules')],
  'audit:verify': [build('api'), built('audit-verify')],
  // The benches use the API's own modules, some of which have parameter properties.
  bench: [build('api', 'portal'), ['--experimental-transform-types', '--no-warnings', 'test/bench/run.ts']],
  'checks:accuracy': [
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', 'labelled.test.ts', 'vendors.test.ts'],
  ],
  mutation: [['test/mutation/run.ts']],
  test: [['api/bin/test.ts']],
  check: [['api/bin/check.ts']],
  format: [['node_modules/oxfmt/bin/oxfmt']],
  'schema:emit': [['api/bin/schema.ts', '--write']],
  'new:slice': [['api/bin/new-slice.ts']],
};

const [name, ...args] = process.argv.slice(2);
const steps = TASKS[name];
if (!steps) fail(`Unknown task "${name ?? ''}". Known: ${Object.keys(TASKS).join(', ')}`);
await installOnce();
const node = workspaceNode();
for (const [index, step] of steps.entries()) {
  const last = index === steps.length - 1;
  const code = await run(node, last ? [...step, ...args] : step);
  if (code !== 0) process.exit(code);
}

/** Installs only when the lockfile or a manifest differs from what was last installed: pnpm itself costs 1–2 s. */
async function installOnce() {
  const wanted = installFingerprint(root);
  const stamp = join(root, INSTALLED);
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInstalled()) return;

  // Two commands on a fresh clone (a server and an import, say) must not install over each other.
  const unlock = await lock(join(root, '.build', 'install.lock'));
  try {
    if (isInstalled()) return;
    const first = !existsSync(join(root, 'node_modules'));
    console.log(first ? 'Installing dependencies (a minute or two, once)…' : 'Updating dependencies…');
    // CI=true: pnpm must never stop to ask. NODE_ENV=production would leave out the build tools.
    const env = { ...process.env, CI: 'true' };
    delete env.NODE_ENV;
    const command = ['-y', '-p', PNPM, '-c', 'pnpm install --frozen-lockfile'];
    const npx = onWindows ? 'npx.cmd' : 'npx';
    const quoted = onWindows ? command.map((part) => (part.includes(' ') ? `"${part}"` : part)) : command;
    const result = spawnSync(npx, quoted, { cwd: root, env, encoding: 'utf8', shell: onWindows });
    if (result.status !== 0) {
      fail(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\nCould not install the dependencies.`);
    }
    writeFileSync(stamp, wanted);
  } finally {
    unlock();
  }
}

/** The Node that the lockfile pins; where none is published for this platform, a system Node that is new enough. */
function workspaceNode() {
  const packaged = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  for (const name of packaged) {
    const path = join(root, 'node_modules', name, 'bin', 'node');
    if (existsSync(path)) return path;
  }
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  return fail(
    `Portage needs Node ${NODE_MAJOR} or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
}

function run(command, commandArgs) {
  const path = [dirname(command), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // The child closes the database and answers open requests before it goes, and we go after it.
  // A terminal sends Ctrl+C to the child as well, so tasks treat a repeated signal as one.
  const forward = (signal) => child.kill(signal);
  const signals = onWindows ? [] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  if (onWindows) process.on('SIGINT', () => {});
  const orphaned = watchParent(() => forward('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => fail(String(error)));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      clearInterval(orphaned);
      // Ended by a signal: the shell's convention of 128 + number, of which only these matter.
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
    });
  });
}

/** Between npm and us is a shell that dies of a signal meant for us and does not hand it on; its end is the signal. */
function watchParent(gone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || onWindows) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 250);
  return watch;
}

function fail(message) {
  console.error(message.trim());
  process.exit(1);
}
