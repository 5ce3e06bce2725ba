import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { StreamEvent, StreamRequest, Subscribe } from '#api/graphql/subscriptions.ts';
import { refuse } from './refusal.ts';
import { isCrossSite } from './same-origin.ts';

export interface StreamParts {
  /** Runs a subscription for the session of a request, until `signal`. */
  readonly subscribe: (
    asked: StreamRequest,
    request: FastifyRequest,
    reply: FastifyReply,
    signal: AbortSignal,
  ) => ReturnType<Subscribe>;
}

/** Proxies close what is silent for longer; a client that hears nothing for longer knows that the line is dead. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;
/** Of one process. A page that is looked at has one. */
const MOST_STREAMS = 5_000;
const MOST_OF_ONE_SESSION = 12;

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429, INTERNAL: 500 };

/**
 * GraphQL subscriptions as server-sent events: "GraphQL over SSE", distinct connections. GET is what a
 * browser's EventSource sends, and after a lost connection it adds the id of the last event.
 */
export function serveEventStream(app: FastifyInstance, { subscribe }: StreamParts): void {
  const open = new Set<AbortController>();
  const perSession = new Map<string, number>();
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    for (const one of open) one.abort();
  });

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    // A GET that shows what a session may read: only our own pages open it, whatever else other GETs may.
    if (isCrossSite({ method: 'POST', host: request.host, origin, site: site as string | undefined })) {
      return refuse(reply, 403, 'FORBIDDEN', 'This request came from another site.');
    }
    const asked = askedIn(request);
    if (!asked) return refuse(reply, 400, 'BAD_USER_INPUT', 'Ask with `query` and, when there are any, `variables`.');
    const session = request.headers.cookie ?? '';
    const mine = perSession.get(session) ?? 0;
    if (closing || open.size >= MOST_STREAMS || mine >= MOST_OF_ONE_SESSION) {
      void reply.header('retry-after', '5');
      return refuse(reply, closing ? 503 : 429, 'RATE_LIMITED', 'Too many pages wait for news. Try again in 5 s.');
    }
    const life = new AbortController();
    open.add(life);
    perSession.set(session, mine + 1);
    life.signal.addEventListener('abort', () => {
      open.delete(life);
      const left = (perSession.get(session) ?? 1) - 1;
      if (left > 0) perSession.set(session, left);
      else perSession.delete(session);
    });
    request.raw.once('close', () => life.abort());
    const outcome = await subscribe(asked, request, reply, life.signal).catch((error: unknown) => {
      life.abort();
      throw error;
    });
    if ('errors' in outcome) {
      life.abort();
      const code = String(outcome.errors[0]?.extensions.code);
      return reply
        .code(STATUS[code] ?? 400)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ errors: outcome.errors }));
    }
    // nginx and its like hold back what they may buffer.
    void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return reply.type('text/event-stream; charset=utf-8').send(Readable.from(frames(outcome.events, life)));
  };
  app.route({ method: ['GET', 'POST'], url: '/graphql/stream', handler });
}

async function* frames(events: AsyncGenerator<StreamEvent>, life: AbortController): AsyncGenerator<string> {
  try {
    yield `retry: ${RETRY_MS}\n\n`;
    let next = events.next();
    let quiet = silence(life.signal);
    while (!life.signal.aborted) {
      const come = await Promise.race([next, quiet]);
      if (come === 'silence') {
        quiet = silence(life.signal);
        yield ':\n\n';
        continue;
      }
      if (come.done) break;
      const { id, result } = come.value;
      yield `${id === undefined ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
      next = events.next();
    }
    // One that the server ends by stopping is not complete: the client comes back to another process.
    if (!life.signal.aborted) yield 'event: complete\ndata:\n\n';
  } finally {
    life.abort();
  }
}

const silence = async (signal: AbortSignal): Promise<'silence'> => {
  await sleep(HEARTBEAT_MS, undefined, { signal, ref: false }).catch(() => undefined);
  return 'silence';
};

/** The operation out of the address or the body. An EventSource that reconnects repeats its address and adds where it was. */
function askedIn(request: FastifyRequest): StreamRequest | undefined {
  const given = (request.method === 'GET' ? request.query : request.body) as Record<string, unknown> | undefined | null;
  if (typeof given?.['query'] !== 'string') return undefined;
  const variables = variablesIn(given['variables']);
  if (!variables) return undefined;
  const { operationName } = given;
  const last = request.headers['last-event-id'];
  return {
    query: given['query'],
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    variables: typeof last === 'string' && last !== '' ? { ...variables, after: last } : variables,
  };
}

function variablesIn(given: unknown): Record<string, unknown> | undefined {
  if (given === undefined || given === null || given === '') return {};
  let variables: unknown = given;
  if (typeof given === 'string') {
    try {
      variables = JSON.parse(given);
    } catch {
      return undefined;
    }
  }
  return typeof variables === 'object' && variables !== null && !Array.isArray(variables)
    ? (variables as Record<string, unknown>)
    : undefined;
}
