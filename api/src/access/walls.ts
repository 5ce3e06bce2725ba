import type { DenialReason, GrantFact } from './read.policy.ts';
import type { GrantBasis, Scope } from './scopes.ts';

/** A grant as a statement's JSON carries it. */
export interface GrantRow {
  patient_id: string;
  grantee_id: string;
  basis: GrantBasis;
  scopes: Scope[];
  status: 'requested' | 'active';
  valid_from: string;
  valid_until: string | null;
  revoked_at: string | null;
}

export const grantFactOf = (row: GrantRow): GrantFact => ({
  patientId: row.patient_id,
  granteeId: row.grantee_id,
  basis: row.basis,
  scopes: row.scopes,
  status: row.status,
  validFrom: new Date(row.valid_from),
  validUntil: row.valid_until === null ? null : new Date(row.valid_until),
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
});

/** Row-level security let a row through that the policy refuses: a defect, so the whole read fails. */
export class WallsDisagreeError extends Error {
  override readonly name = 'WallsDisagreeError';
  constructor(needs: readonly Scope[], reason: DenialReason | 'not-named') {
    super(`the database admitted a row that needs ${needs.join(', ')}; the policy says ${reason}`);
  }
}
