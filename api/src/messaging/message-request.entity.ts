import { defineEntity, p } from '@mikro-orm/postgresql';
import type { RequestKind } from './enums.types.ts';

/** What a message hands over or recommends; a task is made of it when the message can no longer be undone. */
export const MessageRequest = defineEntity({
  name: 'MessageRequest',
  tableName: 'message_request',
  properties: {
    messageId: p.uuid().primary(),
    kind: p.text().$type<RequestKind>().primary(),
    patientId: p.uuid(),
    title: p.text(),
    ownerId: p.uuid(),
    dueOn: p.date(),
    fallbackTelephone: p.text().nullable(),
  },
});
