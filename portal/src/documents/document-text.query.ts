import { graphql } from '#portal/graphql.ts';

/** A text is asked for when a reader opens it, never with the list and never with others. */
export const documentTextQuery = graphql(`
  query DocumentText($id: ID!, $document: ID!) {
    patient(id: $id) {
      id
      documents(id: $document) {
        items {
          id
          text
        }
      }
    }
  }
`);
