import { createUnionType, Field, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { CarePlan } from './care-plan.types.ts';

export const CarePlanRefusalEnum = enumOf('CarePlanRefusal', 'Why nothing was changed.', {
  'not-yours': 'It is for somebody else to do this.',
  'wrong-state': 'The plan no longer stands where this could be done.',
  'changed-meanwhile': 'Somebody else changed it first; `plan` shows how it stands now.',
  'no-plan': 'There is no plan yet, or not in that version.',
  'no-such-line': 'The plan has no such line.',
  'no-diagnosis': 'No cancer is recorded, so there is nothing to sign.',
  'owner-missing': 'A line has no owner; `field` is its key.',
  'words-missing': 'It must be said in words.',
  'words-too-long': 'The words are too long; `detail` says how long they may be.',
  'value-unusable': 'The value, day or interval cannot be used; `detail` says why.',
  'recipient-cannot-read': 'The person may not read care plans of this patient, or has left.',
  'handshake-open': 'Not every line has been taken on. Close it all the same with a reason.',
  'undo-expired': 'An answer can be taken back for ten seconds.',
});
export type CarePlanRefusal = EnumValue<typeof CarePlanRefusalEnum>;

@ObjectType({ description: 'It was done.' })
export class CarePlanChanged {
  @Field(() => CarePlan, { description: 'The plan as it stands now.' })
  plan!: CarePlan;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be taken back. Null: it cannot.' })
  undoUntil!: string | null;
}

@ObjectType({ description: 'Nothing was changed.' })
export class CarePlanRefused {
  @Field(() => CarePlanRefusalEnum, { description: 'Why.' })
  reason!: CarePlanRefusal;

  @Field(() => String, { nullable: true, description: 'What it is about, such as the key of a line. Null: all of it.' })
  field!: string | null;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;

  @Field(() => CarePlan, { nullable: true, description: 'The plan as it stands now. Null: there is none.' })
  plan!: CarePlan | null;
}

export const CarePlanAnswer = createUnionType({
  name: 'CarePlanAnswer',
  description: 'What became of an attempt to change a plan.',
  types: () => [CarePlanChanged, CarePlanRefused] as const,
  resolveType: (value) => ('reason' in value ? CarePlanRefused : CarePlanChanged),
});
export type CarePlanAnswer = CarePlanChanged | CarePlanRefused;

@ObjectType({ description: 'One difference between two versions.' })
export class PlanChange {
  @Field(() => String, { description: 'Key of the line, or of the fact.' })
  key!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => String, { description: 'added, removed or changed.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'What differs, such as owner. Null: the whole line.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was. Null: it was not there.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is. Null: it is no longer there.' })
  after!: string | null;
}
