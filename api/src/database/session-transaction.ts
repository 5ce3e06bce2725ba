import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import {
  DatabaseError,
  types,
  type CustomTypesConfig,
  type Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
} from 'pg';
import type { Role } from '#api/access/index.ts';

/** Who a session turned out to be, as the database resolved it. */
export interface EnteredSession {
  session_id: string;
  person_id: string;
  organization_id: string;
  role: Role;
  /** The person, the organisation, and whoever the person stands in for. */
  grantees: string[];
  expires_at: Date;
  previous_sign_in_at: Date | null;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const names = new Map<string, string>();
const nameOf = (sql: string) => {
  let name = names.get(sql);
  if (name === undefined) {
    // Named statements are planned once per connection; without names the summary takes half again as long.
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
};

const ENTER = { name: 'enter', text: 'select * from app.enter($1)' };
const ENTER_UNSEEN = { name: 'enter-unseen', text: `select set_config('app.session', $1, true)` };

/**
 * Runs one statement as a session, in one transaction and one round trip: BEGIN, enter, statement
 * and COMMIT leave together (the pool's clients pipeline). With no live session the statement still
 * runs, as somebody who may read nothing.
 * @throws the statement's own error; the transaction is then rolled back by the server.
 */
export async function runAsSession<Row extends object>(
  pool: Pool,
  token: string,
  statement: Statement,
): Promise<{ session: EnteredSession | undefined; rows: Row[] }> {
  const { entered, rows } = await enterAndRun<EnteredSession, Row>(pool, { ...ENTER, values: [token] }, statement);
  return { session: entered, rows };
}

/**
 * The same for a page that only waits: it does not count as the session being used, or no session would
 * ever end while a page is open. The statement finds out by itself whether there is a session.
 */
export async function watchAsSession<Row extends object>(
  pool: Pool,
  token: string,
  statement: Statement,
): Promise<Row[]> {
  return (await enterAndRun<object, Row>(pool, { ...ENTER_UNSEEN, values: [token] }, statement)).rows;
}

/**
 * JSON stays text while COMMIT is on its way to the disk. Many requests wait there at a time, and the collector
 * copies a text at once, but thousands of parsed values one by one.
 */
const JSON_AS_TEXT: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === types.builtins.JSON ? String : types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};

function parsed<Row extends object>({ rows, fields }: QueryResult<Row>): Row[] {
  const columns = fields.filter(({ dataTypeID }) => dataTypeID === types.builtins.JSON).map(({ name }) => name);
  for (const row of rows as Record<string, unknown>[]) {
    for (const column of columns) {
      if (row[column] !== null) row[column] = JSON.parse(row[column] as string);
    }
  }
  return rows;
}

async function enterAndRun<Entered extends object, Row extends object>(
  pool: Pool,
  enter: QueryConfig,
  statement: Statement,
): Promise<{ entered: Entered | undefined; rows: Row[] }> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Nobody else listens to a client that is out of the pool: its connection's end would end the process.
  const onLost = (error: Error) => {
    broken = error;
  };
  client.on('error', onLost);
  try {
    const sent = together(
      client,
      () =>
        [
          client.query('begin'),
          client.query<Entered>(enter),
          client.query<Row>({
            name: nameOf(statement.sql),
            text: statement.sql,
            values: [...statement.parameters],
            types: JSON_AS_TEXT,
          }),
          client.query('commit'),
        ] as const,
    );
    const [begun, entered, read, committed] = await Promise.allSettled(sent);
    // A transaction whose end failed may still be open there.
    if (committed.status === 'rejected') broken = committed.reason as Error;
    for (const result of [begun, entered, read, committed]) {
      if (result.status === 'rejected') throw result.reason;
    }
    return {
      entered: (entered as PromiseFulfilledResult<QueryResult<Entered>>).value.rows[0],
      rows: parsed((read as PromiseFulfilledResult<QueryResult<Row>>).value),
    };
  } catch (error) {
    // What the server did not say is the connection's own end: do not hand that client out again.
    if (!(error instanceof DatabaseError)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
    client.off('error', onLost);
  }
}

/** Sends what `queries` asks in one packet: pg by itself makes a system call here and a wake-up there of each query. */
function together<T>(client: PoolClient, queries: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return queries();
  } finally {
    stream.uncork();
  }
}
