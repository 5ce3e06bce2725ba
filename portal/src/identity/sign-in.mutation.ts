import { graphql } from '#portal/graphql.ts';
import { viewerFields } from '#portal/identity/viewer.query.ts';

export const signInMutation = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on SignedIn {
          viewer {
            ...ViewerFields
          }
        }
        ... on SignInRefused {
          reason
          message
          retryAfterSeconds
        }
      }
    }
  `,
  [viewerFields],
);

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);
