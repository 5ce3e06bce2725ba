import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Procedure = defineEntity({
  name: 'Procedure',
  tableName: 'procedure',
  properties: {
    ...compartmentColumns,
    kind: p.text().$type<'surgery' | 'radiation' | 'transplant' | 'imaging' | 'other'>(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    treatmentIntent: p.text().nullable(),
    bodySite: p.text().nullable(),
    laterality: p.text().nullable(),
    startedOn: p.date().nullable(),
    startedPrecision: p.text().$type<'year' | 'month'>().nullable(),
    endedOn: p.date().nullable(),
    reasonId: p.uuid().nullable(),
    modality: p.text().nullable(),
    technique: p.text().nullable(),
    sessions: p.integer().nullable(),
    outcome: p.text().nullable(),
  },
});
