import { graphql, type ResultOf } from '#portal/graphql.ts';

/** Rows of one page of the list, and the most that the server gives when the whole list is sorted here. */
export const pageSize = 50;
export const sortableSize = 200;

export const patientsQuery = graphql(`
  query Patients($first: Int!, $after: String, $search: String, $oncology: Boolean!) {
    patients(first: $first, after: $after, search: $search) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          birthDate
          age
          mrn
          deceased
          deceasedAt
          headline @include(if: $oncology) {
            diagnosis
            phase
            lastChangeAt
            changesSincePreviousSignIn
          }
        }
      }
    }
  }
`);

export type PatientsPage = ResultOf<typeof patientsQuery>['patients'];
export type PatientRow = PatientsPage['edges'][number]['node'];
