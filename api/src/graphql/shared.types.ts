import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from './enum.ts';
import { DateScalar, DateTimeScalar } from './scalars.ts';

export const RecordedStateEnum = enumOf('RecordedState', 'What an empty list means.', {
  recorded: 'There are entries.',
  'none-known': 'A source states that there are none, such as "no known allergies".',
  'not-recorded': 'Nothing was sent. It does not mean that there are none.',
});
export type RecordedState = EnumValue<typeof RecordedStateEnum>;

export const DatePrecisionEnum = enumOf('DatePrecision', 'How much of a date the source knew.', {
  day: 'The day.',
  month: 'The month; the date then is its first day.',
  year: 'The year; the date then is its first day.',
});
export type DatePrecision = EnumValue<typeof DatePrecisionEnum>;

@ObjectType({ description: 'Where a list was cut and how to ask for more.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are entries after the last one given.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page. Null: this page is empty.' })
  endCursor!: string | null;
}

@ObjectType({ description: 'One feed that facts came from, and as of when.' })
export class Source {
  @Field(() => String, { description: 'Identifier of the sending system.' })
  system!: string;

  @Field(() => String, { description: 'Name of the sending system as people know it.' })
  name!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Latest change in the sending system among these rows. Null: it did not say.',
  })
  asOf!: string | null;

  @Field(() => DateTimeScalar, { description: 'When Portage last received one of these rows.' })
  receivedAt!: string;

  @Field(() => Int, { description: 'How many rows of this section came from it.' })
  rows!: number;
}

@ObjectType({ description: 'Where a single row came from, and as of when.' })
export class RowSource {
  @Field(() => String, { description: 'Identifier of the sending system.' })
  system!: string;

  @Field(() => String, { description: 'Name of the sending system as people know it.' })
  name!: string;

  @Field(() => String, { description: 'FHIR resource type that the row was made from, such as Condition.' })
  resourceType!: string;

  @Field(() => String, { description: 'Id of that resource in the sending system.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Version of that resource. Null: the sender keeps none.' })
  version!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Last change of that resource in the sending system. Null: it did not say.',
  })
  asOf!: string | null;

  @Field(() => DateTimeScalar, { description: 'When Portage received this version.' })
  receivedAt!: string;
}

@ObjectType({ description: 'A coded term. The display is always there; the code only when the source sent one.' })
export class Coding {
  @Field(() => String, {
    nullable: true,
    description: 'Code system as a URI, such as http://loinc.org. Null: not recorded.',
  })
  system!: string | null;

  @Field(() => String, { nullable: true, description: 'Code within that system. Null: the source sent text only.' })
  code!: string | null;

  @Field(() => String, { description: 'The term in words.' })
  display!: string;
}

@ObjectType({ description: 'A patient where only who it is matters.' })
export class PatientRef {
  @Field(() => ID, { description: 'Id in Portage; opens `patient`.' })
  id!: string;

  @Field(() => String, { description: 'Name as it heads a chart: "FAMILY, Given".' })
  name!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Date of birth. Null: not recorded.' })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Medical record number at the source. Null: not recorded.' })
  mrn!: string | null;
}
