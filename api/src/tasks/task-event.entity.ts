import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role, Scope } from '#api/access/index.ts';
import type { TaskEventKind, TaskStatus } from './task.policy.ts';

/** One thing that happened to a task, who did it, and how the task was before. */
export const TaskEvent = defineEntity({
  name: 'TaskEvent',
  tableName: 'task_event',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    taskId: p.uuid(),
    patientId: p.uuid().nullable(),
    needs: p.array().$type<Scope[]>().defaultRaw(`'{tasks}'`),
    at: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    kind: p.text().$type<TaskEventKind>(),
    words: p.text().nullable(),
    version: p.integer(),
    status: p.text().$type<TaskStatus>(),
    sessionId: p.uuid(),
    personId: p.uuid(),
    organizationId: p.uuid(),
    onBehalfOfId: p.uuid().nullable(),
    fromStatus: p.text().$type<TaskStatus>(),
    fromReason: p.text().nullable(),
    fromQuestion: p.text().nullable(),
    fromOwnerPersonId: p.uuid().nullable(),
    fromOwnerOrganizationId: p.uuid(),
    fromOwnerRole: p.text().$type<Role>(),
  },
});
