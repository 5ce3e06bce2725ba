import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DraftContent } from './thread-rows.ts';

/** A message that is not sent; one for each person and thread, or patient. */
export const Draft = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    personId: p.uuid(),
    patientId: p.uuid(),
    threadId: p.uuid().nullable(),
    version: p.integer().default(1),
    content: p.json().$type<DraftContent>(),
    savedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});
