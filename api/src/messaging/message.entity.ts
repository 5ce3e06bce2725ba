import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Priority } from './enums.types.ts';

/** One message. What was taken back stays as a row that only its sender sees. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    threadId: p.uuid(),
    patientId: p.uuid(),
    senderId: p.uuid(),
    onBehalfOfId: p.uuid().nullable(),
    priority: p.text().$type<Priority>(),
    body: p.text(),
    sentAt: p.datetime().columnType('timestamptz'),
    undoUntil: p.datetime().columnType('timestamptz'),
    undoneAt: p.datetime().columnType('timestamptz').nullable(),
    words: p.string().columnType('tsvector').generated(`to_tsvector('english', body) stored`),
  },
});
