import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import {
  Coding,
  PageInfo,
  RecordedStateEnum,
  RowSource,
  Source,
  type RecordedState,
} from '#api/graphql/shared.types.ts';

export const TrendEnum = enumOf(
  'Trend',
  'Direction of the most recent numeric values of a series. It says nothing about good or bad.',
  {
    rising: 'The most recent values rise.',
    falling: 'The most recent values fall.',
    steady: 'The most recent values stay about the same.',
    unknown: 'Fewer than two numeric values that can be compared, or values that go up and down.',
  },
);
export type Trend = EnumValue<typeof TrendEnum>;

export const ResultFlagEnum = enumOf('ResultFlag', 'How the source, or its reference range, judges a value.', {
  low: 'Below the reference range.',
  normal: 'Within the reference range.',
  high: 'Above the reference range.',
  'critical-low': 'Below the critical limit that the source sets.',
  'critical-high': 'Above the critical limit that the source sets.',
  abnormal: 'Abnormal, without a direction.',
});
export type ResultFlag = EnumValue<typeof ResultFlagEnum>;

@ObjectType({ description: 'One value of a series.' })
export class ResultPoint {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the sample was taken or the assessment made.' })
  at!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Numeric value in the unit of the series. Null: the source gave text only.',
  })
  value!: number | null;

  @Field(() => String, { description: 'The value as it is read, such as "12.4" or "<0.1".' })
  text!: string;

  @Field(() => ResultFlagEnum, {
    nullable: true,
    description: 'Judgement on the value. Null: not recorded, which does not mean normal.',
  })
  flag!: ResultFlag | null;

  @Field(() => RowSource, { description: 'Where this value came from.' })
  source!: RowSource;
}

@ObjectType({
  description: 'Values of one test family over time, in one unit, from every institution that reported it.',
})
export class ResultSeries {
  @Field(() => String, {
    description: 'Key of the test family; equivalent codes share it. Pass as `family` to `results`.',
  })
  family!: string;

  @Field(() => String, { description: 'Name of the test.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of every value, as a UCUM code or as sent. Null: none, or not recorded.',
  })
  unit!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower reference limit with the latest value. Null: not recorded.',
  })
  referenceLow!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Upper reference limit with the latest value. Null: not recorded.',
  })
  referenceHigh!: number | null;

  @Field(() => [ResultPoint], { description: 'Values, oldest first.' })
  points!: ResultPoint[];

  @Field(() => ResultPoint, { nullable: true, description: 'The most recent value. Null: the series is empty.' })
  latest!: ResultPoint | null;

  @Field(() => TrendEnum, { description: 'Direction of the most recent values.' })
  trend!: Trend;
}

@ObjectType({ description: 'One laboratory, imaging or vital-sign result.' })
export class Result {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, {
    description: 'Name of the test, as readers know it: that of its family, or else as the source named it (`code`).',
  })
  name!: string;

  @Field(() => Coding, { description: 'Test as the source coded it.' })
  code!: Coding;

  @Field(() => String, { nullable: true, description: 'Key of its test family. Null: it belongs to none.' })
  family!: string | null;

  @Field(() => Float, { nullable: true, description: 'Numeric value in `unit`. Null: the source gave text only.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Unit, as a UCUM code or as sent. Null: none, or not recorded.' })
  unit!: string | null;

  @Field(() => String, { description: 'The value as it is read, with its comparator.' })
  text!: string;

  @Field(() => ResultFlagEnum, {
    nullable: true,
    description: 'Judgement on the value. Null: not recorded, which does not mean normal.',
  })
  flag!: ResultFlag | null;

  @Field(() => Float, { nullable: true, description: 'Lower reference limit in `unit`. Null: not recorded.' })
  referenceLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper reference limit in `unit`. Null: not recorded.' })
  referenceHigh!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the sample was taken or the study made. Null: not recorded.',
  })
  at!: string | null;

  @Field(() => String, {
    description:
      'FHIR status of the result, such as preliminary, final or corrected; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => String, { description: 'Institution that reported it; the sending system when no performer is named.' })
  institution!: string;

  @Field(() => RowSource, { description: 'Where this result came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'A result in its place in the list.' })
export class ResultEdge {
  @Field(() => String, { description: 'Pass as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Result, { description: 'The result.' })
  node!: Result;
}

@ObjectType({ description: 'Results, newest first, a page at a time.' })
export class ResultConnection {
  @Field(() => RecordedStateEnum, { description: 'What an empty list means.' })
  state!: RecordedState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the results came from.' })
  sources!: Source[];

  @Field(() => [ResultEdge], { description: 'Results of this page.' })
  edges!: ResultEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more, and how to ask for them.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Results that the reader may see with these filters, over all pages.' })
  totalCount!: number;
}
