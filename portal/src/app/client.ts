import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core';
import { holdRefusals, type Ahead } from '#portal/app/ahead.ts';
import { problemsOf } from '#portal/app/problem.ts';

/** What was last received for a query, so that it can still be read when the line goes down. */
interface Kept {
  data: unknown;
  receivedAt: number;
}

const patience = 45_000;

/** Everything that a session has loaded; thrown away as a whole when the session ends. */
export interface Connection {
  client: Client;
  kept: Map<number, Kept>;
  ahead: Ahead;
  /** Whose session it is, once that is known. */
  personId: string | null;
}

let whenSignedOut: () => void = () => undefined;
let whenAnswered: () => void = () => undefined;

export function onConnection(handlers: { signedOut: () => void; answered: () => void }): void {
  whenSignedOut = handlers.signedOut;
  whenAnswered = handlers.answered;
}

const fetchWithPatience: typeof fetch = (input, init) =>
  fetch(input, {
    ...init,
    signal: AbortSignal.any([...(init?.signal ? [init.signal] : []), AbortSignal.timeout(patience)]),
  });

export function connect(): Connection {
  const kept = new Map<number, Kept>();
  const ahead: Ahead = new Map();
  const watch = mapExchange({
    onResult(result) {
      const { kind, key } = result.operation;
      if (kind === 'query' && result.data) kept.set(key, { data: result.data, receivedAt: Date.now() });
      if (result.error && problemsOf(result.error).some(({ kind }) => kind === 'signed-out')) whenSignedOut();
      else if (!result.error) whenAnswered();
    },
  });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: fetchWithPatience,
    // Browsers do not send this header across origins without asking first: the server's rule against forged requests.
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } },
    exchanges: [cacheExchange, watch, holdRefusals(ahead), fetchExchange],
  });
  return { client, kept, ahead, personId: null };
}

let connection = connect();

export const connectionNow = (): Connection => connection;

export function reconnect(): Connection {
  connection = connect();
  return connection;
}
