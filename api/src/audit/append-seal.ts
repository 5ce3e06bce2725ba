import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { AuditContradictionError } from './audit-errors.ts';
import { inTransaction } from './in-transaction.ts';
import { ENCODING } from './row-encoding.ts';
import { GENESIS_HASH, readLastSeal, sealHash, type Seal } from './seal.ts';
import { boundAfter, serverDigestBetween } from './sealed-rows.ts';
import { advance, formatSnapshot, includes, NOTHING, parseSnapshot } from './snapshot.ts';

// An arbitrary constant: whoever holds this advisory lock is the one that seals.
export const SEALING_LOCK = 7_325_002;
/** A batch ends with the transaction that fills it, so that sealing a long tail needs little memory at a time. */
const BATCH_ROWS = 5_000;

export type Sealing = { outcome: 'sealed'; seal: Seal } | { outcome: 'nothing' | 'busy' };

/**
 * Seals the oldest rows that are committed and not sealed, as one batch, in one transaction; `busy` when
 * somebody else is sealing. The lock belongs to the transaction, so a connection pooler does no harm.
 * @throws {AuditContradictionError} when the last seal covers transactions that have not happened.
 */
export function appendSeal(client: Client): Promise<Sealing> {
  return inTransaction(client, 'read committed', async () => {
    const lock = await client.query<{ ours: boolean }>('select pg_try_advisory_xact_lock($1) as ours', [SEALING_LOCK]);
    if (!lock.rows[0]?.ours) return { outcome: 'busy' };

    // A statement of its own: a snapshot taken before the lock might be older than the last seal.
    const moment = await client.query<{ snapshot: string; at: string; epoch: string }>(
      `select pg_current_snapshot()::text as snapshot, now()::text as at, extract(epoch from now())::text as epoch`,
    );
    const { snapshot = '', at = '', epoch = '' } = moment.rows[0] ?? {};
    const now = parseSnapshot(snapshot);
    const last = await readLastSeal(client);
    const previous = last === undefined ? NOTHING : parseSnapshot(last.covers);
    if (!includes(now, previous)) throw new AuditContradictionError(TRANSACTIONS_WENT_BACK);

    const covers = advance(previous, now, await boundAfter(client, previous, now, BATCH_ROWS));
    const { rows, content, rowDigests } = await serverDigestBetween(client, previous, covers);
    if (rows === 0) return { outcome: 'nothing' };
    const unhashed = {
      batch: (last?.batch ?? 0) + 1,
      encoding: ENCODING,
      covers: formatSnapshot(covers),
      rows,
      content: content.toString('hex'),
      sealedAt: epoch,
      previousHash: last?.hash ?? GENESIS_HASH,
    };
    const seal = { ...unhashed, hash: sealHash(unhashed), rowDigestsHash: hash('sha256', rowDigests) };
    await client.query(
      `insert into audit_seal (batch, encoding, covers, rows, content, row_digests, sealed_at, previous_hash, hash)
       values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, decode($8, 'hex'), decode($9, 'hex'))`,
      [seal.batch, seal.encoding, seal.covers, seal.rows, seal.content, rowDigests, at, seal.previousHash, seal.hash],
    );
    return { outcome: 'sealed', seal };
  });
}

export const TRANSACTIONS_WENT_BACK =
  'the last seal covers transactions that this server has not run: the database was copied to another server without its transaction ids, or the seal is forged';
