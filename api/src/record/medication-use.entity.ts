import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const MedicationUse = defineEntity({
  name: 'MedicationUse',
  tableName: 'medication_use',
  properties: {
    ...compartmentColumns,
    category: p.text().$type<'cancer-systemic' | 'supportive' | 'anticipatory' | 'other'>(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    treatmentIntent: p.text().nullable(),
    startedOn: p.date().nullable(),
    startedPrecision: p.text().$type<'year' | 'month'>().nullable(),
    endedOn: p.date().nullable(),
    doseAmount: p.double().$type<number>().nullable(),
    doseUnit: p.text().nullable(),
    doseText: p.text().nullable(),
    route: p.text().nullable(),
    reason: p.text().nullable(),
    reasonId: p.uuid().nullable(),
    requestId: p.uuid().nullable(),
    carePlanId: p.uuid().nullable(),
    terminationReason: p.text().nullable(),
    statesNone: p.boolean().default(false),
  },
});
