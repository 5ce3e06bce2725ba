import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Consent = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    ...compartmentColumns,
    kind: p.text().$type<'code-status' | 'advance-directive' | 'privacy' | 'other'>(),
    display: p.text(),
    status: p.text().nullable(),
    provision: p.text().nullable(),
    decidedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
