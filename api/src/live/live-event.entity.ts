import { defineEntity, p } from '@mikro-orm/postgresql';

/** Word to one person's open pages that something changed: ids, and never a fact. Written by `app.announce` only. */
export const LiveEvent = defineEntity({
  name: 'LiveEvent',
  tableName: 'live_event',
  properties: {
    id: p.bigint().primary(),
    xid: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    personId: p.uuid(),
    kind: p.text(),
    subjectId: p.uuid(),
    at: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
