import { graphql, type ResultOf } from '#portal/graphql.ts';
import { rowSourceFields, sourceFields } from '#portal/patient/source.query.ts';

export const documentsFields = graphql(
  `
    fragment DocumentsFields on DocumentList {
      state
      asOf
      sources {
        ...SourceFields
      }
      items {
        id
        title
        type
        at
        author
        contentType
        sizeBytes
        source {
          ...RowSourceFields
        }
      }
    }
  `,
  [sourceFields, rowSourceFields],
);

export type Documents = ResultOf<typeof documentsFields>;
export type DocumentItem = Documents['items'][number];
