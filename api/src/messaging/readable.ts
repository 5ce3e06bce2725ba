import { grantFactOf, mayRead, WallsDisagreeError, type GrantRow, type Scope } from '#api/access/index.ts';
import type { EnteredSession } from '#api/database/index.ts';

/** What a statement tells of the grants by which its rows may be read. */
export interface GrantsTold {
  readonly now: string;
  readonly grants: readonly GrantRow[];
  /** Patients among them who are closed to the reader, whatever was granted. */
  readonly closed: readonly string[];
}

/**
 * The database has admitted rows of a patient; the policy in code must come to the same end, or nothing leaves.
 * @throws {WallsDisagreeError} when it does not.
 */
export function demandReadable(
  { role, grantees }: EnteredSession,
  { now, grants, closed }: GrantsTold,
  patientId: string,
  needs: readonly Scope[],
): void {
  const reader = { role, grantees, restricted: closed.includes(patientId), merged: false, now: new Date(now) };
  const decision = mayRead(reader, patientId, grants.map(grantFactOf), needs);
  if (!decision.allow) throw new WallsDisagreeError(needs, decision.reason);
}
