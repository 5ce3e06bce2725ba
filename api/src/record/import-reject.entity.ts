import { defineEntity, p } from '@mikro-orm/postgresql';

/** A resource or file that was refused, with the reason. */
export const ImportReject = defineEntity({
  name: 'ImportReject',
  tableName: 'import_reject',
  properties: {
    id: p.uuid().primary(),
    file: p.text(),
    resourceType: p.text().nullable(),
    sourceId: p.text().nullable(),
    sourceSystem: p.text().nullable(),
    reason: p.text(),
    rejectedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
