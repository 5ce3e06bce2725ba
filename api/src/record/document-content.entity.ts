import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const DocumentContent = defineEntity({
  name: 'DocumentContent',
  tableName: 'document_content',
  properties: {
    ...compartmentColumns,
    contentType: p.text(),
    body: p.blob(),
  },
});
