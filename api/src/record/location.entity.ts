import { defineEntity, p } from '@mikro-orm/postgresql';
import { directoryColumns } from './source-columns.ts';

export const Location = defineEntity({
  name: 'Location',
  tableName: 'location',
  properties: {
    ...directoryColumns,
    name: p.text(),
    telephone: p.text().nullable(),
    address: p.text().nullable(),
  },
});
