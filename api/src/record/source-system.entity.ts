import { defineEntity, p } from '@mikro-orm/postgresql';

/** A feed: its URI, a name for people, and whose own record it is. */
export const SourceSystem = defineEntity({
  name: 'SourceSystem',
  tableName: 'source_system',
  properties: {
    system: p.text().primary(),
    name: p.text(),
    custodianId: p.uuid().nullable(),
    firstReceivedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    lastReceivedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
