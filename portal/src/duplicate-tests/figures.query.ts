import { graphql, type ResultOf } from '#portal/graphql.ts';

export const figuresQuery = graphql(`
  query DuplicateTestFigures($months: Int!) {
    duplicateTestFigures(months: $months) {
      months
      checks
      avoided
      families {
        key
        name
        checks
        avoided
        deferred
        ordered
        saved
      }
      money {
        currency
        source
        saved
        avoidedWithoutPrice
      }
    }
  }
`);

export type Figures = ResultOf<typeof figuresQuery>['duplicateTestFigures'];
