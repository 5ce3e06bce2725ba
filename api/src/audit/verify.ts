import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Problems, type AuditReport } from './audit-report.ts';
import { inTransaction } from './in-transaction.ts';
import { readSeals, type Seal } from './seal.ts';
import { parseSnapshot } from './snapshot.ts';
import { readCheckpointLines, verifyCheckpoints, type CheckpointLines } from './verify-checkpoints.ts';
import { verifyRows } from './verify-rows.ts';
import { verifySeals } from './verify-seals.ts';

/** A running sealer signs a seal within milliseconds of committing it. */
const SIGNED_WITHIN_MS = 5_000;

export interface VerifyOptions {
  /** Address of the database as portage_sealer. */
  readonly url: string;
  /** Folder with checkpoints.jsonl and the public keys: `${dataDir}/audit`, or a copy kept elsewhere. */
  readonly folder: string;
}

/**
 * Recomputes the whole audit and compares it with its seals and with the signed checkpoints. Changes
 * nothing, and may run while the server does.
 */
export async function verifyAudit({ url, folder }: VerifyOptions): Promise<AuditReport> {
  const client = new Client({ connectionString: url, application_name: 'portage audit verifier' });
  await client.connect();
  try {
    const table = await inTransaction(client, 'repeatable read, read only', () => verifyTable(client));
    return await verifyAgainstCheckpoints(client, folder, table);
  } finally {
    await client.end();
  }
}

export interface VerifiedTable {
  readonly seals: readonly Seal[];
  readonly rows: number;
  readonly unsealed: number;
  readonly problems: Problems;
}

/** The table by itself: chain, counts, rows. Needs an open transaction whose statements all see the same. */
export async function verifyTable(client: Client): Promise<VerifiedTable> {
  const problems = new Problems();
  const { rows } = await client.query<{ now: string }>('select pg_current_snapshot()::text as now');
  const now = parseSnapshot(rows[0]?.now ?? '1:1:');
  const seals = await readSeals(client);
  const counts = await verifyRows(client, verifySeals(seals, now, problems), now, problems);
  return { seals, rows: counts.sealed, unsealed: counts.unsealed, problems };
}

/** The checkpoints, against the table as it was verified and what has been sealed meanwhile. */
export async function verifyAgainstCheckpoints(
  client: Client,
  folder: string,
  { seals, rows, unsealed, problems }: VerifiedTable,
  patienceMs = SIGNED_WITHIN_MS,
): Promise<AuditReport> {
  const lines = await settledLines(folder, seals.at(-1), patienceMs);
  // After the file is read: whatever it names was committed before, if it ever was.
  const newer = await readSeals(client, (seals.at(-1)?.batch ?? 0) + 1);
  const named = newer.filter(({ batch }) => batch <= lines.newestBatch);
  await verifyCheckpoints(folder, lines, [...seals, ...named], problems);
  return {
    verified: problems.count === 0,
    rows,
    batches: seals.length,
    unsealed,
    checkpoints: lines.lines?.length ?? 0,
    problems: problems.kept,
    problemCount: problems.count,
  };
}

/** The file as soon as it signs the last seal, which a running sealer may be about to do. */
async function settledLines(folder: string, last: Seal | undefined, patienceMs: number): Promise<CheckpointLines> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await readCheckpointLines(folder);
    const settled = !found.torn && found.newestBatch >= (last?.batch ?? 0);
    const fresh = Number(last?.sealedAt ?? 0) * 1_000 > Date.now() - 2 * patienceMs;
    if (settled || !fresh || Date.now() > deadline) return found;
    await sleep(100);
  }
}
