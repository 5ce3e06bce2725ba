import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const PatientContact = defineEntity({
  name: 'PatientContact',
  tableName: 'patient_contact',
  properties: {
    ...compartmentColumns,
    name: p.text(),
    relationship: p.text().nullable(),
    telephone: p.text().nullable(),
    isCarer: p.boolean().default(false),
  },
});
