import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Immunization = defineEntity({
  name: 'Immunization',
  tableName: 'immunization',
  properties: {
    ...compartmentColumns,
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    givenOn: p.date().nullable(),
    performerName: p.text().nullable(),
    givenPrecision: p.text().$type<'year' | 'month'>().nullable(),
  },
});
