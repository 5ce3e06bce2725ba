import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const ImagingStudy = defineEntity({
  name: 'ImagingStudy',
  tableName: 'imaging_study',
  properties: {
    ...compartmentColumns,
    modality: p.text().nullable(),
    bodySite: p.text().nullable(),
    description: p.text().nullable(),
    status: p.text().nullable(),
    startedAt: p.datetime().columnType('timestamptz').nullable(),
    seriesCount: p.integer().nullable(),
    instanceCount: p.integer().nullable(),
  },
});
