// A guard that never goes red guards nothing: each plants what it must catch, in a folder of its own.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundaryViolations } from '#bin/check/boundaries.ts';

const root = process.cwd();
let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'portage-canary-'));
  for (const file of ['package.json', 'tsconfig.json', '.oxlintrc.json', '.oxfmtrc.json']) {
    await cp(join(root, file), join(copy, file));
  }
  // The tools are given folders by name, since they would walk through this link.
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  await plant('api/src/access/index.ts', "export { may } from './may.ts';\n");
  await plant('api/src/access/may.ts', 'export const may = true;\n');
});

afterEach(() => rm(copy, { recursive: true, force: true }));

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, file)), { recursive: true });
  await writeFile(join(copy, file), text);
}

function run(tool: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', tool), args, { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });
}

describe('the boundaries of the rooms', () => {
  it('admit a slice that enters another through its index', async () => {
    await plant('api/src/messaging/send.ts', "import { may } from '#api/access/index.ts';\nexport const send = may;\n");
    expect(boundaryViolations(copy)).toEqual([]);
  });

  it.each([
    ['another slice by a side door', 'api/src/messaging/a.ts', '#api/access/may.ts', 'index.ts only'],
    ['another slice by a relative path', 'api/src/messaging/a.ts', '../access/may.ts', 'index.ts only'],
    ['a seed by a side door', 'seeds/a.ts', '#api/access/may.ts', 'index.ts only'],
    ['the API in the portal', 'portal/src/app/a.tsx', '#api/access/index.ts', 'by its schema only'],
    ['the portal in the API', 'api/src/http/a.ts', '#portal/app/main.tsx', 'does not know the portal'],
    ['test code in what ships', 'api/src/http/a.ts', '#test/kit/clinic.ts', 'what tests it'],
    ['the ORM in a policy', 'api/src/access/read.policy.ts', '@mikro-orm/core', 'pure sentence'],
    ['GraphQL in a policy', 'api/src/access/read.policy.ts', 'type-graphql', 'pure sentence'],
    ['SQL in a resolver', 'api/src/access/access.resolver.ts', 'kysely', 'no SQL'],
    ['an entity in a resolver', 'api/src/access/access.resolver.ts', './grant.entity.ts', 'no entity'],
    ['a GraphQL type in an entity', 'api/src/access/grant.entity.ts', 'type-graphql', 'never an entity'],
    ['a climb', 'api/src/access/deep/a.ts', '../../access/may.ts', '../../'],
  ])('refuse %s', async (_what, file, specifier, rule) => {
    await plant(file, `import { x } from '${specifier}';\nexport const y = x;\n`);
    expect(boundaryViolations(copy).join('\n')).toContain(rule);
    await plant(file, `export type { X } from '${specifier}';\n`);
    expect(boundaryViolations(copy).join('\n')).toContain(rule);
    await plant(file, `export const later = () => import('${specifier}');\n`);
    expect(boundaryViolations(copy).join('\n')).toContain(rule);
  });
});

describe('the linter', { timeout: 60_000 }, () => {
  it('is content with a clean tree', async () => {
    expect(await run('oxlint', '--deny-warnings', 'api')).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'an import cycle',
      'no-cycle',
      "import { b } from './b.ts';\nexport const a = () => b;\n",
      "import { a } from './a.ts';\nexport const b = () => a;\n",
    ],
    [
      'a promise that nobody awaits',
      'no-floating-promises',
      "import { b } from './b.ts';\nexport function a(): void {\n  b();\n}\n",
      'export const b = async () => 1;\n',
    ],
    ['any', 'no-explicit-any', 'export const a = (x: any): unknown => x;\n', ''],
    ['a file that nobody can read', 'max-lines', 'export const a = 1;\n'.padEnd(320, '\n'), ''],
  ])('refuses %s', async (_what, rule, a, b) => {
    await plant('api/src/access/a.ts', a);
    await plant('api/src/access/b.ts', b);
    const { code, output } = await run('oxlint', '--deny-warnings', 'api');
    expect(code).toBe(1);
    expect(output).toContain(rule);
  });

  it('refuses a file that is not formatted', async () => {
    await plant('api/src/access/a.ts', 'export   const a = "1"');
    expect(await run('oxfmt', '--check', 'api')).toMatchObject({ code: 1 });
  });
});
