import { GraphQLError } from 'graphql';
import type { RequestContext } from './context.ts';
import { AnsweredError, FAULT_MESSAGE, ForbiddenError, type ErrorCode } from './errors.ts';
import { describeFault } from './fault.ts';

/** Status and headers of the HTTP answer. */
export interface HttpHead {
  readonly status: number;
  readonly headers?: Map<string, string>;
}

interface PublicExtensions {
  readonly code: ErrorCode;
  readonly [detail: string]: unknown;
}

/** An error as it leaves: what it says was written for the caller. */
export class PublicError extends GraphQLError {
  override readonly name = 'PublicError';
  declare readonly extensions: PublicExtensions & Record<string, unknown>;
  constructor(message: string, extensions: PublicExtensions, at?: GraphQLError) {
    // Compiled queries know no locations, plain execution does: what was executed is told by its path, so that
    // an answer does not depend on how often its query came before.
    const where = at?.path ? { path: at.path } : { nodes: at?.nodes, source: at?.source, positions: at?.positions };
    super(message, { ...where, extensions });
  }
}

/** SQLSTATE of a write refused by GRANT or by a policy's WITH CHECK. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** SQLSTATEs of a text that holds NUL, as a text of its own and within JSON: PostgreSQL keeps none. */
const NUL_IN_TEXT = new Set(['22021', '22P05']);

/** Codes under which Apollo and GraphQL report what the caller got wrong. */
const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
]);

/** The error that a resolver threw, out of what GraphQL wrapped around it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** A variable may be null where the argument that it is given to may not: GraphQL finds that out only while executing. */
const isUnfitArgument = (cause: unknown): boolean =>
  cause instanceof GraphQLError && cause.extensions?.code === undefined && /^Argument "\w+" /.test(cause.message);

/** The answer to an error that the caller may know about; undefined for an unexpected one. */
export function expectedAnswer(error: GraphQLError): PublicError | undefined {
  if (error instanceof PublicError) return error;
  const cause = causeOf(error);
  if (cause instanceof AnsweredError)
    return new PublicError(cause.message, { ...cause.details, code: cause.code }, error);
  const sqlstate = String((cause as { code?: unknown } | undefined)?.code);
  if (NUL_IN_TEXT.has(sqlstate))
    return new PublicError('A text holds the character NUL, which no text may.', { code: 'BAD_USER_INPUT' }, error);
  if (sqlstate === INSUFFICIENT_PRIVILEGE) {
    const { message, code } = new ForbiddenError('write');
    return new PublicError(message, { code }, error);
  }
  if (isUnfitArgument(cause)) return new PublicError(error.message, { code: 'BAD_USER_INPUT' }, error);
  const { code, reason = code } = error.extensions ?? {};
  if (typeof code !== 'string' || !CALLERS_FAULT.has(code)) return undefined;
  return new PublicError(
    error.message,
    { code: 'BAD_USER_INPUT', ...(reason === 'BAD_USER_INPUT' ? {} : { reason }) },
    error,
  );
}

/** What the caller learns of an unexpected error: where in our log to look. */
export const internalAnswer = (referenceId: string, at?: GraphQLError): PublicError =>
  new PublicError(FAULT_MESSAGE, { code: 'INTERNAL', referenceId }, at);

type Witness = Pick<RequestContext, 'requestId' | 'log' | 'trace'>;

/** Turns what execution threw into answers; what nobody expected goes into the log under the request's id. */
export function answersTo(errors: readonly GraphQLError[], { requestId, log, trace }: Witness): PublicError[] {
  return errors.map((error) => {
    const answer = expectedAnswer(error) ?? internalAnswer(requestId, error);
    const cause = causeOf(error);
    if (answer.extensions.code === 'INTERNAL') {
      log.error({ referenceId: requestId, path: error.path, fault: describeFault(cause) }, 'operation failed');
    } else if (answer.extensions.code === 'FORBIDDEN' && !(cause instanceof AnsweredError)) {
      // The code let through what the database then refused: the two walls disagree.
      log.warn({ path: error.path, fault: describeFault(cause) }, 'refused by the database');
    }
    trace.codes.add(answer.extensions.code);
    return answer;
  });
}

/** HTTP status of an answer that holds no data at all; whatever holds some is a 200, as GraphQL over HTTP says. */
export function httpOf(errors: readonly PublicError[]): HttpHead | undefined {
  const codes = new Set(errors.map((error) => error.extensions.code));
  if (codes.has('INTERNAL')) return { status: 500 };
  if (!codes.has('RATE_LIMITED')) return undefined;
  const waits = errors.map((error) => error.extensions['retryAfterSeconds']).filter((wait) => typeof wait === 'number');
  return { status: 429, headers: new Map([['retry-after', String(Math.max(1, ...waits))]]) };
}
