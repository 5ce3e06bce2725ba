import { defineEntity, p } from '@mikro-orm/postgresql';

/** Somebody stands in for somebody: a delegate for their clinician, a clinician covering for a colleague. */
export const Delegation = defineEntity({
  name: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.uuid().primary(),
    principalId: p.uuid(),
    delegateId: p.uuid(),
    kind: p.text().$type<'delegate' | 'cover'>(),
    validFrom: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    validUntil: p.datetime().columnType('timestamptz').nullable(),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
