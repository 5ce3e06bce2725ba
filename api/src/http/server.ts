import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import {
  fastify,
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { OperationTrace } from '#api/graphql/context.ts';
import { AnsweredError, FAULT_MESSAGE } from '#api/graphql/errors.ts';
import { describeFault } from '#api/graphql/fault.ts';
import { serveEventStream, type StreamParts } from './event-stream.ts';
import { serveHealth } from './health.ts';
import { servePortal } from './portal.ts';
import { refuse, refuseAnswered } from './refusal.ts';
import { isCrossSite } from './same-origin.ts';
import { ONLY_OF_DOCUMENTS, securityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log learns of the GraphQL operation in this request. */
    trace: OperationTrace;
  }
}

export interface ServerParts {
  readonly production: boolean;
  /** Whether X-Forwarded-* come from a proxy of ours. */
  readonly trustProxy: boolean;
  readonly log: Logger;
  /** For /health/ready. */
  readonly pool: Pool;
  /** Folder of the built portal. */
  readonly portalFolder: string;
  /** Adds routes of a slice that are no GraphQL. */
  readonly routes: (app: FastifyInstance) => void;
  /** Answers POST /graphql. */
  readonly graphql: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Answers subscriptions at /graphql/stream. */
  readonly subscribe: StreamParts['subscribe'];
}

/** The largest operation that passes the limits has some 20 kB, and its variables less. */
const BODY_LIMIT = 100_000;

/** Portal, GraphQL and health on one port. Not yet listening. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { production, log } = parts;
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: parts.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    // A client's own id could carry anything into the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Where a client sent bytes that are no HTTP; said without Fastify's line in the log.
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    },
  }) as unknown as FastifyInstance;

  app.decorateRequest('trace');
  const headers = securityHeaders(production);
  app.addHook('onRequest', (request, reply, next) => {
    request.trace = { operation: undefined, codes: new Set() };
    void reply.headers(headers).header('x-request-id', request.id);
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (isCrossSite({ method: request.method, host: request.host, origin, site: site as string | undefined })) {
      void refuse(reply, 403, 'FORBIDDEN', 'This request came from another site.');
      return;
    }
    next();
  });
  await app.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(fastifyCookie);
  app.removeContentTypeParser('text/plain');

  logRequests(app, log);
  answerErrors(app);
  serveGraphql(app, parts.graphql);
  serveEventStream(app, parts);
  parts.routes(app);
  serveHealth(app, parts.pool);
  await servePortal(app, parts.portalFolder);
  return app;
}

function serveGraphql(app: FastifyInstance, handler: ServerParts['graphql']): void {
  app.post('/graphql', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    for (const name of ONLY_OF_DOCUMENTS) reply.removeHeader(name);
    return handler(request, reply);
  });
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: async (_request, reply) =>
      refuse(reply.header('allow', 'POST'), 405, 'BAD_USER_INPUT', 'GraphQL is asked with POST.'),
  });
}

function logRequests(app: FastifyInstance, log: Logger): void {
  // All that this line holds is written here, so nothing is to be struck out of it: looking costs more than writing it.
  const requests = log.child({}, { redact: [] });
  app.addHook('onResponse', (request, reply, next) => {
    const { operation, codes } = request.trace;
    requests.info(
      {
        requestId: request.id,
        method: request.method,
        // The pattern and not the address, which may name a patient.
        route: request.routeOptions.url ?? '*',
        operation,
        codes: codes.size > 0 ? [...codes] : undefined,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    next();
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof AnsweredError) return refuseAnswered(reply, error);
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return refuse(reply, status, 'BAD_USER_INPUT', MEANING[status] ?? 'The request cannot be understood.');
    request.log.error({ referenceId: request.id, fault: describeFault(error) }, 'request failed');
    return refuse(reply, 500, 'INTERNAL', FAULT_MESSAGE, { referenceId: request.id });
  });
}

const MEANING: Readonly<Record<number, string>> = {
  400: 'The body is not valid JSON.',
  413: `The body is larger than ${BODY_LIMIT} bytes.`,
  415: 'The body must be application/json.',
};
