import { graphql, type ResultOf } from '#portal/graphql.ts';
import { sourceFields } from '#portal/patient/source.query.ts';

export const palliativeFields = graphql(
  `
    fragment PalliativeFields on PalliativeSummary {
      asOf
      state
      sources {
        ...SourceFields
      }
      involved
      involvedSince
      team {
        id
        name
        role
        organization
        telephone
        aroundTheClock
      }
      contact24x7 {
        name
        role
        organization
        telephone
        aroundTheClock
      }
      careGoals {
        id
        text
        status
        since
      }
      codeStatus {
        text
        asOf
        source {
          name
        }
      }
      advanceDirectives {
        id
        kind
        status
        asOf
      }
      surpriseReview {
        wouldBeSurprised
        asOf
      }
      stage {
        rag
        meaning
        asOf
      }
      symptomScores {
        instrument
        item
        name
        max
        severity
        trend
        points {
          id
          at
          value
          text
        }
        latest {
          id
          at
          value
          text
        }
      }
      performanceStatus {
        instrument
        value
        text
        asOf
      }
      anticipatoryMedicines {
        id
        name
        status
        dose
        reason
        startedOn
      }
      carer {
        name
        relationship
        telephone
      }
      preferences {
        id
        text
        kind
        asOf
      }
    }
  `,
  [sourceFields],
);

export type Palliative = ResultOf<typeof palliativeFields>;
export type SymptomSeries = Palliative['symptomScores'][number];
