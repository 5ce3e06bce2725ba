import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OWN_CATALOGUE } from '#api/duplicate-tests/index.ts';
import { readCentreRules } from './centre.ts';
import { OWN_RULES } from './data/rule-set.ts';

it('without a file our own rules are used', async () =>
  expect(await readCentreRules(undefined, OWN_CATALOGUE)).toBe(OWN_RULES));

it('a file that cannot be used stops the start, under the name of its setting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  const file = join(folder, 'rules.yaml');
  await writeFile(file, 'version: mine\nrules: [{ key: psa }]\n');
  await expect(readCentreRules(file, OWN_CATALOGUE)).rejects.toThrow(/FOLLOW_UP_RULES_FILE: .*rule psa: kind/s);
  await expect(readCentreRules(join(folder, 'none'), OWN_CATALOGUE)).rejects.toThrow(
    /FOLLOW_UP_RULES_FILE: .*none cannot be read \(ENOENT\)/,
  );
  await writeFile(file, 'version: mine\nwithout: [lung-ct]\n');
  expect((await readCentreRules(file, OWN_CATALOGUE)).rules.some(({ key }) => key === 'lung-ct')).toBe(false);
  await rm(folder, { recursive: true });
});
