import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RequestContext } from '#api/graphql/context.ts';

/** How a request is answered on behalf of whoever makes it. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => RequestContext;

type Ways = Pick<RequestContext, 'pool' | 'door'>;
/** The session that a request came with, and how its answer may change it. */
type Credentials = Pick<RequestContext, 'token' | 'setSessionCookie' | 'clearSessionCookie'>;

export const requestContext = (
  request: FastifyRequest,
  { pool, door }: Ways,
  { token, setSessionCookie, clearSessionCookie }: Credentials,
): RequestContext => ({
  token,
  pool,
  door,
  requestId: request.id,
  address: request.ip,
  log: request.log as Logger,
  trace: request.trace,
  setSessionCookie,
  clearSessionCookie,
});
