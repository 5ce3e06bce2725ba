import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Condition = defineEntity({
  name: 'Condition',
  tableName: 'condition',
  properties: {
    ...compartmentColumns,
    category: p.text().$type<'problem' | 'primary-cancer' | 'secondary-cancer'>(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    bodySite: p.text().nullable(),
    laterality: p.text().nullable(),
    histology: p.text().nullable(),
    clinicalStatus: p.text().nullable(),
    verificationStatus: p.text().nullable(),
    onsetOn: p.date().nullable(),
    onsetPrecision: p.text().$type<'year' | 'month'>().nullable(),
    abatedOn: p.date().nullable(),
    recordedOn: p.date().nullable(),
    stageText: p.text().nullable(),
    primaryConditionId: p.uuid().nullable(),
    statesNone: p.boolean().default(false),
  },
});
