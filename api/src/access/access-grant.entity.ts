import { defineEntity, p } from '@mikro-orm/postgresql';
import type { GrantBasis, Scope } from './scopes.ts';

/** Who may read a patient's record, on what basis, in which scopes, from when until when. */
export const AccessGrant = defineEntity({
  name: 'AccessGrant',
  tableName: 'access_grant',
  properties: {
    id: p.uuid().primary(),
    patientId: p.uuid(),
    granteeId: p.uuid(),
    granteeKind: p.text().$type<'organization' | 'person'>(),
    basis: p.text().$type<GrantBasis>(),
    basisDetail: p.text().nullable(),
    scopes: p.array().$type<Scope[]>(),
    status: p.text().$type<'requested' | 'active'>().default('active'),
    validFrom: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    validUntil: p.datetime().columnType('timestamptz').nullable(),
    grantedBy: p.uuid().nullable(),
    grantedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedBy: p.uuid().nullable(),
    revokedReason: p.text().nullable(),
  },
});
