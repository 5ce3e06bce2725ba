import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RowSource } from '#api/graphql/shared.types.ts';

@ObjectType({ description: 'A goal of care as agreed with the patient.' })
export class CareGoal {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'The goal in words.' })
  text!: string;

  @Field(() => String, { description: 'FHIR status, such as active; "not recorded" when none was sent.' })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Since when it holds. Null: not recorded.' })
  since!: string | null;

  @Field(() => RowSource, { description: 'Where this goal came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Decision about resuscitation.' })
export class CodeStatus {
  @Field(() => String, { description: 'The decision as recorded, such as "Do not attempt resuscitation".' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this decision came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'An advance directive; the signed document itself prevails.' })
export class AdvanceDirective {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Kind, such as living will or health care proxy.' })
  kind!: string;

  @Field(() => String, { description: 'FHIR status, such as active or current; "not recorded" when none was sent.' })
  status!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this directive came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'The person who mainly cares for the patient at home.' })
export class Carer {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Relationship to the patient. Null: not recorded.' })
  relationship!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone. Null: not recorded.' })
  telephone!: string | null;

  @Field(() => RowSource, { description: 'Where this contact came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'What the patient wants, such as where to be cared for.' })
export class Preference {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'The preference in words.' })
  text!: string;

  @Field(() => String, { description: 'What it is about, such as place of care.' })
  kind!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was stated. Null: not recorded.' })
  asOf!: string | null;

  @Field(() => RowSource, { description: 'Where this preference came from.' })
  source!: RowSource;
}
