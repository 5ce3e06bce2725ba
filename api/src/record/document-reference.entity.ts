import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const DocumentReference = defineEntity({
  name: 'DocumentReference',
  tableName: 'document_reference',
  properties: {
    ...compartmentColumns,
    title: p.text(),
    typeCode: p.text().nullable(),
    typeDisplay: p.text().nullable(),
    status: p.text().nullable(),
    writtenAt: p.datetime().columnType('timestamptz').nullable(),
    author: p.text().nullable(),
    contentType: p.text().nullable(),
    sizeBytes: p.integer().nullable(),
    advanceDirective: p.boolean().default(false),
  },
});
