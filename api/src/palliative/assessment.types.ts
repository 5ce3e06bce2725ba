import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { RowSource } from '#api/graphql/shared.types.ts';
import { ResultPoint, TrendEnum, type Trend } from '#api/results/index.ts';

export const RagStatusEnum = enumOf(
  'RagStatus',
  'Stage by colour, as a palliative register sorts its patients. The meanings are a default that the cancer centre sets.',
  {
    blue: 'Prognosis of years, by default.',
    green: 'Prognosis of months, by default.',
    amber: 'Prognosis of weeks, by default.',
    red: 'Prognosis of days, by default.',
  },
);
export type RagStatus = EnumValue<typeof RagStatusEnum>;

export const SeverityEnum = enumOf(
  'Severity',
  "How bad a symptom is, by the instrument's cut-offs; they are a default that the cancer centre sets.",
  {
    none: 'Assessed, and not present.',
    mild: 'Present, below the cut-off for moderate.',
    moderate: 'At or above the cut-off for moderate.',
    severe: 'At or above the cut-off for severe.',
  },
);
export type Severity = EnumValue<typeof SeverityEnum>;

@ObjectType({
  description: 'Answer of the team to the surprise question: a prompt to review care, never a prediction.',
})
export class SurpriseReview {
  @Field(() => Boolean, {
    description: 'Whether the team would be surprised if the patient died within the period asked about.',
  })
  wouldBeSurprised!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this review came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Stage by colour with what it stands for.' })
export class PalliativeStage {
  @Field(() => RagStatusEnum, { description: 'Colour.' })
  rag!: RagStatus;

  @Field(() => String, { description: 'What the colour stands for here, such as "prognosis of weeks".' })
  meaning!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was set. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this stage came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'One item of a symptom instrument over time. A higher score is worse.' })
export class SymptomSeries {
  @Field(() => String, { description: 'Instrument, such as ESAS.' })
  instrument!: string;

  @Field(() => String, { description: 'Key of the item, such as pain.' })
  item!: string;

  @Field(() => String, { description: 'Short name of the item.' })
  name!: string;

  @Field(() => Int, { description: 'Worst possible score: 10 for ESAS, 4 for IPOS. The best is 0.' })
  max!: number;

  @Field(() => SeverityEnum, {
    nullable: true,
    description: 'How bad the latest score is. Null: no score, or no cut-offs.',
  })
  severity!: Severity | null;

  @Field(() => [ResultPoint], { description: 'Scores, oldest first.' })
  points!: ResultPoint[];

  @Field(() => ResultPoint, { nullable: true, description: 'The most recent score. Null: the series is empty.' })
  latest!: ResultPoint | null;

  @Field(() => TrendEnum, { description: 'Direction of the most recent scores; rising is worse.' })
  trend!: Trend;
}
