/** Why a call is not let in, as the audit keeps it. */
type Refusal = 'no token' | 'unreadable token' | 'unregistered issuer' | 'bad token' | 'replayed token';

/** A call that is not let in. The message is public and names no client. */
export class HookRefusedError extends Error {
  override readonly name = 'HookRefusedError';
  constructor(
    readonly reason: Refusal,
    message: string,
    readonly clientId?: string,
  ) {
    super(message);
  }
}

/** More calls than a client, or refusals than an address, gets in a minute. */
export class HookLimitedError extends Error {
  override readonly name = 'HookLimitedError';
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many calls. Try again in ${retryAfterSeconds} s.`);
  }
}

/** A call, as the audit knows it. */
export interface Caller {
  readonly requestId: string;
  /** Network address. */
  readonly from: string;
}
