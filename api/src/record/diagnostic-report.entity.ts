import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const DiagnosticReport = defineEntity({
  name: 'DiagnosticReport',
  tableName: 'diagnostic_report',
  properties: {
    ...compartmentColumns,
    category: p.text().nullable(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    effectiveAt: p.datetime().columnType('timestamptz').nullable(),
    issuedAt: p.datetime().columnType('timestamptz').nullable(),
    conclusion: p.text().nullable(),
    performerName: p.text().nullable(),
    /** A panel without a value of its own that names its results: what they do not tell did not come. */
    toldByParts: p.boolean().default(false),
  },
});
