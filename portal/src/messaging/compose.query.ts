import { graphql, type ResultOf, type VariablesOf } from '#portal/graphql.ts';
import { aboutFields, attachmentFields, personFields, referenceFields } from '#portal/messaging/messaging.query.ts';

export const recipientsQuery = graphql(
  `
    query Recipients($patientId: ID!, $search: String, $references: [RecordReferenceInput!]!) {
      recipients(patientId: $patientId, search: $search, references: $references) {
        person {
          ...PersonFields
        }
        lastSeenAt
        usualReplyHours
        mailTrouble
        mayRead
        hiddenReferences
        cover {
          person {
            ...PersonFields
          }
          until
        }
      }
    }
  `,
  [personFields],
);

export const draftFields = graphql(
  `
    fragment DraftFields on Draft {
      id
      threadId
      patientId
      version
      savedAt
      subject
      intent
      priority
      body
      recipientIds
      onBehalfOfId
      attachments {
        ...AttachmentFields
      }
      references {
        ...ReferenceFields
      }
      task {
        title
        ownerId
        dueOn
        fallbackTelephone
      }
    }
  `,
  [attachmentFields, referenceFields],
);

export const draftsQuery = graphql(
  `
    query Drafts {
      drafts {
        ...DraftFields
        patient {
          ...AboutFields
        }
      }
    }
  `,
  [draftFields, aboutFields],
);

/** Of what was saved only version and time: more would have every open thread asked for again. */
export const saveDraftMutation = graphql(
  `
    mutation SaveDraft($input: DraftInput!) {
      saveDraft(input: $input) {
        __typename
        ... on DraftSaved {
          draft {
            version
            savedAt
          }
        }
        ... on DraftStale {
          stored {
            ...DraftFields
          }
        }
        ... on DraftRefused {
          detail
        }
      }
    }
  `,
  [draftFields],
);

export const sendMutation = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on MessageSent {
        thread {
          id
        }
        message {
          id
          sentAt
          undoUntil
        }
      }
      ... on MessageRefused {
        reason
        field
        detail
        personIds
      }
    }
  }
`);

export const undoMutation = graphql(
  `
    mutation UndoSend($messageId: ID!) {
      undoSend(messageId: $messageId) {
        __typename
        ... on SendUndone {
          draft {
            ...DraftFields
          }
          thread {
            id
          }
        }
        ... on ThreadRefused {
          reason
          detail
        }
      }
    }
  `,
  [draftFields],
);

export type Recipient = ResultOf<typeof recipientsQuery>['recipients'][number];
export type Draft = ResultOf<typeof draftFields>;
export type SendInput = VariablesOf<typeof sendMutation>['input'];
export type DraftInput = VariablesOf<typeof saveDraftMutation>['input'];
export type SendAnswer = ResultOf<typeof sendMutation>['sendMessage'];
