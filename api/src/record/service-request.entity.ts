import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const ServiceRequest = defineEntity({
  name: 'ServiceRequest',
  tableName: 'service_request',
  properties: {
    ...compartmentColumns,
    kind: p.text().$type<'referral' | 'order' | 'do-not-resuscitate' | 'other'>(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    intent: p.text().nullable(),
    priority: p.text().nullable(),
    authoredAt: p.datetime().columnType('timestamptz').nullable(),
    occursOn: p.date().nullable(),
    requesterName: p.text().nullable(),
    performerName: p.text().nullable(),
    reason: p.text().nullable(),
    palliative: p.boolean().default(false),
  },
});
