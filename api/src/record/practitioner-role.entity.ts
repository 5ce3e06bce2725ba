import { defineEntity, p } from '@mikro-orm/postgresql';
import { directoryColumns } from './source-columns.ts';

export const PractitionerRole = defineEntity({
  name: 'PractitionerRole',
  tableName: 'practitioner_role',
  properties: {
    ...directoryColumns,
    practitionerId: p.uuid().nullable(),
    healthcareOrganizationId: p.uuid().nullable(),
    display: p.text().nullable(),
    specialty: p.text().nullable(),
    telephone: p.text().nullable(),
    aroundTheClock: p.boolean().default(false),
  },
});
