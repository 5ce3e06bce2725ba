import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const CarePlan = defineEntity({
  name: 'CarePlan',
  tableName: 'care_plan',
  properties: {
    ...compartmentColumns,
    title: p.text(),
    category: p.text().$type<'treatment-plan' | 'palliative' | 'other'>(),
    status: p.text().nullable(),
    intent: p.text().nullable(),
    startedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
  },
});
