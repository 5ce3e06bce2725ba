import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar } from '#api/graphql/scalars.ts';
import { RowSource, DatePrecisionEnum, type DatePrecision } from '#api/graphql/shared.types.ts';

export const TreatmentKindEnum = enumOf('TreatmentKind', 'How a cancer is treated.', {
  surgery: 'Operation on the cancer.',
  systemic: 'Cancer medicines: chemotherapy, endocrine, targeted or immunotherapy.',
  radiation: 'Course of radiotherapy.',
  transplant: 'Stem cell or bone marrow transplant.',
  other: 'Another cancer treatment.',
});
export type TreatmentKind = EnumValue<typeof TreatmentKindEnum>;

@ObjectType({ description: 'What was given: per volume for radiotherapy, per medicine for systemic treatment.' })
export class TreatmentDose {
  @Field(() => String, { description: 'Treated volume or medicine.' })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Radiation: total dose to the volume in Gy. Systemic: dose in `unit`. Null: not recorded.',
  })
  amount!: number | null;

  @Field(() => String, { nullable: true, description: 'Unit of `amount`: Gy, or as sent. Null: not recorded.' })
  unit!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Systemic: administrations recorded, which may be fewer than given. Null: not counted.',
  })
  count!: number | null;

  @Field(() => Int, { nullable: true, description: 'Radiation: fractions delivered. Null: not recorded.' })
  fractions!: number | null;
}

@ObjectType({ description: 'One cancer treatment: an operation, a course or a regimen.' })
export class Treatment {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => TreatmentKindEnum, { description: 'How the cancer was treated.' })
  kind!: TreatmentKind;

  @Field(() => String, { description: 'Operation, radiotherapy technique, medicine or regimen.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Intent, such as curative or palliative. Null: not recorded.' })
  intent!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day. Null: not recorded.' })
  startedOn!: string | null;

  @Field(() => DatePrecisionEnum, {
    nullable: true,
    description: 'How much of `startedOn` is known. Null: no date is recorded.',
  })
  startedPrecision!: DatePrecision | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day. Null: still running, or not recorded (see `status`).',
  })
  endedOn!: string | null;

  @Field(() => String, {
    description: 'FHIR status, such as completed, active or stopped; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => [TreatmentDose], { description: 'What was given. Empty: no dose recorded.' })
  doses!: TreatmentDose[];

  @Field(() => String, { nullable: true, description: 'Part of the body treated. Null: not recorded, or whole body.' })
  site!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was stopped early. Null: it was not, or no reason is recorded.',
  })
  terminationReason!: string | null;

  @Field(() => RowSource, { description: 'Where this treatment came from.' })
  source!: RowSource;
}
