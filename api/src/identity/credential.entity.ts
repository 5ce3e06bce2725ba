import { defineEntity, p } from '@mikro-orm/postgresql';

/** A password, as its argon2id hash. Only `app.credentials()` reads it back. */
export const Credential = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  properties: {
    personId: p.uuid().primary(),
    passwordHash: p.text(),
    changedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
