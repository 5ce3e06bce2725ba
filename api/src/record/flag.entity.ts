import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Flag = defineEntity({
  name: 'Flag',
  tableName: 'flag',
  properties: {
    ...compartmentColumns,
    display: p.text(),
    category: p.text().nullable(),
    status: p.text().nullable(),
    startedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
  },
});
