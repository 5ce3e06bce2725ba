import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Contact } from '#api/care-team/index.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RecordedStateEnum, RowSource, Source, type RecordedState } from '#api/graphql/shared.types.ts';
import { ResultSeries } from '#api/results/index.ts';
import { Diagnosis } from './diagnosis.types.ts';
import { PhaseEnum, type Phase } from './phase.types.ts';
import { Treatment } from './treatment.types.ts';

@ObjectType({ description: 'How able the patient is, by one scale.' })
export class PerformanceStatus {
  @Field(() => String, { description: 'Scale, such as ECOG (0 best to 5 dead) or Karnofsky (100 best to 0 dead).' })
  instrument!: string;

  @Field(() => Float, { nullable: true, description: 'Score on that scale. Null: the source gave text only.' })
  value!: number | null;

  @Field(() => String, { description: 'Score as it is read, such as "ECOG 1".' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was assessed. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this assessment came from.' })
  source!: RowSource;
}

@ObjectType({ description: "The oncologist's judgement on how the cancer is doing." })
export class DiseaseStatus {
  @Field(() => String, { description: 'Judgement in words, such as stable or progressing.' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was judged. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this judgement came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'A warning about this patient that the source raised and that stands now.' })
export class RedFlag {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'The warning, and what to do where the source says so.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Kind of warning. Null: not recorded.' })
  category!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when it stands. Null: not recorded.' })
  since!: string | null;

  @Field(() => RowSource, { description: 'Where this warning came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'What is planned next: a visit, a test, a referral or a task.' })
export class NextStep {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who is responsible for it. Null: not recorded.' })
  owner!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it is due or booked, where it is done. Null: not recorded.',
  })
  due!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Time of an appointment. Null: no time is set.' })
  at!: string | null;

  @Field(() => String, { description: 'What kind of step it is, such as appointment, referral or care plan.' })
  kind!: string;

  @Field(() => String, { description: 'FHIR status, such as booked or active; "not recorded" when none was sent.' })
  status!: string;

  @Field(() => RowSource, { description: 'Where this step came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'The cancer and its treatment on one page, for a physician outside the cancer centre.' })
export class OncologySummary {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the summary came from.' })
  sources!: Source[];

  @Field(() => RecordedStateEnum, { description: 'Whether anything about a cancer is recorded.' })
  state!: RecordedState;

  @Field(() => PhaseEnum, { description: 'Where the patient is in the course of the cancer.' })
  phase!: Phase;

  @Field(() => String, { description: 'From what the phase was worked out, in a sentence.' })
  phaseReason!: string;

  @Field(() => [Diagnosis], { description: 'Cancers: primary ones first, the most recent before the older.' })
  diagnoses!: Diagnosis[];

  @Field(() => [Treatment], { description: 'Cancer treatments, the most recent first. Empty: none recorded.' })
  treatments!: Treatment[];

  @Field(() => [ResultSeries], { description: 'Tumour markers over time. Empty: none recorded.' })
  tumorMarkers!: ResultSeries[];

  @Field(() => PerformanceStatus, { nullable: true, description: 'Latest performance status. Null: not recorded.' })
  performanceStatus!: PerformanceStatus | null;

  @Field(() => DiseaseStatus, { nullable: true, description: 'Latest disease status. Null: not recorded.' })
  diseaseStatus!: DiseaseStatus | null;

  @Field(() => [RedFlag], { description: 'Warnings that stand now. Empty: none recorded, which is no all-clear.' })
  redFlags!: RedFlag[];

  @Field(() => [Contact], { description: 'Whom to call, the number answered day and night first.' })
  contacts!: Contact[];

  @Field(() => [NextStep], { description: 'What is planned next, the earliest first. Empty: none recorded.' })
  nextSteps!: NextStep[];
}
