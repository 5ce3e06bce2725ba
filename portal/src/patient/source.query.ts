import { graphql, type ResultOf } from '#portal/graphql.ts';

export const sourceFields = graphql(`
  fragment SourceFields on Source {
    system
    name
    asOf
    receivedAt
    rows
  }
`);

export const rowSourceFields = graphql(`
  fragment RowSourceFields on RowSource {
    name
    asOf
  }
`);

export type SourceFacts = ResultOf<typeof sourceFields>;
export type RowSourceFacts = ResultOf<typeof rowSourceFields>;
