import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#api/graphql/scalars.ts';
import { LineResponseEnum, PlanOwnerEnum, type PlanOwnerKind } from './plan-line.types.ts';
import type { LineResponse } from './plan.ts';

@InputType({ description: 'How often, in months.' })
export class MonthsInput {
  @Field(() => Int, { description: 'At the soonest after so many months, 1 to 240.' })
  least!: number;

  @Field(() => Int, { description: 'At the latest after so many months, 1 to 240.' })
  most!: number;
}

@InputType({ description: 'What a person decides about a line of a draft. What is left out stays.' })
export class UpdateCarePlanLineInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => ID, { description: 'Id of the line.' })
  lineId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Revision of the draft that the person had before them. Null: whatever it is.',
  })
  revision!: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Take back all that was decided about the line before: its rule holds, but for what is said here.',
  })
  byItsRule!: boolean;

  @Field(() => PlanOwnerEnum, { nullable: true, description: 'Who is responsible.' })
  owner!: PlanOwnerKind | null;

  @Field(() => String, { nullable: true, description: 'By name or role; 100 characters at most. Empty: no name.' })
  ownerName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not to be done; 500 characters at most. Empty: it is to be done after all.',
  })
  declined!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not for this patient; 500 characters at most. Empty: it is after all.',
  })
  notApplicable!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which it is to be done the next time, today or later.',
  })
  dueOn!: string | null;

  @Field(() => MonthsInput, { nullable: true, description: 'How often from then on.' })
  everyMonths!: MonthsInput | null;
}

@InputType({ description: 'A fact that the record does not tell, said by whoever is signed in.' })
export class FillMissingFactInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => String, { description: 'Key of the missing fact.' })
  key!: string;

  @Field(() => String, {
    description: 'The fact in words, a day as YYYY-MM-DD; 200 characters at most. Empty: take it out again.',
  })
  text!: string;

  @Field(() => Number, { nullable: true, description: 'Its value, where it is a dose.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Unit of the value: mg/m² or Gy.' })
  unit!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Revision of the draft that the person had before them. Null: whatever it is.',
  })
  revision!: number | null;
}

@InputType({ description: 'Which version is signed: the one that the person has read.' })
export class SignCarePlanInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Its revision. Null: whatever it is.' })
  revision!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the rules that its lines followed when the person read them. Null: whatever they are.',
  })
  ruleSetVersion!: string | null;
}

@InputType({ description: 'To whom a signed version goes.' })
export class SendCarePlanInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  version!: number;

  @Field(() => ID, { description: 'Id of the person who is to share the follow-up.' })
  recipientId!: string;
}

@InputType({ description: 'An answer to a line, or the same to several at once.' })
export class RespondToCarePlanLineInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => [ID], { description: 'Ids of the lines. Each gets an answer of its own; all of them, or none.' })
  lineIds!: string[];

  @Field(() => LineResponseEnum, { description: 'The answer.' })
  response!: LineResponse;

  @Field(() => String, {
    nullable: true,
    description: 'Reason or question, which declining and asking need; 1,000 characters at most.',
  })
  words!: string | null;
}

@InputType({ description: 'The end of follow-up by oncology.' })
export class CloseFollowUpInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Close although not every line has been taken on.' })
  override!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, which an override needs; 1,000 characters at most.' })
  reason!: string | null;
}
