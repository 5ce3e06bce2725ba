import { CombinedError } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#portal/app/problem.ts';
import { problemWords } from '#portal/ui/problem-note.tsx';

const graphQLErrors = (code: string, extensions: object = {}) => [
  { message: 'secret text', path: ['patient', 'oncology'], extensions: { code, ...extensions } },
];

describe('what went wrong', () => {
  it.each([
    ['UNAUTHENTICATED', 'signed-out'],
    ['FORBIDDEN', 'forbidden'],
    ['NOT_FOUND', 'not-found'],
    ['RATE_LIMITED', 'rate-limited'],
    ['BAD_USER_INPUT', 'bad-input'],
    ['INTERNAL', 'failed'],
    ['A_NEW_CODE', 'failed'],
  ])('%s is %s', (code, kind) => {
    expect(problemsOf(new CombinedError({ graphQLErrors: graphQLErrors(code) }))[0]).toMatchObject({
      kind,
      path: ['patient', 'oncology'],
    });
  });

  it('keeps the reference and the time to wait, and never the message', () => {
    const [problem] = problemsOf(
      new CombinedError({
        graphQLErrors: graphQLErrors('RATE_LIMITED', { referenceId: 'r-1', retryAfterSeconds: 12.2 }),
      }),
    );
    expect(problem).toMatchObject({ referenceId: 'r-1', retryAfterSeconds: 13 });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each([
    [undefined, 'unreachable'],
    [429, 'rate-limited'],
    [401, 'signed-out'],
    [502, 'failed'],
  ])('an answer with status %s is %s', (status, kind) => {
    const response = status === undefined ? undefined : new Response('', { status, headers: { 'retry-after': '30' } });
    const [problem] = problemsOf(new CombinedError({ networkError: new Error('no'), response }));
    expect(problem).toMatchObject({ kind, retryAfterSeconds: status === undefined ? null : 30 });
  });

  it('says what happened and one next step for each, without an exclamation mark', () => {
    for (const kind of [
      'unreachable',
      'signed-out',
      'forbidden',
      'not-found',
      'rate-limited',
      'bad-input',
      'failed',
    ] as const) {
      const { title, text } = problemWords({ kind, referenceId: null, retryAfterSeconds: null, path: [] }, 'the list');
      expect(`${title} ${text}`).toMatch(/^[A-Z][^!]+\.$/);
    }
  });
});
