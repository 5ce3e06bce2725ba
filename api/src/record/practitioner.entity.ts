import { defineEntity, p } from '@mikro-orm/postgresql';
import { directoryColumns } from './source-columns.ts';

export const Practitioner = defineEntity({
  name: 'Practitioner',
  tableName: 'practitioner',
  properties: {
    ...directoryColumns,
    familyName: p.text().nullable(),
    givenName: p.text().nullable(),
    npi: p.text().nullable(),
    specialty: p.text().nullable(),
    telephone: p.text().nullable(),
  },
});
