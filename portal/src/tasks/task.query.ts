import { graphql, type ResultOf } from '#portal/graphql.ts';

export const taskFields = graphql(`
  fragment TaskFields on Task {
    id
    title
    detail
    status
    priority
    dueOn
    overdue
    question
    reason
    version
    mayRespond
    mayDirect
    createdAt
    patient {
      id
      name
    }
    owner {
      role
      person {
        id
        name
      }
      organization {
        id
        name
        kind
        telephone
      }
    }
    requester {
      id
      name
      organization {
        name
      }
    }
    history {
      kind
      at
      words
      by {
        name
      }
      onBehalfOf {
        name
      }
    }
  }
`);

export type Task = ResultOf<typeof taskFields>;
export type TaskStatus = Task['status'];

export const answerFields = graphql(
  `
    fragment AnswerFields on TaskAnswer {
      __typename
      ... on TaskChanged {
        undoUntil
        task {
          ...TaskFields
        }
      }
      ... on TaskRefused {
        reason
        detail
      }
    }
  `,
  [taskFields],
);

export type TaskAnswer = ResultOf<typeof answerFields>;
export type TaskRefusal = Extract<TaskAnswer, { __typename: 'TaskRefused' }>['reason'];

export const acceptTask = graphql(
  `
    mutation AcceptTask($id: ID!, $version: Int) {
      answer: acceptTask(id: $id, version: $version) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const startTask = graphql(
  `
    mutation StartTask($id: ID!, $version: Int) {
      answer: startTask(id: $id, version: $version) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const completeTask = graphql(
  `
    mutation CompleteTask($id: ID!, $version: Int, $words: String) {
      answer: completeTask(id: $id, version: $version, note: $words) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const declineTask = graphql(
  `
    mutation DeclineTask($id: ID!, $version: Int, $words: String!) {
      answer: declineTask(id: $id, version: $version, reason: $words) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const askAboutTask = graphql(
  `
    mutation AskAboutTask($id: ID!, $version: Int, $words: String!) {
      answer: askAboutTask(id: $id, version: $version, question: $words) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const answerQuestion = graphql(
  `
    mutation AnswerTaskQuestion($id: ID!, $version: Int, $words: String!) {
      answer: answerTaskQuestion(id: $id, version: $version, answer: $words) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const cancelTask = graphql(
  `
    mutation CancelTask($id: ID!, $version: Int, $words: String!) {
      answer: cancelTask(id: $id, version: $version, reason: $words) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const reassignTask = graphql(
  `
    mutation ReassignTask($id: ID!, $version: Int, $ownerId: ID, $ownerOrganizationId: ID, $ownerRole: Role) {
      answer: reassignTask(
        id: $id
        version: $version
        ownerId: $ownerId
        ownerOrganizationId: $ownerOrganizationId
        ownerRole: $ownerRole
      ) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const requestTask = graphql(
  `
    mutation RequestTask($input: RequestTaskInput!) {
      answer: requestTask(input: $input) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const undoAnswer = graphql(
  `
    mutation UndoTaskAnswer($id: ID!) {
      answer: undoTaskAnswer(id: $id) {
        ...AnswerFields
      }
    }
  `,
  [answerFields],
);

export const patientTasksQuery = graphql(
  `
    query PatientTasks($id: ID!) {
      patient(id: $id) {
        id
        tasks {
          ...TaskFields
        }
      }
    }
  `,
  [taskFields],
);
