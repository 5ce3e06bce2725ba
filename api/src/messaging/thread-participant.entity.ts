import { defineEntity, p } from '@mikro-orm/postgresql';

/** Who takes part in a thread, as everybody in it is told. */
export const ThreadParticipant = defineEntity({
  name: 'ThreadParticipant',
  tableName: 'thread_participant',
  properties: {
    threadId: p.uuid().primary(),
    personId: p.uuid().primary(),
    patientId: p.uuid(),
    joinedAt: p.datetime().columnType('timestamptz'),
    addedById: p.uuid(),
    lastReadAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
