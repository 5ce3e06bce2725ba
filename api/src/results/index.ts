export {
  ResultFlagEnum,
  ResultConnection,
  ResultPoint,
  ResultSeries,
  TrendEnum,
  type ResultFlag,
  type Trend,
} from './results.types.ts';
export { pointOf, resultConnection, seriesList, seriesOf, trendOf } from './results.view.ts';
