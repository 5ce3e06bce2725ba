import { graphql } from '#portal/graphql.ts';

export const markVisitedMutation = graphql(`
  mutation MarkVisited($patientId: ID) {
    markVisited(patientId: $patientId)
  }
`);
