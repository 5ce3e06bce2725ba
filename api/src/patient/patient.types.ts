import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GrantBasisEnum, type GrantBasis } from '#api/access/index.ts';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { PageInfo, RowSource } from '#api/graphql/shared.types.ts';
import { PhaseEnum, type Phase } from '#api/oncology/index.ts';

export const SexEnum = enumOf('Sex', 'Administrative sex as registered at the source.', {
  female: 'Female.',
  male: 'Male.',
  other: 'Other.',
  unknown: 'Unknown or not recorded.',
});
export type Sex = EnumValue<typeof SexEnum>;

@ObjectType({ description: 'A patient whose record the reader may see, with its sections.' })
export class Patient {
  @Field(() => ID, { description: 'Id in Portage (UUID).' })
  id!: string;

  @Field(() => String, { description: 'Name as it heads a chart: "FAMILY, Given".' })
  name!: string;

  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { description: 'Given names. Empty: not recorded.' })
  givenName!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Date of birth. Null: not recorded.' })
  birthDate!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Age in completed years, today or at death. Null: birth date or date of death not recorded.',
  })
  age!: number | null;

  @Field(() => SexEnum, { description: 'Administrative sex.' })
  sex!: Sex;

  @Field(() => String, { nullable: true, description: 'Medical record number at the source. Null: not recorded.' })
  mrn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the patient died. Null: alive as far as is known, or the time is not recorded (see `deceased`).',
  })
  deceasedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether a source states that the patient has died.' })
  deceased!: boolean;

  @Field(() => String, { nullable: true, description: "The patient's telephone. Null: not recorded." })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address on one line. Null: not recorded.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Preferred language. Null: not recorded.' })
  language!: string | null;

  @Field(() => RowSource, { description: 'Where the demographics came from.' })
  source!: RowSource;

  @Field(() => [GrantBasisEnum], { description: 'Why this reader may see the patient; every live grant counts.' })
  basis!: GrantBasis[];

  @Field(() => String, {
    description: 'A reminder that restricted information may exist. The same for every patient, so it reveals nothing.',
  })
  restrictedInformation!: string;
}

@ObjectType({ description: 'One line about the cancer for a list of patients.' })
export class PatientHeadline {
  @Field(() => String, {
    nullable: true,
    description: 'Leading cancer diagnosis with its stage. Null: not recorded, or not open to this reader.',
  })
  diagnosis!: string | null;

  @Field(() => PhaseEnum, { description: 'Where the patient is in the course of the cancer.' })
  phase!: Phase;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When Portage last received a change that this reader may see. Null: never.',
  })
  lastChangeAt!: string | null;

  @Field(() => Int, {
    description:
      "Rows that came or changed since the reader's previous sign-in. 0 at the first sign-in, when all is new.",
  })
  changesSincePreviousSignIn!: number;
}

@ObjectType({ description: 'A patient in their place in the list.' })
export class PatientEdge {
  @Field(() => String, { description: 'Pass as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Patient, { description: 'The patient.' })
  node!: Patient;
}

@ObjectType({ description: 'Patients that the reader may see, by name, a page at a time.' })
export class PatientConnection {
  @Field(() => [PatientEdge], { description: 'Patients of this page.' })
  edges!: PatientEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more, and how to ask for them.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Patients that match and that the reader may see, over all pages.' })
  totalCount!: number;
}
