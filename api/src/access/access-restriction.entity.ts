import { defineEntity, p } from '@mikro-orm/postgresql';

/** A patient's word that a person or organisation must not read, whatever was granted. */
export const AccessRestriction = defineEntity({
  name: 'AccessRestriction',
  tableName: 'access_restriction',
  properties: {
    id: p.uuid().primary(),
    patientId: p.uuid(),
    granteeId: p.uuid(),
    reason: p.text(),
    restrictedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    liftedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
