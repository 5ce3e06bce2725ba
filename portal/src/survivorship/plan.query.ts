import { graphql, type ResultOf } from '#portal/graphql.ts';
import { rowSourceFields } from '#portal/patient/source.query.ts';

export const lineFields = graphql(
  `
    fragment LineFields on CarePlanLine {
      id
      key
      kind
      title
      owner
      ownerName
      interval
      window {
        opens
        closes
      }
      nextDue
      lastDone {
        on
        text
        institution
        source {
          ...RowSourceFields
        }
      }
      neverRecorded
      state
      reason
      unconfirmed
      corrected
      why
      target
      advice
      ruleSource {
        title
        year
        confidence
      }
      asksForResponse
      response
      responseWords
      respondedBy {
        name
      }
      respondedAt
      task {
        id
        status
      }
    }
  `,
  [rowSourceFields],
);

const factFields = graphql(
  `
    fragment FactFields on SummaryFact {
      id
      text
      on
      source {
        ...RowSourceFields
      }
      filledInBy
    }
  `,
  [rowSourceFields],
);

const systemicFields = graphql(
  `
    fragment SystemicFields on SummarySystemic {
      id
      text
      on
      cumulativeDose {
        doxorubicinEquivalent
      }
      endedOn
      source {
        ...RowSourceFields
      }
      filledInBy
    }
  `,
  [rowSourceFields],
);

/** The whole plan of one patient in one request: page one, builder, timeline and the patient's copy read the same. */
export const planQuery = graphql(
  `
    query CarePlan($patientId: ID!) {
      carePlan(patientId: $patientId) {
        id
        patient {
          id
        }
        version
        revision
        state
        ruleSetVersion
        rulesChanged
        createdAt
        signedAt
        signedBy {
          name
        }
        hash
        sentAt
        sentTo {
          name
        }
        receivedAt
        suspendedBecause
        closedBecause
        closedAt
        closedBy {
          name
        }
        notKnown
        mayEdit
        maySign
        mayRespond
        faults {
          text
        }
        facts {
          intent
          endOfTreatment
          filledIn {
            key
            what
            text
            by
            at
          }
          diagnoses {
            id
            text
            on
            patientWords {
              en
              es
              terms
            }
            biomarkers {
              ...FactFields
            }
            source {
              ...RowSourceFields
            }
            filledInBy
          }
          surgery {
            ...FactFields
            patientWords {
              en
              es
              terms
            }
          }
          systemic {
            ...SystemicFields
            patientWords {
              en
              es
              terms
            }
          }
          radiation {
            id
            text
            on
            patientWords {
              en
              es
              terms
            }
            source {
              ...RowSourceFields
            }
            filledInBy
          }
          transplants {
            ...FactFields
            patientWords {
              en
              es
              terms
            }
          }
          ongoing {
            id
            text
            on
            patientWords {
              en
              es
              terms
            }
            plannedEnd
            source {
              ...RowSourceFields
            }
            filledInBy
          }
          toxicities {
            ...FactFields
          }
          genetics {
            ...FactFields
          }
          comorbidities {
            ...FactFields
          }
          contacts {
            id
            text
            on
            source {
              ...RowSourceFields
            }
            filledInBy
          }
        }
        missing {
          key
          what
          why
          mayFill
        }
        lines {
          ...LineFields
        }
        payments {
          service
          codes
          evidence
          conflicts
          source {
            title
            year
            confidence
          }
        }
        handshake {
          accepted
          declined
          asked
          open
        }
        versions {
          version
          state
          ruleSetVersion
          createdAt
          signedAt
          signedBy {
            name
          }
          hash
        }
      }
    }
  `,
  [rowSourceFields, lineFields, factFields, systemicFields],
);

export const planDiffQuery = graphql(`
  query CarePlanDiff($patientId: ID!, $from: Int!, $to: Int!) {
    carePlanDiff(patientId: $patientId, from: $from, to: $to) {
      key
      title
      kind
      field
      before
      after
    }
  }
`);

export type Plan = NonNullable<ResultOf<typeof planQuery>['carePlan']>;
export type PlanLine = ResultOf<typeof lineFields>;
export type PlanFact = ResultOf<typeof factFields>;
export type Owner = PlanLine['owner'];
export type LineState = PlanLine['state'];
export type PlanState = Plan['state'];
export type RuleSource = PlanLine['ruleSource'];
export type PaymentCandidate = Plan['payments'][number];
