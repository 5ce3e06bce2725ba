import { graphql, type ResultOf } from '#portal/graphql.ts';

export const familiesQuery = graphql(`
  query TestFamilies($search: String!) {
    testFamilies(search: $search, first: 8) {
      key
      name
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
      priors {
        id
        name
        at
        precision
        text
        flag
        status
        institution
        link
      }
      trend {
        unit
        referenceLow
        referenceHigh
        leftOut
        points {
          id
          at
          value
          flag
        }
      }
      planned {
        id
        kind
        name
        opensOn
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

export const choosePatientsQuery = graphql(`
  query ChoosePatients($search: String!) {
    patients(first: 6, search: $search) {
      edges {
        node {
          id
          name
          birthDate
          age
          deceased
          mrn
        }
      }
    }
  }
`);

/** Whom a printed answer is about. */
export const identityQuery = graphql(`
  query CheckIdentity($id: ID!) {
    patient(id: $id) {
      id
      name
      birthDate
      mrn
    }
  }
`);

export type Families = ResultOf<typeof familiesQuery>;
export type Choices = ResultOf<typeof choosePatientsQuery>;
export type Choice = Choices['patients']['edges'][number]['node'];
export type Identity = ResultOf<typeof identityQuery>['patient'];
export type Check = ResultOf<typeof checkQuery>['checkDuplicateTests'][number];
export type Verdict = Check['verdict'];
export type Prior = Check['priors'][number];
