import { DatabaseError, type Pool, type QueryConfig, type QueryResult } from 'pg';

/**
 * Runs statements in one transaction and, on a pool that pipelines, in one round trip.
 * @returns a result for each statement
 * @throws the first statement's error; the server has then rolled everything back.
 */
export async function inOneTransaction(pool: Pool, statements: readonly QueryConfig[]): Promise<QueryResult[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Nobody else listens to a client that is out of the pool: its connection's end would end the process.
  const onLost = (error: Error) => {
    broken = error;
  };
  client.on('error', onLost);
  try {
    const settled = await Promise.allSettled([
      client.query('begin'),
      ...statements.map((statement) => client.query(statement)),
      client.query('commit'),
    ]);
    // A transaction whose end failed may still be open there.
    const end = settled.at(-1);
    if (end?.status === 'rejected') broken = end.reason as Error;
    return settled
      .map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      })
      .slice(1, -1);
  } catch (error) {
    // What the server did not say is the connection's own end: nobody is to be given it again.
    if (!(error instanceof DatabaseError)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
    client.off('error', onLost);
  }
}
