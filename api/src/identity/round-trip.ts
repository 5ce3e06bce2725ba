import type { Pool, QueryConfig, QueryResult } from 'pg';

/**
 * Runs statements in one transaction and, on a pool that pipelines, in one round trip.
 * @returns a result for each statement
 * @throws the first statement's error; the server has then rolled everything back.
 */
export async function inOneTransaction(pool: Pool, statements: readonly QueryConfig[]): Promise<QueryResult[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const settled = await Promise.allSettled([
      client.query('begin'),
      ...statements.map((statement) => client.query(statement)),
      client.query('commit'),
    ]);
    return settled
      .map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      })
      .slice(1, -1);
  } catch (error) {
    // Without an SQLSTATE it was the connection that failed: nobody is to be given it again.
    if (!/^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code))) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
