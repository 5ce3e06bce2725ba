import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Scope } from '#api/access/index.ts';
import type { LineResponse } from './plan.ts';
import type { Owner } from './rule.ts';

/** A line of a signed plan, and what whoever is to do it answered. */
export const FollowUpLine = defineEntity({
  name: 'FollowUpLine',
  tableName: 'follow_up_line',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    lineId: p.uuid(),
    planId: p.uuid(),
    patientId: p.uuid(),
    needs: p.array().$type<Scope[]>().defaultRaw(`'{care-plan}'`),
    key: p.text(),
    title: p.text(),
    owner: p.text().$type<Owner>(),
    opensOn: p.date().nullable(),
    dueOn: p.date().nullable(),
    basis: p.json<unknown>(),
    asked: p.boolean(),
    response: p.text().$type<LineResponse>().default('none'),
    words: p.text().nullable(),
    respondedAt: p.datetime().columnType('timestamptz').nullable(),
    respondedBy: p.uuid().nullable(),
    responseBefore: p.text().$type<LineResponse>().nullable(),
    wordsBefore: p.text().nullable(),
    inForce: p.boolean().default(false),
  },
});
