import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Scope } from '#api/access/index.ts';
import type { PlanState } from './plan.ts';

/** One version of a patient's follow-up plan. */
export const FollowUpPlan = defineEntity({
  name: 'FollowUpPlan',
  tableName: 'follow_up_plan',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    patientId: p.uuid(),
    needs: p.array().$type<Scope[]>().defaultRaw(`'{care-plan}'`),
    version: p.integer(),
    state: p.text().$type<PlanState>().default('draft'),
    revision: p.integer().default(1),
    ruleSetVersion: p.text(),
    zone: p.text(),
    decisions: p.json<unknown>().defaultRaw(`'[]'`),
    filled: p.json<unknown>().defaultRaw(`'[]'`),
    content: p.text().nullable(),
    hash: p.text().nullable(),
    draftedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    draftedBy: p.uuid(),
    signedAt: p.datetime().columnType('timestamptz').nullable(),
    signedBy: p.uuid().nullable(),
    sentAt: p.datetime().columnType('timestamptz').nullable(),
    sentBy: p.uuid().nullable(),
    recipientId: p.uuid().nullable(),
    receivedAt: p.datetime().columnType('timestamptz').nullable(),
    agreedAt: p.datetime().columnType('timestamptz').nullable(),
    closedAt: p.datetime().columnType('timestamptz').nullable(),
    closedBy: p.uuid().nullable(),
    closeReason: p.text().nullable(),
  },
});
