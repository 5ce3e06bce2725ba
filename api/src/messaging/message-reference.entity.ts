import { defineEntity, p } from '@mikro-orm/postgresql';
import type { RecordKind } from './enums.types.ts';

/** A row of the record that a message quotes, by its id alone: what it tells is read live. */
export const MessageReference = defineEntity({
  name: 'MessageReference',
  tableName: 'message_reference',
  properties: {
    messageId: p.uuid().primary(),
    position: p.integer().primary(),
    patientId: p.uuid(),
    kind: p.text().$type<RecordKind>(),
    recordId: p.uuid(),
  },
});
