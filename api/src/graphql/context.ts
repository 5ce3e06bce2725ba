import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { UnauthenticatedError, type ErrorCode } from './errors.ts';

/** One person's membership in one organisation, as a sign-in strategy found it. */
export interface AuthenticatedMember {
  readonly personId: string;
  readonly membershipId: string;
}

/** Who it is; or nobody, with the person whose account was tried if there is one (for the audit only). */
export type Authentication =
  | { readonly member: AuthenticatedMember }
  | { readonly member: undefined; readonly attemptedPersonId: string | undefined };

export interface SignInAttempt {
  readonly email: string;
  /** Network address of the client. */
  readonly address: string;
}

export type Admission =
  | { readonly admitted: true }
  | {
      readonly admitted: false;
      readonly retryAfterSeconds: number;
      /** Whether this is the first refusal of the wait: the one that the audit keeps. */
      readonly first: boolean;
    };

/** What the audit is told about a request beyond who made it. */
export interface Origin {
  readonly requestId: string;
  readonly address: string;
}

/**
 * All that can be done to get in or out. Behind it is a database role of its own: resolvers, which
 * hold the reading role's pool, can neither look at credentials nor open sessions.
 */
export interface Door {
  /** Slows down guessing. An attempt counts as failed until it is said to have succeeded. */
  admit(attempt: SignInAttempt): Promise<Admission>;
  succeeded(attempt: SignInAttempt): Promise<void>;
  /** Asks a passport strategy who it is that gives these credentials. */
  authenticate(strategy: 'local', credentials: { email: string; password: string }): Promise<Authentication>;
  /** Writes a refusal into the audit; `whose` is a person's id or an e-mail address, which is kept as a keyed hash only. */
  recordRefusal(reason: string, whose: { personId: string } | { email: string }, origin: Origin): Promise<void>;
  /** Begins a session, ends the one that it replaces, and writes both into the audit. @returns the secret token. */
  open(member: AuthenticatedMember, replacing: string | undefined, origin: Origin): Promise<string>;
  /** Ends a session and writes it into the audit. @returns whether it was alive. */
  close(token: string, origin: Origin): Promise<boolean>;
}

/** What the request log learns while an operation runs. */
export interface OperationTrace {
  operation: string | undefined;
  readonly codes: Set<ErrorCode>;
}

/**
 * What a resolver is given. Whoever reads needs a token (`requireToken`), and the database decides
 * what that token opens: there is no viewer here that code could forge.
 */
export interface RequestContext {
  /** The session token that the cookie carried; not yet known to be live. */
  readonly token: string | undefined;
  /** Of the role that reads what the session may read. */
  readonly pool: Pool;
  /** Identifies the request in the log, in the audit and to the caller. */
  readonly requestId: string;
  readonly address: string;
  readonly log: Logger;
  readonly trace: OperationTrace;
  readonly door: Door;
  setSessionCookie(token: string, expiresAt: Date): void;
  clearSessionCookie(): void;
}

/** What a subscription is given beside: it outlives its request. */
export interface StreamContext extends RequestContext {
  /** Aborted when the client has left, or the server stops. */
  readonly signal: AbortSignal;
  readonly wakeUps: {
    /** Calls `wake` when one of the persons has news. Returns how to leave. */
    on(personIds: readonly string[], wake: () => void): () => void;
  };
}

/**
 * The token to read with.
 * @throws {UnauthenticatedError} when the request carries none.
 */
export function requireToken(context: Pick<RequestContext, 'token'>): string {
  if (context.token === undefined) throw new UnauthenticatedError();
  return context.token;
}
