import type { Client } from 'pg';

/** The end of the chain and the oldest committed row behind it. */
export interface Tail {
  /** Hash of the last seal, hexadecimal; null before the first. */
  readonly sealed: string | null;
  /** Id of the oldest committed row without a seal; null: everything is sealed. */
  readonly unsealed: string | null;
}

/** Looks at both ends in one statement. */
export async function readTail(client: Client): Promise<Tail> {
  const { rows } = await client.query<Tail>(`
    with last as (select covers, hash from audit_seal order by batch desc limit 1),
      edge as (select coalesce((select covers from last), '1:1:'::pg_snapshot) as covers)
    select (select encode(hash, 'hex') from last) as sealed,
      coalesce(
        (select e.id from audit_event e
          where e.xid = any (array(select pg_snapshot_xip((select covers from edge))))
          order by e.xid, e.id limit 1),
        (select e.id from audit_event e
          where e.xid >= (select pg_snapshot_xmax(covers) from edge)
          order by e.xid, e.id limit 1)
      )::text as unsealed`);
  return rows[0] ?? { sealed: null, unsealed: null };
}

/**
 * How long the same row has been seen without a seal. Its own time would accuse the sealer of the length
 * of the transaction that wrote it: a long import's first rows are minutes old when they commit.
 */
export class TailWatch {
  #row: string | null = null;
  #since = 0;

  /** Milliseconds since the row was first seen unsealed; 0 when there is none. */
  see(unsealed: string | null, now: number): number {
    if (unsealed !== this.#row) [this.#row, this.#since] = [unsealed, now];
    return this.waited(now);
  }

  waited(now: number): number {
    return this.#row === null ? 0 : now - this.#since;
  }
}
