import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const CarePlanActivity = defineEntity({
  name: 'CarePlanActivity',
  tableName: 'care_plan_activity',
  properties: {
    ...compartmentColumns,
    carePlanId: p.uuid(),
    description: p.text(),
    status: p.text().nullable(),
    dueOn: p.date().nullable(),
    performerName: p.text().nullable(),
  },
});
