import { graphql, type ResultOf } from '#portal/graphql.ts';

export const familiesQuery = graphql(`
  query TestFamilies($search: String!) {
    testFamilies(search: $search, first: 8) {
      key
      name
      synonyms
    }
  }
`);

export const checkQuery = graphql(`
  query CheckTests($inputs: [DuplicateTestInput!]!) {
    checkDuplicateTests(inputs: $inputs) {
      verdict
      family {
        key
        name
      }
      reasons
      parts {
        name
        verdict
        reason
      }
      priors {
        id
        name
        at
        text
        flag
        status
        institution
      }
      planned {
        id
        kind
        name
        on
        by
      }
      nextDueOn
      interval {
        least
        source
        year
        confidence
        note
      }
      notKnown
      nearest {
        key
        name
      }
    }
  }
`);

export const decideMutation = graphql(`
  mutation RecordTestDecision($input: TestDecisionInput!) {
    recordTestDecision(input: $input) {
      id
      decision
      at
    }
  }
`);

export type Check = ResultOf<typeof checkQuery>['checkDuplicateTests'][number];
export type Verdict = Check['verdict'];
