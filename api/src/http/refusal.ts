import type { FastifyReply } from 'fastify';

type Code = 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'INTERNAL';

/** Answers a request that never reached GraphQL, in the form in which GraphQL answers. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: Code,
  message: string,
  details: Record<string, string> = {},
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }));
}
