import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Appointment = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    ...compartmentColumns,
    description: p.text(),
    serviceType: p.text().nullable(),
    status: p.text().nullable(),
    startsAt: p.datetime().columnType('timestamptz').nullable(),
    endsAt: p.datetime().columnType('timestamptz').nullable(),
    practitionerName: p.text().nullable(),
    locationName: p.text().nullable(),
  },
});
