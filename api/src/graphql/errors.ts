/** Every code that leaves Portage in `extensions.code`. Clients may rely on this list. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'INTERNAL';

/** What a caller is told of a fault of ours, beside its reference. Whether a write came through before it nobody can say. */
export const FAULT_MESSAGE =
  'A fault in Portage stopped this request. If you were saving something, look whether it is there before you try again. When you report it, give the reference.';

/**
 * An outcome that the caller is told as it stands. Its message and details are public: they never
 * hold a patient fact, and they are the same for what is hidden and what does not exist.
 */
export abstract class AnsweredError extends Error {
  abstract readonly code: Exclude<ErrorCode, 'INTERNAL'>;
  /** Further entries of `extensions`. */
  readonly details: Readonly<Record<string, string | number>> = {};
}

/** No session, or one that has ended. */
export class UnauthenticatedError extends AnsweredError {
  override readonly name = 'UnauthenticatedError';
  override readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('Sign in first: there is no session, or it has ended.');
  }
}

/** The viewer's role never allows the action, whoever the patient is. */
export class ForbiddenError extends AnsweredError {
  override readonly name = 'ForbiddenError';
  override readonly code = 'FORBIDDEN';
  override readonly details: Readonly<Record<string, string>>;
  constructor(action: string) {
    super('Your role does not allow this.');
    this.details = { action };
  }
}

/** Hidden or absent: the answer does not say which. */
export class NotFoundError extends AnsweredError {
  override readonly name = 'NotFoundError';
  override readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such record, or you may not read it.');
  }
}

/** What was asked cannot be understood. The message says what to change and echoes no value. */
export class BadUserInputError extends AnsweredError {
  override readonly name = 'BadUserInputError';
  override readonly code = 'BAD_USER_INPUT';
}

export class RateLimitedError extends AnsweredError {
  override readonly name = 'RateLimitedError';
  override readonly code = 'RATE_LIMITED';
  override readonly details: { readonly retryAfterSeconds: number };
  constructor(retryAfterSeconds: number) {
    super(`Too many requests. Try again in ${retryAfterSeconds} s.`);
    this.details = { retryAfterSeconds };
  }
}
