import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { BatchDigest } from './batch-digest.ts';
import { ROW_HASH, SEALED_SELECT, type SealedRow } from './row-encoding.ts';
import { sees, type Snapshot } from './snapshot.ts';

const CHUNK_ROWS = 5_000;

interface Condition {
  readonly where: string;
  readonly values: readonly unknown[];
}

/**
 * The rows that `to` sees and `from` does not, in the order of (xid, id): first those of transactions
 * that were running at `from`, then those that began later. So a transaction that was left running for
 * days costs no scan over all that was sealed meanwhile.
 */
function conditionsBetween(from: Snapshot, to: Snapshot): Condition[] {
  const began: Condition = {
    where: 'xid >= $1::xid8 and xid < $2::xid8 and xid <> all ($3::xid8[])',
    values: [String(from.xmax), String(to.xmax), [...to.running].map(String)],
  };
  const finished = [...from.running].filter((xid) => sees(to, xid)).map(String);
  return finished.length === 0 ? [began] : [{ where: 'xid = any ($1::xid8[])', values: [finished] }, began];
}

/** The transaction of the `limit`-th row between two snapshots, in the order of (xid, id); undefined when there are fewer. */
export async function boundAfter(
  client: Client,
  from: Snapshot,
  to: Snapshot,
  limit: number,
): Promise<bigint | undefined> {
  let missing = limit;
  for (const { where, values } of conditionsBetween(from, to)) {
    const { rows } = await client.query<{ count: number; last: string | null }>(
      `select count(*)::int as count, max(xid)::text as last
       from (select xid from audit_event where ${where} order by xid, id limit ${missing}) as first_rows`,
      [...values],
    );
    const { count = 0, last = null } = rows[0] ?? {};
    if (count === missing && last !== null) return BigInt(last);
    missing -= count;
  }
  return undefined;
}

/** What a batch's rows amount to, as `BatchDigest` says it too. */
export interface Digested {
  readonly rows: number;
  readonly content: Buffer;
  readonly rowDigests: Buffer;
}

/**
 * What the rows between two snapshots amount to, each hashed by the server: for who seals them, since they need not
 * travel for it. Who checks what somebody sealed has them handed out instead, by `digestBetween`.
 */
export async function serverDigestBetween(client: Client, from: Snapshot, to: Snapshot): Promise<Digested> {
  const parts: { rows: number; hashes: Buffer; digests: Buffer }[] = [];
  for (const { where, values } of conditionsBetween(from, to)) {
    const { rows } = await client.query<(typeof parts)[number]>(
      `select count(*)::int as rows, coalesce(string_agg(hash, '' order by xid, id), '') as hashes,
         coalesce(string_agg(int8send(id) || substr(hash, 1, 8), '' order by xid, id), '') as digests
       from (select xid, id, ${ROW_HASH} as hash from audit_event where ${where}) as hashed`,
      [...values],
    );
    parts.push(...rows);
  }
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    content: hash('sha256', Buffer.concat(parts.map(({ hashes }) => hashes)), 'buffer'),
    rowDigests: Buffer.concat(parts.map(({ digests }) => digests)),
  };
}

/** What the rows between two snapshots amount to. Needs an open transaction. */
export async function digestBetween(client: Client, from: Snapshot, to: Snapshot): Promise<BatchDigest> {
  const digest = new BatchDigest();
  for (const condition of conditionsBetween(from, to)) {
    for await (const rows of streamRows(client, condition)) for (const row of rows) digest.add(row);
  }
  return digest;
}

/** Every row there is, in the order of (xid, id), in chunks. Needs an open transaction. */
export function streamAllRows(client: Client): AsyncGenerator<SealedRow[]> {
  return streamRows(client, { where: 'true', values: [] });
}

async function* streamRows(client: Client, { where, values }: Condition): AsyncGenerator<SealedRow[]> {
  await client.query(
    // Named in full: a bare "id" would mean the text of the select list, which sorts 10 before 9.
    `declare sealed_rows no scroll cursor for
     select ${SEALED_SELECT} from audit_event where ${where} order by audit_event.xid, audit_event.id`,
    [...values],
  );
  const fetch = () => {
    const chunk = client.query<(string | null)[]>({ text: `fetch ${CHUNK_ROWS} from sealed_rows`, rowMode: 'array' });
    // A failure is met where the chunk is awaited, even if the reader has stopped before.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = fetch();
  for (;;) {
    const { rows } = await next;
    if (rows.length === 0) break;
    // The server reads the next chunk while the caller works on this one.
    next = fetch();
    yield rows;
  }
  await client.query('close sealed_rows');
}
