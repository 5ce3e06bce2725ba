import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRET } from '#test/kit/database.ts';
import { openFeed, rosaWith, weight, type Feed } from './feed.ts';

let feed: Feed;
let folder: string;
beforeAll(async () => {
  feed = await openFeed();
  folder = await mkdtemp(join(tmpdir(), 'portage-feed-'));
  await writeFile(
    join(folder, 'rosa.json'),
    JSON.stringify(rosaWith(weight('w', 60), { resourceType: 'Claim', id: 'c' }).bundle),
  );
  await writeFile(join(folder, 'broken.json'), '{');
});
afterAll(async () => {
  await feed.close();
  await rm(folder, { recursive: true, force: true });
});

/** The command as `npm run import` starts it, on the sources instead of the build. */
const command = (...parameters: string[]) => commandIn({ DATABASE_URL: feed.database.ownerUrl }, ...parameters);

function commandIn(
  settings: NodeJS.ProcessEnv,
  ...parameters: string[]
): Promise<{ code: number; lines: string[]; errors: string }> {
  const env = { ...process.env, DATA_DIR: folder, PORTAGE_SECRET: SECRET, ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--no-warnings', '--experimental-transform-types', 'api/src/ingest/cli.ts', ...parameters],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, lines: stdout.trim().split('\n'), errors: stderr });
      },
    );
  });
}

test('ends with one line, and with 0 when all was taken in', async () => {
  const { code, lines } = await command(join(folder, 'rosa.json'));
  expect(lines).toEqual([
    'imported: 1 files, 1 patients, 3 resources (2 created, 0 updated, 0 unchanged, 0 rejected, 1 ignored)',
  ]);
  expect(code).toBe(0);
});

test('ends with one line of JSON, and with 1 when something was rejected', async () => {
  const { code, lines } = await command('--json', '--verbose', folder);
  expect(JSON.parse(lines.at(-1)!)).toEqual({
    files: 1,
    patients: 1,
    resources: 3,
    created: 0,
    updated: 0,
    unchanged: 2,
    rejected: 1,
    ignored: 1,
  });
  expect(lines[0]).toBe('ignored: 1 Claim');
  expect(code).toBe(1);
});

test('lists what was rejected, with reasons', async () => {
  const { code, lines } = await command('--rejects');
  expect(lines).toEqual([
    `rejected: ${join(folder, 'broken.json')}: malformed JSON at line 1, column 2: the text ends too early`,
  ]);
  expect(code).toBe(0);
});

test('shows what a sender wrote as text, and not as commands to the terminal', async () => {
  const path = join(folder, 'terminal.json');
  await writeFile(path, JSON.stringify(rosaWith(weight('\u001B[2J', 'heavy')).bundle));
  const { lines } = await command('--rejects', path);
  expect(lines).toEqual([
    `rejected: ${path} Observation/ [2J: entry 2: Observation.valueQuantity.value "heavy" is not a number`,
    expect.stringContaining('imported: 1 files'),
  ]);
});

test.each([
  [['--share-with', 'nobody@clinic.example'], '--share-with nobody@clinic.example: nobody signs in with this address'],
  [['--colour'], "Unknown option '--colour'"],
])('%j is refused in one clear line', async (parameters, line) => {
  const { code, errors } = await command(...parameters, join(folder, 'rosa.json'));
  expect(errors).toContain(line);
  expect(errors.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('says in one line that the data folder is damaged', async () => {
  const damaged = join(folder, 'damaged');
  await mkdir(join(damaged, 'postgres'), { recursive: true });
  const { code, errors } = await commandIn({ DATABASE_URL: '', DATA_DIR: damaged }, join(folder, 'rosa.json'));
  expect(errors.trim().split('\n')).toEqual([expect.stringContaining('secret.json is missing')]);
  expect(code).toBe(1);
});

test('without a path says how it is used', async () => {
  const { code, errors } = await command();
  expect(errors).toContain('npm run import -- [--share-with EMAIL]');
  expect(code).toBe(1);
});
