import { graphql, type ResultOf } from '#portal/graphql.ts';
import { aboutFields, attachmentFields, personFields, referenceFields } from '#portal/messaging/messaging.query.ts';

export const messagesAtOnce = 30;

export const deliveryFields = graphql(`
  fragment DeliveryFields on MessageDelivery {
    recipient {
      id
      name
    }
    state
    storedAt
    notifiedAt
    channel
    openedAt
    openedBy {
      id
      name
    }
    answeredAt
    failedAt
    failure
    escalatedTo {
      id
      name
    }
  }
`);

export const messageFields = graphql(
  `
    fragment MessageFields on Message {
      id
      sender {
        ...PersonFields
      }
      onBehalfOf {
        id
        name
      }
      mine
      body
      sentAt
      undoUntil
      undone
      requests {
        kind
        title
        dueOn
        fallbackTelephone
        owner {
          id
          name
        }
        task {
          id
          status
          overdue
          reason
        }
      }
      attachments {
        ...AttachmentFields
      }
      references {
        ...ReferenceFields
      }
      deliveries {
        ...DeliveryFields
      }
    }
  `,
  [personFields, attachmentFields, referenceFields, deliveryFields],
);

export const threadQuery = graphql(
  `
    query Thread($id: ID!, $first: Int!, $after: String) {
      thread(id: $id) {
        id
        subject
        intent
        priority
        state
        unreadCount
        mayReply
        patient {
          ...AboutFields
        }
        onBehalfOf {
          id
          name
        }
        participants {
          joinedAt
          lastReadAt
          mayRead
          person {
            ...PersonFields
          }
          addedBy {
            id
            name
          }
          cover {
            person {
              ...PersonFields
            }
            until
          }
        }
        messages(first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...MessageFields
            }
          }
        }
      }
    }
  `,
  [aboutFields, personFields, messageFields],
);

export type Thread = ResultOf<typeof threadQuery>['thread'];
export type Participant = Thread['participants'][number];
export type Message = ResultOf<typeof messageFields>;
export type Request = Message['requests'][number];
export type Delivery = ResultOf<typeof deliveryFields>;

const refusedFields = graphql(`
  fragment ThreadRefusedFields on ThreadRefused {
    reason
    detail
  }
`);

export const markReadMutation = graphql(`
  mutation MarkThreadRead($id: ID!, $until: DateTime!) {
    markThreadRead(id: $id, until: $until) {
      __typename
      ... on ThreadChanged {
        thread {
          id
          unreadCount
        }
      }
    }
  }
`);

export const addParticipantMutation = graphql(
  `
    mutation AddParticipant($threadId: ID!, $personId: ID!) {
      addParticipant(threadId: $threadId, personId: $personId) {
        __typename
        ... on ThreadChanged {
          thread {
            id
          }
        }
        ...ThreadRefusedFields
      }
    }
  `,
  [refusedFields],
);

export const closeThreadMutation = graphql(
  `
    mutation CloseThread($id: ID!) {
      closeThread(id: $id) {
        __typename
        ... on ThreadChanged {
          thread {
            id
            state
          }
        }
        ...ThreadRefusedFields
      }
    }
  `,
  [refusedFields],
);
