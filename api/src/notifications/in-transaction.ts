import type { Pool, PoolClient } from 'pg';

/** Runs a job's work as one transaction: all of it happened, or none. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    broken = false;
    return result;
  } finally {
    // A connection with an open transaction is not handed out again: closing it undoes what was begun.
    client.release(broken);
  }
}
