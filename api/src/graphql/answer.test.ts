import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answersTo, expectedAnswer, httpOf, internalAnswer } from './answer.ts';
import {
  BadUserInputError,
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  UnauthenticatedError,
  type ErrorCode,
} from './errors.ts';
import { describeFault } from './fault.ts';

const SECRET = 'BEGAY, Sarah 1961-03-12';
const thrown = (error: Error) => new GraphQLError(error.message, { originalError: error, path: ['patient', 'name'] });

function answers(error: Error) {
  const lines: unknown[] = [];
  const log = {
    error: (facts: unknown, text: string) => lines.push({ facts, text }),
    warn: (facts: unknown, text: string) => lines.push({ facts, text }),
  };
  const codes = new Set<ErrorCode>();
  const [answer] = answersTo([thrown(error)], {
    requestId: 'r-1',
    log: log as never,
    trace: { operation: undefined, codes },
  });
  return { answer: answer!.toJSON(), codes: [...codes], logged: JSON.stringify(lines) };
}

describe('an error that the caller is told', () => {
  it.each([
    [new UnauthenticatedError(), { code: 'UNAUTHENTICATED' }],
    [new ForbiddenError('oncology:read'), { code: 'FORBIDDEN', action: 'oncology:read' }],
    [new NotFoundError(), { code: 'NOT_FOUND' }],
    [new BadUserInputError('Give a shorter word.'), { code: 'BAD_USER_INPUT' }],
    [new RateLimitedError(30), { code: 'RATE_LIMITED', retryAfterSeconds: 30 }],
  ])('%s', (error, extensions) => {
    const { answer, logged } = answers(error);
    expect(answer).toMatchObject({ message: error.message, path: ['patient', 'name'] });
    expect(answer.extensions).toEqual(extensions);
    expect(logged).toBe('[]');
  });

  it.each(['22021', '22P05'])('is BAD_USER_INPUT for a text with NUL, which the database refuses as %s', (code) => {
    const { answer, logged } = answers(Object.assign(new Error(`invalid byte sequence: ${SECRET}`), { code }));
    expect(answer).toMatchObject({
      message: 'A text holds the character NUL, which no text may.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(logged).toBe('[]');
  });

  it('is the same for hidden and absent, to the byte', () => {
    expect(JSON.stringify(answers(new NotFoundError()).answer)).toBe(
      JSON.stringify(answers(new NotFoundError()).answer),
    );
  });

  it('is FORBIDDEN when the database refuses a write, and the log says that the walls disagree', () => {
    const refused = Object.assign(new Error(`new row violates policy: ${SECRET}`), {
      code: '42501',
      table: 'condition',
    });
    const { answer, logged } = answers(refused);
    expect(answer).toMatchObject({ message: 'Your role does not allow this.', extensions: { code: 'FORBIDDEN' } });
    expect(logged).toContain('refused by the database');
    expect(logged).not.toContain('BEGAY');
  });
});

describe('an error that nobody expected', () => {
  it.each([
    Object.assign(new Error(`invalid input syntax for type date: "${SECRET}"`), {
      code: '22007',
      detail: SECRET,
      where: SECRET,
    }),
    new SyntaxError(`Unexpected token in "${SECRET}" is not valid JSON`),
    new TypeError(`Cannot use 'in' operator to search for 'id' in ${SECRET}`),
    new Error(`first line\n    at ${SECRET} (x)\n${SECRET}`),
    new GraphQLError(`Enum "Phase" cannot represent value: "${SECRET}"`),
  ])('leaves as INTERNAL with a reference, and neither the answer nor the log quotes it: %s', (error) => {
    const { answer, logged, codes } = answers(error);
    expect(answer.extensions).toEqual({ code: 'INTERNAL', referenceId: 'r-1' });
    expect(answer.message).toMatch(
      /^A fault in Portage stopped this request\. .*before you try again\. .*reference\.$/,
    );
    expect(codes).toEqual(['INTERNAL']);
    expect(logged).toContain('"referenceId":"r-1"');
    expect(logged + JSON.stringify(answer)).not.toContain('BEGAY');
    expect(JSON.stringify(answer)).not.toContain('.ts');
  });

  it('is described by its type, its code and where it happened', () => {
    const fault = describeFault(Object.assign(new TypeError('x'), { code: '23505', constraint: 'patient_pkey' }));
    expect(fault).toMatchObject({ type: 'TypeError', code: '23505', constraint: 'patient_pkey' });
    expect(fault.frames[0]).toContain('answer.test.ts');
    expect(describeFault('a string')).toEqual({ type: 'string', frames: [] });
  });
});

describe('HTTP status of an answer without data', () => {
  it('is 500 for our fault, 429 with its wait, and otherwise left at 200', () => {
    expect(httpOf([internalAnswer('r')])).toEqual({ status: 500 });
    expect(httpOf([expectedAnswer(thrown(new RateLimitedError(7)))!])).toEqual({
      status: 429,
      headers: new Map([['retry-after', '7']]),
    });
    expect(httpOf([expectedAnswer(thrown(new NotFoundError()))!])).toBeUndefined();
  });
});
