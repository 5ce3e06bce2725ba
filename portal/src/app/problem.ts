import type { CombinedError } from '@urql/core';

/** What went wrong, in the terms in which the reader can act on it. */
export type ProblemKind =
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'bad-input'
  | 'failed';

export interface Problem {
  kind: ProblemKind;
  /** The server's reference for its log; null when the server was not reached. */
  referenceId: string | null;
  retryAfterSeconds: number | null;
  /** Response keys from the root to the field that failed; empty when the whole request failed. */
  path: readonly (string | number)[];
}

const kinds: Record<string, ProblemKind> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'rate-limited',
  BAD_USER_INPUT: 'bad-input',
};

const statuses: Record<number, ProblemKind> = { 401: 'signed-out', 403: 'forbidden', 429: 'rate-limited' };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number | null => (typeof value === 'number' && value > 0 ? Math.ceil(value) : null);

/** One problem for each field that failed, or a single one for the request as a whole. */
export function problemsOf(error: CombinedError): Problem[] {
  const response = error.response as Response | undefined;
  const retryAfter = count(Number(response?.headers?.get('retry-after') ?? Number.NaN));

  if (error.graphQLErrors.length > 0) {
    return error.graphQLErrors.map(({ extensions, path }) => ({
      kind: kinds[String(extensions.code)] ?? 'failed',
      referenceId: text(extensions.referenceId),
      retryAfterSeconds: count(extensions.retryAfterSeconds) ?? retryAfter,
      path: path ?? [],
    }));
  }
  const status = response?.status ?? 0;
  return [
    {
      kind: statuses[status] ?? (status >= 400 ? 'failed' : 'unreachable'),
      referenceId: text(response?.headers?.get('x-request-id')),
      retryAfterSeconds: retryAfter,
      path: [],
    },
  ];
}
