import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const RadiotherapyDose = defineEntity({
  name: 'RadiotherapyDose',
  tableName: 'radiotherapy_dose',
  properties: {
    ...compartmentColumns,
    procedureId: p.uuid(),
    volume: p.text(),
    doseCgy: p.double().$type<number>().nullable(),
    fractions: p.integer().nullable(),
  },
});
