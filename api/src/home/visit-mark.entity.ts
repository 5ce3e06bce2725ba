import { defineEntity, p } from '@mikro-orm/postgresql';

/** When a person last looked at a patient, or at Portage as a whole. Written by `app.mark_visit` only. */
export const VisitMark = defineEntity({
  name: 'VisitMark',
  tableName: 'visit_mark',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    personId: p.uuid(),
    patientId: p.uuid().nullable(),
    sessionId: p.uuid(),
    visitedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    since: p.datetime().columnType('timestamptz').nullable(),
  },
});
