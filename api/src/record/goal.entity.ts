import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Goal = defineEntity({
  name: 'Goal',
  tableName: 'goal',
  properties: {
    ...compartmentColumns,
    description: p.text(),
    status: p.text().nullable(),
    category: p.text().nullable(),
    startedOn: p.date().nullable(),
    dueOn: p.date().nullable(),
  },
});
