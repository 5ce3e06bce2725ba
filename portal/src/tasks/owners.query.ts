import { graphql, type ResultOf } from '#portal/graphql.ts';

/** Who may be asked about a patient, with what the asker wants to know of them beforehand. */
export const taskOwnersQuery = graphql(`
  query TaskOwners($patientId: ID!) {
    recipients(patientId: $patientId) {
      person {
        id
        name
        role
        organization {
          id
          name
        }
      }
      lastSeenAt
      mailTrouble
      cover {
        from
        until
        person {
          name
        }
      }
    }
  }
`);

export type OwnerTold = ResultOf<typeof taskOwnersQuery>['recipients'][number];
