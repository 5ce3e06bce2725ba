import type { Role, Scope } from './scopes.ts';

/** What doing something takes. Reading a patient also takes a live grant that gives every scope in `needs`. */
export interface ActionRule {
  /** Empty: the action touches no patient's record. */
  readonly needs: readonly Scope[];
  /** Absent: every role that reads `needs`. */
  readonly roles?: readonly Role[];
  /** Whether it may be done without being signed in. */
  readonly anybody?: true;
}
