import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedDataFolderError, openCluster } from '#api/database/embedded.ts';
import type { Cluster } from '#api/database/embedded.ts';
import { openDatabase } from '#api/database/index.ts';

let dataDir: string;
let opened: Cluster[] = [];

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'portage-embedded-')), 'data');
  await chmod(join(dataDir, '..'), 0o755);
});

afterEach(async () => {
  for (const cluster of opened) await cluster.stop();
  opened = [];
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

async function open(): Promise<Cluster> {
  const cluster = await openCluster(dataDir);
  opened.push(cluster);
  return cluster;
}

async function ask(cluster: Cluster, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return String((rows as unknown[][])[0]?.[0]);
  } finally {
    await client.end();
  }
}

describe('the embedded cluster', { timeout: 60_000 }, () => {
  it('keeps its data between two runs and listens on the loopback only', async () => {
    const first = await open();
    expect(first.reused).toBe(false);
    expect(await ask(first, 'show server_version')).toMatch(/^18\./);
    expect(await ask(first, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(first, 'show fsync')).toBe('on');
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    await expect(ask(first, 'select 1')).rejects.toThrow();

    const second = await open();
    expect(await ask(second, 'select answer from kept')).toBe('42');
  });

  it('is shared while somebody has it open, and stopped by the last who leaves', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(first.reused).not.toBe(second.reused);
    expect(second.superuserUrl).toBe(first.superuserUrl);
    await first.stop();
    expect(await ask(second, 'select 1')).toBe('1');
    await second.stop();
    await expect(ask(second, 'select 1')).rejects.toThrow();
  });

  it('takes over a server whose owner was killed', async () => {
    const orphaned = await open();
    // The killed owner's note names a process that is gone.
    const inUse = join(dataDir, 'in-use');
    for (const note of await readdir(inUse)) await rm(join(inUse, note));
    await writeFile(join(inUse, '999999999-dead'), '');
    const heir = await open();
    expect(heir.reused).toBe(true);
    await heir.stop();
    await expect(ask(orphaned, 'select 1')).rejects.toThrow();
  });

  it('keeps its secrets to the owner', async () => {
    await open();
    expect((await stat(join(dataDir, 'secret.json'))).mode & 0o777).toBe(0o600);
  });

  it('says in one line that the data folder is damaged', async () => {
    await (await open()).stop();
    await rm(join(dataDir, 'postgres', 'global', 'pg_control'));
    const error = await openCluster(dataDir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DamagedDataFolderError);
    expect(String(error)).not.toContain('\n');
    expect(String(error)).toContain('pg_control');
  });

  it('says so as well when the server runs, and its tables cannot be read', async () => {
    await (await openDatabase({ dataDir, databaseUrl: undefined, secret: undefined })).stop();
    const base = join(dataDir, 'postgres', 'base');
    const newest = (await readdir(base)).toSorted((a, b) => Number(a) - Number(b)).at(-1)!;
    // pg_class, where every table is looked up.
    await writeFile(join(base, newest, '1259'), randomBytes(16_384));
    const opened = openDatabase({ dataDir, databaseUrl: undefined, secret: undefined });
    await expect(opened).rejects.toThrow(DamagedDataFolderError);
    await expect(opened).rejects.toThrow(/invalid page.*Restore it from a backup/);
  });

  it('refuses a folder that is no database, and a database without its secrets', async () => {
    await (await open()).stop();
    await rm(join(dataDir, 'secret.json'));
    await expect(openCluster(dataDir)).rejects.toThrow(/secret\.json is missing/);
    await rm(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres'), 'not a folder');
    await expect(openCluster(dataDir)).rejects.toThrow(DamagedDataFolderError);
  });
});
