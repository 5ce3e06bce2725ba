import { graphql, type ResultOf } from '#portal/graphql.ts';
import { rowSourceFields, sourceFields } from '#portal/patient/source.query.ts';

export const clinicalFields = graphql(
  `
    fragment ClinicalFields on Patient {
      problems {
        state
        asOf
        sources {
          ...SourceFields
        }
        items {
          id
          name
          status
          onsetOn
          onsetPrecision
          resolvedOn
          source {
            ...RowSourceFields
          }
        }
      }
      medications {
        state
        asOf
        sources {
          ...SourceFields
        }
        items {
          id
          name
          status
          dose
          reason
          startedOn
          endedOn
          category
          source {
            ...RowSourceFields
          }
        }
      }
      allergies {
        state
        asOf
        sources {
          ...SourceFields
        }
        items {
          id
          name
          status
          criticality
          reaction
          source {
            ...RowSourceFields
          }
        }
      }
      immunizations {
        state
        asOf
        sources {
          ...SourceFields
        }
        items {
          id
          name
          status
          givenOn
          givenPrecision
          source {
            ...RowSourceFields
          }
        }
      }
    }
  `,
  [sourceFields, rowSourceFields],
);

export type Clinical = ResultOf<typeof clinicalFields>;
export type Problem = Clinical['problems']['items'][number];
export type Medication = Clinical['medications']['items'][number];
export type Allergy = Clinical['allergies']['items'][number];
export type Immunization = Clinical['immunizations']['items'][number];
