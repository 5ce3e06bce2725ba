import { hash } from 'node:crypto';
import type { Client } from 'pg';

/** One link of the chain, as audit_seal holds it; hashes are in lower-case hexadecimal. */
export interface Seal {
  readonly batch: number;
  readonly encoding: number;
  /** pg_snapshot: the batch holds the rows of the transactions that it sees and the previous seal does not. */
  readonly covers: string;
  readonly rows: number;
  /** SHA-256 of the rows' hashes, one after the other. */
  readonly content: string;
  /** Seconds since 1970 UTC, six decimals. */
  readonly sealedAt: string;
  readonly previousHash: string;
  readonly hash: string;
  /** SHA-256 of `row_digests`, which the chain need not cover: it follows from the rows. */
  readonly rowDigestsHash: string;
}

/** What the first seal names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/** SHA-256 of a seal's canonical encoding: a JSON array of strings without spaces, UTF-8. */
export function sealHash(seal: Omit<Seal, 'hash' | 'rowDigestsHash'>): string {
  const { batch, encoding, covers, rows, content, sealedAt, previousHash } = seal;
  return hash(
    'sha256',
    JSON.stringify([
      'portage audit seal',
      String(encoding),
      String(batch),
      covers,
      String(rows),
      content,
      sealedAt,
      previousHash,
    ]),
  );
}

const SEAL_SELECT = `
  batch, encoding, covers::text as covers, rows, encode(content, 'hex') as content,
  extract(epoch from sealed_at)::text as "sealedAt",
  encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash,
  encode(sha256(row_digests), 'hex') as "rowDigestsHash"`;

/** Seals from a batch on, in order. */
export async function readSeals(client: Client, fromBatch = 0, limit?: number): Promise<Seal[]> {
  const { rows } = await client.query<Seal>(
    `select ${SEAL_SELECT} from audit_seal where batch >= $1 order by batch limit $2`,
    [fromBatch, limit],
  );
  return rows;
}

export async function readLastSeal(client: Client): Promise<Seal | undefined> {
  const { rows } = await client.query<Seal>(`select ${SEAL_SELECT} from audit_seal order by batch desc limit 1`);
  return rows[0];
}

/** The digests of a batch's rows as they were sealed (see `batch-digest.ts`). */
export async function readRowDigests(client: Client, batch: number): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ row_digests: Buffer }>('select row_digests from audit_seal where batch = $1', [
    batch,
  ]);
  return rows[0]?.row_digests;
}
