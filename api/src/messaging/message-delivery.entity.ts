import { defineEntity, p } from '@mikro-orm/postgresql';

/** What became of a message with one recipient, step by step. */
export const MessageDelivery = defineEntity({
  name: 'MessageDelivery',
  tableName: 'message_delivery',
  properties: {
    messageId: p.uuid().primary(),
    recipientId: p.uuid().primary(),
    threadId: p.uuid(),
    patientId: p.uuid(),
    storedAt: p.datetime().columnType('timestamptz'),
    notifiedAt: p.datetime().columnType('timestamptz').nullable(),
    channel: p.text().nullable(),
    openedAt: p.datetime().columnType('timestamptz').nullable(),
    openedById: p.uuid().nullable(),
    answeredAt: p.datetime().columnType('timestamptz').nullable(),
    failedAt: p.datetime().columnType('timestamptz').nullable(),
    failure: p.text().nullable(),
    escalatedAt: p.datetime().columnType('timestamptz').nullable(),
    escalatedToId: p.uuid().nullable(),
  },
});
