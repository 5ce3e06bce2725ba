import { graphql, type ResultOf } from '#portal/graphql.ts';
import { seriesFields } from '#portal/results/series.query.ts';

export const resultPageSize = 50;

/** Trends are asked for once; a change of filter or the next page asks for rows only. */
export const resultsQuery = graphql(
  `
    query Results($id: ID!, $first: Int!, $after: String, $family: String, $since: Date, $trends: Boolean!) {
      patient(id: $id) {
        id
        resultFamilies @include(if: $trends) {
          ...SeriesFields
        }
        results(first: $first, after: $after, family: $family, since: $since) {
          state
          asOf
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              name
              family
              value
              text
              unit
              flag
              referenceLow
              referenceHigh
              at
              status
              institution
            }
          }
        }
      }
    }
  `,
  [seriesFields],
);

type Answer = ResultOf<typeof resultsQuery>['patient'];
export type ResultsPage = Answer['results'];
export type ResultRow = ResultsPage['edges'][number]['node'];
