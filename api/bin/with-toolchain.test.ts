import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './entries.ts';
import { INSTALLED, installFingerprint } from './installed.mjs';

const runtime = `node-${process.platform}-${process.arch}`;
let copy: string;

// A tree with the same manifests and an install that is up to date, whose check tells what it was given.
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'portage-toolchain-'));
  await mkdir(join(copy, 'api/bin'), { recursive: true });
  await mkdir(join(copy, 'portal'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'portal/package.json'];
  const scripts = ['with-toolchain.mjs', 'installed.mjs', 'lock.mjs'].map((file) => `api/bin/${file}`);
  for (const file of [...files, ...scripts]) await cp(join(root, file), join(copy, file));
  // Its own node_modules, marked as up to date: pnpm must never reach ours through a link.
  await mkdir(join(copy, 'node_modules', runtime, 'bin'), { recursive: true });
  await symlink(process.execPath, join(copy, 'node_modules', runtime, 'bin/node'));
  await writeFile(join(copy, INSTALLED), installFingerprint(copy));
  await writeFile(join(copy, 'api/bin/check.ts'), CHECK);
});

afterAll(() => rm(copy, { recursive: true, force: true }));

const CHECK = `
const args: string[] = process.argv.slice(2);
if (args[0] === 'wait') {
  const staying = setInterval(() => {}, 1000);
  process.on('SIGTERM', () => setTimeout(() => { console.log('closed'); clearInterval(staying); process.exitCode = 7; }, 200));
} else if (args[0] === 'fail') process.exitCode = 3;
console.log(JSON.stringify({ version: process.version, path: process.env.PATH, args }));
`;

function start(...args: string[]) {
  const child = spawn('node', [join(copy, 'api/bin/with-toolchain.mjs'), ...args], { cwd: tmpdir() });
  let output = '';
  const spoke = new Promise<void>((resolve) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      resolve();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
  });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return { child, spoke, ended };
}

describe('the toolchain', { timeout: 30_000 }, () => {
  it('runs the task under the pinned Node, with the arguments as they were given', async () => {
    const { code, output } = await start('check', 'two words', '--flag=$x', '').ended;
    expect(code).toBe(0);
    const told = JSON.parse(output) as { version: string; path: string; args: string[] };
    const pinned = (await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8')).match(/nodeVersion: (\S+)/)?.[1];
    expect(told.version.split('.')[0]).toBe(`v${pinned?.split('.')[0]}`);
    expect(told.path).toContain(join(copy, 'node_modules/.bin'));
    expect(told.args).toEqual(['two words', '--flag=$x', '']);
  });

  it('ends with the code of the task', async () => {
    expect(await start('check', 'fail').ended).toMatchObject({ code: 3 });
  });

  it('hands a signal on and waits until the task has closed', async () => {
    const { child, spoke, ended } = start('check', 'wait');
    await spoke;
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(output).toContain('closed');
    expect(code).toBe(7);
  });

  it('closes the task when npm is told to end, though the shell between them is not', async () => {
    const npm = spawn('npm', ['run', '--silent', 'check', '--', 'wait'], { cwd: copy });
    let output = '';
    const heard = (word: string) =>
      new Promise<void>((resolve) => {
        npm.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes(word)) resolve();
        });
      });
    await heard('version');
    const closed = heard('closed');
    npm.kill('SIGTERM');
    await closed;
  });

  it('names the tasks when it does not know one', async () => {
    const { code, output } = await start('lunch').ended;
    expect(code).toBe(1);
    expect(output).toMatch(/Unknown task "lunch".*start/);
  });
});
