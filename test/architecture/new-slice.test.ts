import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundaryViolations } from '#bin/check/boundaries.ts';
import { runProgram } from '#bin/check/step.ts';
import { makeSlice } from '#bin/slice.ts';

const root = process.cwd();
const copied = ['api', 'portal', 'migrations', 'seeds', 'test', 'schema'];
const configured = [
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.gitignore',
  'vitest.config.ts',
  'knip.json',
];
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'portage-slice-'));
  for (const path of [...copied, ...configured]) {
    await cp(join(root, path), join(copy, path), {
      recursive: true,
      filter: (file) => basename(file) !== 'node_modules',
    });
  }
  for (const folder of ['.', 'portal']) {
    await symlink(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'), 'dir');
  }
});

afterAll(() => rm(copy, { recursive: true, force: true }));

const tool = (name: string) => join(root, 'node_modules/.bin', name);

describe('a slice from the generator', { timeout: 120_000 }, () => {
  it('passes every check as it stands, and its own test', async () => {
    const before = boundaryViolations(copy);
    const made = await runProgram(process.execPath, [join(copy, 'api/bin/new-slice.ts'), 'follow-up'], copy);
    expect(made.output).toContain('api/src/follow-up/follow-up.resolver.ts');
    expect(made.ok, made.output).toBe(true);

    expect(boundaryViolations(copy)).toEqual(before);
    for (const [name, ...args] of [
      ['oxfmt', '--check', 'api/src/follow-up', 'portal/src/follow-up'],
      ['oxlint', '--deny-warnings', 'api/src/follow-up', 'portal/src/follow-up', 'api/src/graphql'],
      ['vitest', 'run', '--project=unit', 'follow-up'],
    ] as const) {
      const { ok, output } = await runProgram(tool(name), args, copy);
      expect(ok, `${name}\n${output}`).toBe(true);
    }
    // Whether the rest of the tree is well typed is the check's business.
    const types = await runProgram(tool('tsc'), ['--noEmit'], copy);
    expect(types.output.split('\n').filter((line) => /follow-?up/i.test(line))).toEqual([]);
  });

  it('is refused under a name that is taken or is none', async () => {
    await expect(makeSlice(copy, 'patient')).rejects.toThrow('exists already');
    await expect(makeSlice(copy, '../etc')).rejects.toThrow('no slice');
  });
});
