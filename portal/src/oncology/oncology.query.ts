import { graphql, type ResultOf } from '#portal/graphql.ts';
import { rowSourceFields, sourceFields } from '#portal/patient/source.query.ts';
import { seriesFields } from '#portal/results/series.query.ts';

export const oncologyFields = graphql(
  `
    fragment OncologyFields on OncologySummary {
      asOf
      state
      sources {
        ...SourceFields
      }
      phase
      phaseReason
      diagnoses {
        id
        site
        code {
          display
          code
        }
        histology
        laterality
        secondary
        diagnosedOn
        diagnosedPrecision
        status
        stage {
          group
          t
          n
          m
          system
          kind
          asOf
        }
        biomarkers {
          id
          name
          value
          asOf
        }
        source {
          ...RowSourceFields
        }
      }
      treatments {
        id
        kind
        name
        intent
        startedOn
        startedPrecision
        endedOn
        status
        site
        terminationReason
        doses {
          name
          amount
          unit
          count
          fractions
        }
        source {
          ...RowSourceFields
        }
      }
      tumorMarkers {
        ...SeriesFields
      }
      performanceStatus {
        instrument
        value
        text
        asOf
      }
      diseaseStatus {
        text
        asOf
      }
      redFlags {
        id
        text
        category
        since
      }
      contacts {
        name
        role
        organization
        telephone
        aroundTheClock
      }
      nextSteps {
        id
        text
        owner
        due
        at
        kind
        status
      }
    }
  `,
  [sourceFields, rowSourceFields, seriesFields],
);

export type Oncology = ResultOf<typeof oncologyFields>;
export type Diagnosis = Oncology['diagnoses'][number];
export type Treatment = Oncology['treatments'][number];
export type TreatmentKind = Treatment['kind'];
export type Contact = Oncology['contacts'][number];
export type Phase = Oncology['phase'];
