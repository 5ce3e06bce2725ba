import { ROLE_SCOPES, type GrantBasis, type Role, type Scope } from './scopes.ts';

/** What is known of a grant when a read is decided. Times are compared with `now` of the facts. */
export interface GrantFact {
  readonly patientId: string;
  readonly granteeId: string;
  readonly basis: GrantBasis;
  readonly scopes: readonly Scope[];
  readonly status: 'requested' | 'active';
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly revokedAt: Date | null;
}

export interface ReaderFacts {
  readonly role: Role;
  /** The reader, their organisation, and whoever they stand in for. */
  readonly grantees: readonly string[];
  /** Whether the patient has barred any of `grantees`. */
  readonly restricted: boolean;
  /** Whether the record has been merged into another. */
  readonly merged: boolean;
  readonly now: Date;
}

export type Decision = { readonly allow: true } | { readonly allow: false; readonly reason: DenialReason };
export type DenialReason =
  | 'role-does-not-read-this'
  | 'no-live-grant'
  | 'grant-lacks-scope'
  | 'patient-restricted'
  | 'merged';

const deny = (reason: DenialReason): Decision => ({ allow: false, reason });

/** A grant opens a record while it is active, has begun, has not ended and was not revoked. */
export function isLive(grant: GrantFact, now: Date): boolean {
  return (
    grant.status === 'active' &&
    grant.revokedAt === null &&
    grant.validFrom <= now &&
    (grant.validUntil === null || grant.validUntil > now)
  );
}

/** A row may be read when the role reads all that it needs and one live grant gives all of it. */
export function mayRead(
  reader: ReaderFacts,
  patientId: string,
  grants: readonly GrantFact[],
  needs: readonly Scope[],
): Decision {
  if (reader.merged) return deny('merged');
  if (reader.restricted) return deny('patient-restricted');
  const live = grants.filter(
    (grant) => grant.patientId === patientId && reader.grantees.includes(grant.granteeId) && isLive(grant, reader.now),
  );
  if (live.length === 0) return deny('no-live-grant');
  if (!needs.every((scope) => ROLE_SCOPES[reader.role].includes(scope))) return deny('role-does-not-read-this');
  if (!live.some((grant) => needs.every((scope) => grant.scopes.includes(scope)))) return deny('grant-lacks-scope');
  return { allow: true };
}
