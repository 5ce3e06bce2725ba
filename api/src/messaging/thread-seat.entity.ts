import { defineEntity, p } from '@mikro-orm/postgresql';

/** A person's place in a thread, and the wall: what of a thread is seen is seen through a seat. */
export const ThreadSeat = defineEntity({
  name: 'ThreadSeat',
  tableName: 'thread_seat',
  properties: {
    threadId: p.uuid().primary(),
    personId: p.uuid().primary(),
    patientId: p.uuid(),
    visibleFrom: p.datetime().columnType('timestamptz'),
    lastMessageAt: p.datetime().columnType('timestamptz'),
    lastIncomingAt: p.datetime().columnType('timestamptz').defaultRaw(`'-infinity'`),
    readUntil: p.datetime().columnType('timestamptz').defaultRaw(`'-infinity'`),
  },
});
