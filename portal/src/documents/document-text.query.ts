import { graphql } from '#portal/graphql.ts';

/** Bodies are asked for when a reader opens one, never with the list. */
export const documentTextQuery = graphql(`
  query DocumentText($id: ID!) {
    patient(id: $id) {
      id
      documents {
        items {
          id
          text
        }
      }
    }
  }
`);
