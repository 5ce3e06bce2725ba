import { graphql } from '#portal/graphql.ts';

export const accessLogQuery = graphql(`
  query AccessLog($id: ID!, $first: Int!) {
    patient(id: $id) {
      id
      accessLog(first: $first) {
        at
        personName
        role
        organization
        action
        sections
      }
    }
  }
`);
