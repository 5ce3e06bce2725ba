import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const PatientIdentifier = defineEntity({
  name: 'PatientIdentifier',
  tableName: 'patient_identifier',
  properties: {
    ...compartmentColumns,
    system: p.text().nullable(),
    value: p.text(),
    type: p.text().nullable(),
  },
});
