import type { FastifyReply } from 'fastify';
import type { AnsweredError, ErrorCode } from '#api/graphql/errors.ts';

/** Answers a request that never reached GraphQL, in the form in which GraphQL answers. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, string | number>> = {},
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }));
}

const STATUS: Readonly<Record<AnsweredError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
};

/** Answers what a resolver would have thrown, from a route that is no GraphQL. */
export const refuseAnswered = (reply: FastifyReply, { code, message, details }: AnsweredError): FastifyReply =>
  refuse(reply, STATUS[code], code, message, details);
