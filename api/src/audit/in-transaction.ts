import type { Client } from 'pg';

/**
 * The index on (xid, id) gives the order in which rows are sealed. Without fresh statistics the planner
 * would rather read and sort the whole tail for its first rows, and compile the query that does it.
 */
const IN_INDEX_ORDER = 'set local enable_sort = off; set local enable_bitmapscan = off; set local jit = off';

/** Runs `work` in one transaction of the client: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(
  client: Client,
  mode: 'read committed' | 'read committed, read only' | 'repeatable read, read only',
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin isolation level ${mode}; ${IN_INDEX_ORDER}`);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that is gone has rolled back by itself; the first error is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
