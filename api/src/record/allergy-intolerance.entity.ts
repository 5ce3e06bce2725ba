import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const AllergyIntolerance = defineEntity({
  name: 'AllergyIntolerance',
  tableName: 'allergy_intolerance',
  properties: {
    ...compartmentColumns,
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    clinicalStatus: p.text().nullable(),
    verificationStatus: p.text().nullable(),
    criticality: p.text().nullable(),
    reaction: p.text().nullable(),
    recordedOn: p.date().nullable(),
    statesNone: p.boolean().default(false),
  },
});
