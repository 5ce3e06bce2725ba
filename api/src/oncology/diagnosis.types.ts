import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { Coding, RowSource, DatePrecisionEnum, type DatePrecision } from '#api/graphql/shared.types.ts';

export const StageKindEnum = enumOf('StageKind', 'What a stage rests on.', {
  clinical: 'Examination and imaging, before surgery.',
  pathologic: 'The surgical specimen.',
  other: 'Something else, or not recorded.',
});
export type StageKind = EnumValue<typeof StageKindEnum>;

@ObjectType({ description: 'Stage of one cancer as the source staged it.' })
export class Stage {
  @Field(() => String, { nullable: true, description: 'Stage group, such as IIA. Null: not recorded.' })
  group!: string | null;

  @Field(() => String, { nullable: true, description: 'Primary tumour category, such as T2. Null: not recorded.' })
  t!: string | null;

  @Field(() => String, { nullable: true, description: 'Regional lymph node category, such as N1. Null: not recorded.' })
  n!: string | null;

  @Field(() => String, { nullable: true, description: 'Distant metastasis category, such as M0. Null: not recorded.' })
  m!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Staging system and edition, such as AJCC 8. Null: not recorded.',
  })
  system!: string | null;

  @Field(() => StageKindEnum, { description: 'What the stage rests on.' })
  kind!: StageKind;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was staged. Null: not recorded.' })
  asOf!: string | null;
}

@ObjectType({ description: 'A receptor, mutation or other property of the tumour that steers treatment.' })
export class Biomarker {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name, such as estrogen receptor.' })
  name!: string;

  @Field(() => String, { description: 'Finding as it is read, such as positive or "Ki-67 20 %".' })
  value!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was tested. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this finding came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'One cancer, primary or secondary.' })
export class Diagnosis {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Site of the cancer in words; the name of the diagnosis when no site was sent.' })
  site!: string;

  @Field(() => Coding, { description: 'Diagnosis as the source coded it.' })
  code!: Coding;

  @Field(() => String, {
    nullable: true,
    description: 'Histology, such as invasive ductal carcinoma. Null: not recorded.',
  })
  histology!: string | null;

  @Field(() => String, { nullable: true, description: 'Side of a paired organ. Null: not paired, or not recorded.' })
  laterality!: string | null;

  @Field(() => Boolean, { description: 'Whether this is a metastasis (secondary) and not a primary cancer.' })
  secondary!: boolean;

  @Field(() => Stage, { nullable: true, description: 'Most recent stage. Null: not recorded.' })
  stage!: Stage | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of diagnosis. Null: not recorded.' })
  diagnosedOn!: string | null;

  @Field(() => DatePrecisionEnum, {
    nullable: true,
    description: 'How much of `diagnosedOn` is known. Null: no date is recorded.',
  })
  diagnosedPrecision!: DatePrecision | null;

  @Field(() => String, {
    description: 'Clinical status, such as active, recurrence or remission; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => [Biomarker], { description: 'Properties of this tumour. Empty: none recorded.' })
  biomarkers!: Biomarker[];

  @Field(() => RowSource, { description: 'Where this diagnosis came from.' })
  source!: RowSource;
}
