import { graphql, type ResultOf } from '#portal/graphql.ts';
import { aboutFields, personFields } from '#portal/messaging/messaging.query.ts';

export const pageSize = 50;

export const threadRowFields = graphql(
  `
    fragment ThreadRowFields on Thread {
      id
      subject
      intent
      priority
      state
      unreadCount
      lastMessageAt
      preview
      patient {
        ...AboutFields
      }
      lastSender {
        id
        name
      }
      onBehalfOf {
        id
        name
      }
      participants {
        person {
          ...PersonFields
        }
      }
    }
  `,
  [aboutFields, personFields],
);

export const threadsQuery = graphql(
  `
    query Threads($filter: ThreadFilter, $first: Int!, $after: String) {
      threads(filter: $filter, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ThreadRowFields
          }
        }
      }
    }
  `,
  [threadRowFields],
);

export type ThreadRow = ResultOf<typeof threadRowFields>;
export type ThreadsPage = ResultOf<typeof threadsQuery>['threads'];
export type Intent = ThreadRow['intent'];
export type Priority = ThreadRow['priority'];
