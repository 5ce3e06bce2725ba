import { graphql } from '#portal/graphql.ts';

/** Who may be asked to share the follow-up of a patient. */
export const planRecipientsQuery = graphql(`
  query PlanRecipients($patientId: ID!) {
    recipients(patientId: $patientId) {
      person {
        id
        name
        role
        organization {
          name
        }
      }
      usualReplyHours
      mayRead
    }
  }
`);
