import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSealer } from '#api/audit/index.ts';
import { openDatabase, type Database } from '#api/database/index.ts';
import { buildApi } from '#bin/build.ts';
import { root } from '#bin/entries.ts';
import { writeRows } from './audit-room.ts';

// An installation of its own: the command is to open the very database that the server has open.
let place: string;
let dataDir: string;
let database: Database;

const asIngest = async (work: (client: Client) => Promise<unknown>) => {
  const client = new Client({ connectionString: database.urls.portage_ingest });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  await buildApi();
  place = await mkdtemp(join(tmpdir(), 'portage-verify-'));
  // As root, the server runs as another user, who must pass through this folder.
  await chmod(place, 0o711);
  dataDir = join(place, 'data');
  database = await openDatabase({ dataDir, databaseUrl: undefined, secret: undefined });
  const log = { info: () => undefined, error: () => undefined };
  const sealer = await startSealer({ url: database.urls.portage_sealer, dataDir, log });
  await asIngest((client) => writeRows(client, 4));
  await sealer.sealNow();
  await asIngest((client) => writeRows(client, 3));
  await sealer.stop();
});
afterAll(async () => {
  await database.stop();
  await rm(place, { recursive: true, force: true });
});

// What ships: plain Node cannot read every TypeScript of ours.
const CLI = join(root, '.build/api/audit-verify.js');

interface Ended {
  code: number;
  out: string[];
  err: string[];
}

function auditVerify(args: string[] = [], settings: Record<string, string> = {}): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', PORTAGE_SECRET: '', DATA_DIR: dataDir, ...settings };
  const linesOf = (text: string) => text.split('\n').slice(0, -1);
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: linesOf(stdout), err: linesOf(stderr) }),
    );
  });
}

describe('npm run audit:verify', { timeout: 60_000 }, () => {
  it('says in one line that all is well, while the server has the database open', async () => {
    expect(await auditVerify()).toEqual({ code: 0, out: ['audit: 7 rows, 2 batches, verified'], err: [] });
  });

  it('says what is wrong and where', async () => {
    const copy = join(place, 'an older copy');
    await cp(join(dataDir, 'audit'), copy, { recursive: true });
    const path = join(copy, 'checkpoints.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"rows":4', '"rows":5'));
    const { code, out } = await auditVerify(['--witness', copy]);
    expect(out).toEqual([
      'audit: 7 rows, 2 batches, NOT verified: 2 problems',
      '  line 2 of checkpoints.jsonl does not continue the line before',
      '  line 1 of checkpoints.jsonl counts 5 rows where the seals count 4',
    ]);
    expect(code).toBe(1);
  });

  it('says in one line that it cannot', async () => {
    const { code, out, err } = await auditVerify([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect(out).toEqual([]);
    expect(err).toEqual([expect.stringMatching(/^audit: cannot be verified: DATABASE_URL/)]);
    expect(code).toBe(1);
  });

  it('says it as JSON, when the server is stopped, and what waits for its seal', async () => {
    await asIngest((client) => writeRows(client, 2));
    await database.stop();
    const { code, out } = await auditVerify(['--json']);
    expect(out.map((line) => JSON.parse(line) as object)).toEqual([
      { verified: true, rows: 7, batches: 2, unsealed: 2, checkpoints: 2, problems: [], problemCount: 0 },
    ]);
    expect(code).toBe(0);
  });
});
