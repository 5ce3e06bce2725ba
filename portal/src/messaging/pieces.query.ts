import { graphql } from '#portal/graphql.ts';

/** What of the record can be quoted; the parts that the reader's role does not open are left out. */
export const piecesQuery = graphql(`
  query Pieces($id: ID!, $oncology: Boolean!, $results: Boolean!, $documents: Boolean!, $plan: Boolean!) {
    carePlan(patientId: $id) @include(if: $plan) {
      id
      sentAt
      lines {
        id
        title
        ownerName
        nextDue
      }
    }
    patient(id: $id) {
      id
      results(first: 50) @include(if: $results) {
        edges {
          node {
            id
            name
            text
            at
          }
        }
      }
      oncology @include(if: $oncology) {
        diagnoses {
          id
          site
          diagnosedOn
          code {
            display
          }
        }
        treatments {
          id
          name
          startedOn
          status
        }
      }
      documents @include(if: $documents) {
        items {
          id
          title
          at
          author
        }
      }
    }
  }
`);
