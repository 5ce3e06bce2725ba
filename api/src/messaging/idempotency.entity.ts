import { defineEntity, p } from '@mikro-orm/postgresql';

/** A key under which a person has sent a message: it is sent once however often it is asked for. */
export const Idempotency = defineEntity({
  name: 'Idempotency',
  tableName: 'idempotency',
  properties: {
    personId: p.uuid().primary(),
    key: p.text().primary(),
    digest: p.blob(),
    messageId: p.uuid().nullable(),
    usedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
