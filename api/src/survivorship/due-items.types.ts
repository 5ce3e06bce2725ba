import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '#api/graphql/scalars.ts';
import { PageInfo, PatientRef } from '#api/graphql/shared.types.ts';
import {
  LastDone,
  LineInterval,
  LineResponseEnum,
  LineStateEnum,
  NEVER_RECORDED,
  PlanOwnerEnum,
  type PlanOwnerKind,
} from './plan-line.types.ts';
import type { LineResponse, LineState } from './plan.ts';

@InputType({ description: 'Which lines of plans in force.' })
export class DueItemFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose window has passed. Null or false: what is due too.',
  })
  overdue!: boolean | null;

  @Field(() => PlanOwnerEnum, { nullable: true, description: 'Only those of this owner. Null: of all.' })
  owner!: PlanOwnerKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What becomes due within so many days too, 0 to 365. Null: only what is due today.',
  })
  within!: number | null;
}

@ObjectType({ description: 'One line of a plan in force that is due, overdue or soon due.' })
export class DueItem {
  @Field(() => ID, { description: 'Id of the line.' })
  id!: string;

  @Field(() => PatientRef, { description: 'The patient.' })
  patient!: PatientRef;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => PlanOwnerEnum, { description: 'Who is responsible.' })
  owner!: PlanOwnerKind;

  @Field(() => LineInterval, {
    nullable: true,
    description: 'How often, of the time in which it is due. Null: once, or no interval.',
  })
  every!: LineInterval | null;

  @Field(() => LastDone, {
    nullable: true,
    description: 'When it was last done, and the row that tells it. Null: no record of it.',
  })
  lastDone!: LastDone | null;

  @Field(() => Boolean, { description: NEVER_RECORDED })
  neverRecorded!: boolean;

  @Field(() => DateScalar, { description: 'From when it is due.' })
  opensOn!: string;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => LineStateEnum, { description: 'Where it stands today: overdue, due or not yet due.' })
  state!: LineState;

  @Field(() => LineResponseEnum, {
    description: 'What the one who is asked for it has said. One that was declined is not listed.',
  })
  response!: LineResponse;

  @Field(() => String, { nullable: true, description: 'Their question. Null: none.' })
  responseWords!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer may answer it now.' })
  mayRespond!: boolean;
}

@ObjectType({ description: 'A line in its place in a list.' })
export class DueItemEdge {
  @Field(() => String, { description: 'Pass as `after` to go on with the next patient.' })
  cursor!: string;

  @Field(() => DueItem, { description: 'The line.' })
  node!: DueItem;
}

@ObjectType({
  description:
    'What is due over all of the viewer’s patients, patient by patient, the longest overdue first. A page ends with the last line of a patient.',
})
export class DueItemConnection {
  @Field(() => [DueItemEdge], { description: 'Lines of this page.' })
  edges!: DueItemEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more, and how to ask for them.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Lines that match, over all pages.' })
  totalCount!: number;
}
