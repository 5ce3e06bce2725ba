import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Encounter = defineEntity({
  name: 'Encounter',
  tableName: 'encounter',
  properties: {
    ...compartmentColumns,
    class: p.text().nullable(),
    display: p.text().nullable(),
    status: p.text().nullable(),
    startedAt: p.datetime().columnType('timestamptz').nullable(),
    endedAt: p.datetime().columnType('timestamptz').nullable(),
    reason: p.text().nullable(),
    locationName: p.text().nullable(),
    practitionerName: p.text().nullable(),
    organizationName: p.text().nullable(),
    palliative: p.boolean().default(false),
  },
});
