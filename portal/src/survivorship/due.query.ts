import { graphql, type ResultOf } from '#portal/graphql.ts';
import { rowSourceFields } from '#portal/patient/source.query.ts';

/** Rows of one page of the worklist. */
export const duePageSize = 50;

export const dueQuery = graphql(
  `
    query DueItems($filter: DueItemFilter, $first: Int!, $after: String) {
      dueItems(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            patient {
              id
              name
              birthDate
              mrn
            }
            title
            owner
            dueOn
            lastDone {
              on
              text
              institution
              source {
                ...RowSourceFields
              }
            }
            neverRecorded
            state
            response
            responseWords
            mayRespond
          }
        }
      }
    }
  `,
  [rowSourceFields],
);

export type DueResult = ResultOf<typeof dueQuery>['dueItems'];
export type DueRow = DueResult['edges'][number]['node'];
