import { graphql, type ResultOf } from '#portal/graphql.ts';

export const viewerFields = graphql(`
  fragment ViewerFields on Viewer {
    id
    name
    email
    role
    scopes
    previousSignInAt
    sessionExpiresAt
    unreadCount
    organization {
      id
      name
      kind
      telephone
      telephone24x7
      timeZone
    }
  }
`);

export const viewerQuery = graphql(
  `
    query Viewer {
      viewer {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export type Viewer = ResultOf<typeof viewerFields>;
export type Scope = Viewer['scopes'][number];
export type Role = Viewer['role'];
