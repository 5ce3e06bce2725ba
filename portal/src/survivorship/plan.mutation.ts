import { graphql, type ResultOf } from '#portal/graphql.ts';

/** Answers name the plan only: whatever shows it asks for it again, whole and as the server has it. */
const answerFields = graphql(`
  fragment PlanAnswer on CarePlanAnswer {
    __typename
    ... on CarePlanChanged {
      plan {
        id
      }
      undoUntil
    }
    ... on CarePlanRefused {
      reason
      field
      detail
    }
  }
`);

export const draftMutation = graphql(
  `
    mutation DraftCarePlan($patientId: ID!) {
      answer: draftCarePlan(patientId: $patientId) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const updateLineMutation = graphql(
  `
    mutation UpdateCarePlanLine($input: UpdateCarePlanLineInput!) {
      answer: updateCarePlanLine(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const fillFactMutation = graphql(
  `
    mutation FillMissingFact($input: FillMissingFactInput!) {
      answer: fillMissingFact(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const signMutation = graphql(
  `
    mutation SignCarePlan($input: SignCarePlanInput!) {
      answer: signCarePlan(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const sendMutation = graphql(
  `
    mutation SendCarePlan($input: SendCarePlanInput!) {
      answer: sendCarePlan(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const receiveMutation = graphql(
  `
    mutation ReceiveCarePlan($patientId: ID!) {
      answer: receiveCarePlan(patientId: $patientId) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const respondMutation = graphql(
  `
    mutation RespondToCarePlanLine($input: RespondToCarePlanLineInput!) {
      answer: respondToCarePlanLine(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const undoResponseMutation = graphql(
  `
    mutation UndoCarePlanResponse($patientId: ID!, $lineIds: [ID!]!) {
      answer: undoCarePlanResponse(patientId: $patientId, lineIds: $lineIds) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export const closeMutation = graphql(
  `
    mutation CloseFollowUp($input: CloseFollowUpInput!) {
      answer: closeFollowUp(input: $input) {
        ...PlanAnswer
      }
    }
  `,
  [answerFields],
);

export type PlanAnswer = ResultOf<typeof answerFields>;
export type Refusal = Extract<PlanAnswer, { __typename: 'CarePlanRefused' }>;
