import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ThreadIntent, ThreadState } from './enums.types.ts';

/** A conversation about one patient. Written by functions of the database only, as all of messaging. */
export const Thread = defineEntity({
  name: 'Thread',
  tableName: 'thread',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    patientId: p.uuid(),
    subject: p.text(),
    intent: p.text().$type<ThreadIntent>(),
    state: p.text().$type<ThreadState>().default('open'),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    createdById: p.uuid(),
    lastMessageAt: p.datetime().columnType('timestamptz'),
    closedAt: p.datetime().columnType('timestamptz').nullable(),
    closedById: p.uuid().nullable(),
    words: p.string().columnType('tsvector').generated(`to_tsvector('english', subject) stored`),
  },
});
