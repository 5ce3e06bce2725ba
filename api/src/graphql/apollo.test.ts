import { HeaderMap } from '@apollo/server';
import { buildSchema, isObjectType } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApollo } from './apollo.ts';
import type { RequestContext } from './context.ts';
import { NotFoundError, RateLimitedError } from './errors.ts';

const schema = buildSchema('type Query { name: String hidden: String slow: String! broken: String! }');
const throwing = (error: Error) => () => {
  throw error;
};
const type = schema.getType('Query');
if (!isObjectType(type)) throw new Error('no type Query');
Object.assign(type.getFields()['name']!, { resolve: () => 'Ada' });
Object.assign(type.getFields()['hidden']!, { resolve: throwing(new NotFoundError()) });
Object.assign(type.getFields()['slow']!, { resolve: throwing(new RateLimitedError(7)) });
Object.assign(type.getFields()['broken']!, { resolve: throwing(new TypeError('BEGAY is not a function')) });

const log = pino({ level: 'silent' });
const apollo = await createApollo({ schema, production: true, log });

async function ask(query: string, operationName?: string) {
  const trace = { operation: undefined, codes: new Set<never>() };
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: operationName === undefined ? { query } : { query, operationName },
    },
    context: async () => ({ requestId: 'r-1', log, trace }) as unknown as RequestContext,
  });
  if (answer.body.kind !== 'complete') throw new Error('an answer in parts');
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    body: answer.body.string,
    ...(JSON.parse(answer.body.string) as {
      data?: unknown;
      errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
    }),
    codes: [...trace.codes],
  };
}

describe('an operation asked through Apollo', () => {
  it('is answered with its data', async () => {
    expect(await ask('{ name }')).toMatchObject({ body: '{"data":{"name":"Ada"}}', codes: [] });
  });

  it('is told an expected error beside the data, by its code and path', async () => {
    const { status, data, errors, codes } = await ask('{ name hidden }');
    expect(status ?? 200).toBe(200);
    expect(data).toEqual({ name: 'Ada', hidden: null });
    expect(errors).toMatchObject([{ path: ['hidden'], extensions: { code: 'NOT_FOUND' } }]);
    expect(codes).toEqual(['NOT_FOUND']);
  });

  it('is told by HTTP as well how long to wait, when there is no data', async () => {
    expect(await ask('{ slow }')).toMatchObject({ status: 429, retryAfter: '7', data: null });
  });

  it('learns of our fault a reference and nothing else', async () => {
    const { status, body, errors } = await ask('{ broken }');
    expect(status).toBe(500);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL', referenceId: 'r-1' } }]);
    expect(body).not.toMatch(/BEGAY|TypeError|\.ts|http"/);
  });

  it.each([
    ['that does not parse', '{ name', undefined],
    ['that does not fit the schema', '{ nothing }', undefined],
    ['without the operation that is wanted', 'query A { name }', 'B'],
  ])('%s is the caller’s fault', async (_what, query, operationName) => {
    const { status, data, errors } = await ask(query, operationName);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
