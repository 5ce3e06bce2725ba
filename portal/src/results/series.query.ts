import { graphql, type ResultOf } from '#portal/graphql.ts';

export const seriesFields = graphql(`
  fragment SeriesFields on ResultSeries {
    family
    name
    unit
    referenceLow
    referenceHigh
    trend
    points {
      id
      at
      value
      text
      flag
    }
    latest {
      id
      at
      value
      text
      flag
      source {
        name
      }
    }
  }
`);

export type Series = ResultOf<typeof seriesFields>;
export type SeriesPoint = Series['points'][number];
export type ResultFlag = NonNullable<SeriesPoint['flag']>;
