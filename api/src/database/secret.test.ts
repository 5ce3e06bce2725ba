import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedDataFolderError } from './data-folder.ts';
import { dataFolderSecrets, installationSecret } from './secret.ts';

describe('the secrets of an installation', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'portage-secret-')), 'data');
  });
  afterEach(() => rm(join(dataDir, '..'), { recursive: true }));

  it('are made once, in one file that nobody else reads', async () => {
    const made = await installationSecret(dataDir, undefined);
    expect(await installationSecret(dataDir, undefined)).toBe(made);
    expect(await readdir(dataDir)).toEqual(['secret.json']);
    expect((await stat(join(dataDir, 'secret.json'))).mode & 0o777).toBe(0o600);
  });

  it('are the same for servers that start at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => dataFolderSecrets(dataDir)));
    expect(new Set(made.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['secret.json']);
  });

  it('give way to PORTAGE_SECRET, and then nothing is written', async () => {
    expect(await installationSecret(dataDir, 'given')).toBe('given');
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('are not replaced when they cannot be read', async () => {
    await dataFolderSecrets(dataDir);
    await writeFile(join(dataDir, 'secret.json'), '{"secret":"half');
    await expect(installationSecret(dataDir, undefined)).rejects.toThrow(DamagedDataFolderError);
  });
});
