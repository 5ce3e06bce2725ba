import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role, Scope } from '#api/access/index.ts';
import type { TaskPriority, TaskSourceKind, TaskStatus } from './task.policy.ts';

/** Who asked whom for what, by when: FHIR Task. Without a person as owner it is of whoever has the role there. */
export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    patientId: p.uuid().nullable(),
    needs: p.array().$type<Scope[]>().defaultRaw(`'{tasks}'`),
    title: p.text(),
    detail: p.text().nullable(),
    priority: p.text().$type<TaskPriority>().default('routine'),
    status: p.text().$type<TaskStatus>().default('requested'),
    reason: p.text().nullable(),
    question: p.text().nullable(),
    ownerPersonId: p.uuid().nullable(),
    ownerOrganizationId: p.uuid(),
    ownerRole: p.text().$type<Role>(),
    requesterId: p.uuid().nullable(),
    dueOn: p.date(),
    sourceKind: p.text().$type<TaskSourceKind>(),
    sourceId: p.uuid().nullable(),
    idempotencyKey: p.uuid().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    createdBy: p.uuid().nullable(),
    updatedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    updatedBy: p.uuid().nullable(),
  },
});
