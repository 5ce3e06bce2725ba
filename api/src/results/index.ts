export {
  Result,
  ResultConnection,
  ResultEdge,
  ResultFlagEnum,
  ResultPoint,
  ResultSeries,
  TrendEnum,
  type ResultFlag,
  type Trend,
} from './results.types.ts';
