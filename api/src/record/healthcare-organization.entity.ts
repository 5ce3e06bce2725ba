import { defineEntity, p } from '@mikro-orm/postgresql';
import { directoryColumns } from './source-columns.ts';

export const HealthcareOrganization = defineEntity({
  name: 'HealthcareOrganization',
  tableName: 'healthcare_organization',
  properties: {
    ...directoryColumns,
    name: p.text(),
    npi: p.text().nullable(),
    telephone: p.text().nullable(),
    address: p.text().nullable(),
  },
});
