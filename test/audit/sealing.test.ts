import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEALING_LOCK } from '#api/audit/append-seal.ts';
import { auditHealth } from '#api/audit/index.ts';
import { countOf, openAuditRoom, writeRows, type AuditRoom } from './audit-room.ts';

let room: AuditRoom;
beforeEach(async () => (room = await openAuditRoom()));
afterEach(() => room.close());

const checkpoints = async () => (await readFile(join(room.folder, 'checkpoints.jsonl'), 'utf8')).trim().split('\n');
const well = (rows: number, batches: number) => ({ verified: true, rows, batches, unsealed: 0, problems: [] });

describe('the sealer', () => {
  it('seals what is committed, signs it outside the database, and makes no seal of nothing', async () => {
    const sealer = await room.sealer();
    expect(await room.verify()).toMatchObject(well(0, 0));
    await writeRows(room.owner, 7);
    await sealer.sealNow();
    await sealer.sealNow();
    await writeRows(room.owner, 2);
    expect(await room.verify()).toMatchObject({ ...well(7, 1), unsealed: 2 });
    await sealer.sealNow();
    expect(await room.verify()).toMatchObject({ ...well(9, 2), checkpoints: 2 });
    const lines = (await checkpoints()).map((line) => JSON.parse(line) as { batch: number; rows: number });
    expect(lines).toMatchObject([
      { batch: 1, rows: 7 },
      { batch: 2, rows: 9 },
    ]);
  });

  it.each([
    '"quoted" \\ and/or',
    'tab\t line\n return\r bell\u0007 unit\u001f delete\u007f',
    'Diné Bizaad – ≥ 0.5 µg 🩺 \u2028',
    '',
    null,
  ])('hashes a row that says %j as whoever checks it does', async (detail) => {
    const sealer = await room.sealer();
    await writeRows(room.owner, 1);
    await room.owner.query(`insert into audit_event (action, outcome, detail) values ('patient:read', 'done', $1)`, [
      detail,
    ]);
    await sealer.sealNow();
    expect(await room.verify()).toMatchObject(well(2, 1));
  });

  it('keeps its private key and checkpoints to the owner', async () => {
    await writeRows(room.owner);
    await room.sealer();
    const mode = async (name: string) => (await stat(join(room.folder, name))).mode & 0o777;
    expect(await mode('signing-key.pem')).toBe(0o600);
    expect(await mode('checkpoints.jsonl')).toBe(0o600);
    expect(await mode('.')).toBe(0o700);
  });

  it('says in one line that its key is damaged', async () => {
    await room.sealer();
    const path = join(room.folder, 'signing-key.pem');
    await writeFile(path, 'half a key');
    await expect(room.sealer()).rejects.toThrow(`${path} is not an Ed25519 private key. Restore it from a backup`);
  });

  it('does not wait for a transaction that is still running, and seals its rows once it has committed', async () => {
    const sealer = await room.sealer();
    const [early, rolledBack] = [await room.connect(), await room.connect()];
    await early.query('begin');
    await writeRows(early, 3, 'import:write');
    await rolledBack.query('begin');
    await writeRows(rolledBack, 5);
    await writeRows(room.owner, 4);
    await sealer.sealNow();
    expect(await room.verify()).toMatchObject(well(4, 1));

    await writeRows(room.owner, 1);
    await rolledBack.query('rollback');
    await sealer.sealNow();
    expect(await room.verify()).toMatchObject(well(5, 2));

    await early.query('commit');
    await sealer.sealNow();
    expect(await room.verify()).toMatchObject(well(8, 3));
    const { rows } = await room.owner.query(
      `select min(xid)::text::int < (select min(xid)::text::int from audit_event where action <> 'import:write') as lower
       from audit_event where action = 'import:write'`,
    );
    expect(rows).toEqual([{ lower: true }]);
  });

  it('takes a long tail in pieces that end between transactions', async () => {
    const open = await room.connect();
    await open.query('begin');
    await writeRows(open, 6_000);
    for (let transaction = 0; transaction < 12; transaction += 1) await writeRows(room.owner, 1_200);
    await open.query('commit');
    await room.sealer();
    const { rows } = await room.owner.query<{ rows: number }>('select rows from audit_seal order by batch');
    expect(rows.map((seal) => seal.rows)).toEqual([6_000, 6_000, 6_000, 2_400]);
    expect(await room.verify()).toMatchObject(well(20_400, 4));
  });

  it('loses nothing while requests write, whichever of several sealers is at it', async () => {
    const sealers = [await room.sealer({ everyMs: 15 }), await room.sealer({ everyMs: 20 })];
    const other = join(room.dataDir, 'another machine');
    sealers.push(await room.sealer({ everyMs: 25, dataDir: other }));
    let committed = 0;
    const writer = async (seed: number) => {
      const client = await room.connect(room.database.urls.portage_ingest);
      for (let turn = 0; turn < 60; turn += 1) {
        const chance = (seed * 31 + turn * 17) % 10;
        await client.query('begin');
        await writeRows(client, 1 + (chance % 3));
        if (chance > 7) await sleep(chance * 8);
        if (chance === 3) await client.query('rollback');
        else {
          await writeRows(client, 2);
          await client.query('commit');
          committed += 3 + (chance % 3);
        }
      }
    };
    const live: Promise<unknown>[] = [1, 2, 3, 4, 5, 6].map(writer);
    // Verification may run at any moment.
    for (let look = 0; look < 3; look += 1) expect((await room.verify()).problems).toEqual([]);
    await Promise.all(live);
    // The other machine first: what it seals last is signed here too.
    await sealers.pop()?.stop();
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    const report = await room.verify();
    expect(report).toMatchObject({ verified: true, rows: committed, unsealed: 0 });
    expect(report.batches).toBeGreaterThan(10);
    expect(await countOf(room.owner, 'audit_event')).toBe(committed);
    expect(room.alarms).toEqual([]);
  });

  it('signs on where a killed process left off', async () => {
    const first = await room.sealer();
    for (let batch = 0; batch < 3; batch += 1) {
      await writeRows(room.owner, 2);
      await first.sealNow();
    }
    await first.stop();
    // Killed after the seal was committed and in the middle of writing its line.
    const path = join(room.folder, 'checkpoints.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, -100));
    expect((await room.verify()).problems.map(({ kind }) => kind)).toEqual(['checkpoint-edited', 'seal-unsigned']);
    await room.sealer();
    expect(await room.verify()).toMatchObject({ ...well(6, 3), checkpoints: 3 });
  });

  it('is followed by a machine that comes later, with a key and checkpoints of its own', async () => {
    const first = await room.sealer();
    for (let batch = 0; batch < 5; batch += 1) {
      await writeRows(room.owner, 2);
      await first.sealNow();
    }
    const dataDir = join(room.dataDir, 'another machine');
    const second = await room.sealer({ dataDir });
    expect(second.health()).toMatchObject({ ok: true });
    const line = JSON.parse(await readFile(join(dataDir, 'audit/checkpoints.jsonl'), 'utf8')) as object;
    expect(line).toMatchObject({ batch: 5, rows: 10 });
  });
});

// Not less: on a busy machine a single look takes some hundred milliseconds.
const LIMIT_MS = 1_500;
const SOON = { timeout: 10_000 };

describe('the alarm', () => {
  it('is raised when rows wait for their seal, and ends when they have it', async () => {
    const sealer = await room.sealer({ everyMs: 20, alarmAfterMs: LIMIT_MS });
    expect(auditHealth()).toMatchObject({ ok: true, problem: null });
    // Somebody holds the sealing lock and does not seal.
    const thief = await room.connect(room.database.urls.portage_app);
    await thief.query('begin');
    await thief.query('select pg_advisory_xact_lock($1)', [SEALING_LOCK]);
    await writeRows(room.owner, 1);
    await expect.poll(() => auditHealth().ok, SOON).toBe(false);
    expect(auditHealth().problem).toMatch(/^audit rows have waited \d+ ms for their seal$/);
    await expect.poll(() => room.alarms.length, SOON).toBe(1);
    await thief.query('rollback');
    await expect.poll(() => auditHealth().ok, SOON).toBe(true);
    await sealer.stop();
    expect(auditHealth()).toMatchObject({ ok: false, problem: 'no audit sealer runs in this process' });
  });

  it('is not raised by a transaction that took longer than the limit', async () => {
    const long = await room.connect();
    await long.query('begin');
    await writeRows(long, 1);
    const sealer = await room.sealer({ everyMs: 20, alarmAfterMs: LIMIT_MS });
    await sleep(LIMIT_MS + 500);
    await long.query('commit');
    await sealer.sealNow();
    expect(room.alarms).toEqual([]);
    expect(await room.verify()).toMatchObject(well(1, 1));
  });

  it('is raised when the database does not answer, and outlives its restart of connections', async () => {
    const sealer = await room.sealer({ everyMs: 20, alarmAfterMs: LIMIT_MS });
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portage_sealer' and datname = current_database()`;
    await room.owner.query(cut);
    await writeRows(room.owner, 1);
    await expect.poll(() => countOf(room.owner, 'audit_seal'), SOON).toBe(1);
    expect(room.alarms).toEqual([]);
    await room.owner.query('begin');
    await room.owner.query('lock table audit_seal in access exclusive mode');
    await expect.poll(() => sealer.health().ok, SOON).toBe(false);
    await expect.poll(() => room.alarms.length, SOON).toBe(1);
    await room.owner.query('rollback');
    await expect.poll(() => sealer.health().ok, SOON).toBe(true);
  });

  it('is raised, and nothing more is sealed, when the table is not what was signed', async () => {
    const sealer = await room.sealer();
    for (let batch = 0; batch < 2; batch += 1) {
      await writeRows(room.owner, 2);
      await sealer.sealNow();
    }
    await room.owner.query('set session_replication_role = replica');
    await room.owner.query('delete from audit_seal where batch = 2');
    await sealer.sealNow();
    expect(sealer.health().problem).toMatch(/^batch 2 was signed and is gone/);
    expect(room.alarms).toHaveLength(1);
    expect(await countOf(room.owner, 'audit_seal')).toBe(1);
    await sealer.stop();
    // Nor by a process that starts later.
    const next = await room.sealer();
    expect(next.health().ok).toBe(false);
    expect(await countOf(room.owner, 'audit_seal')).toBe(1);
  });

  it('is raised when lines of the checkpoint file disappear under a running sealer', async () => {
    const sealer = await room.sealer();
    for (let batch = 0; batch < 3; batch += 1) {
      await writeRows(room.owner, 1);
      await sealer.sealNow();
    }
    const [first] = await checkpoints();
    await writeFile(join(room.folder, 'checkpoints.jsonl'), `${first}\n`);
    await writeRows(room.owner, 1);
    await sealer.sealNow();
    expect(sealer.health().problem).toMatch(/has lost lines: it ends with batch 1, and batch 3 was in it$/);
  });

  it('refuses to sign a seal that somebody else made and that is not true', async () => {
    const sealer = await room.sealer();
    await writeRows(room.owner, 2);
    await sealer.sealNow();
    await room.owner.query(
      `insert into audit_seal (batch, encoding, covers, rows, content, row_digests, sealed_at, previous_hash, hash)
       select 2, 1, covers, 1, content, substr(row_digests, 1, 16), now(), hash, sha256('x') from audit_seal`,
    );
    await sealer.sealNow();
    expect(sealer.health().problem).toBe('batch 2 does not continue batch 1');
    expect(await checkpoints()).toHaveLength(1);
  });
});
