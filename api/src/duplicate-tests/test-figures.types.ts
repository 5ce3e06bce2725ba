import 'reflect-metadata';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Counts of one test, or of all that were asked about fewer than five times together.' })
export class FamilyFigures {
  @Field(() => ID, { nullable: true, description: 'Key of the test family. Null: the rare ones together.' })
  key!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the test. Null: the rare ones together.' })
  name!: string | null;

  @Field(() => Int, { description: 'How often somebody asked whether it had been done.' })
  checks!: number;

  @Field(() => Int, {
    description:
      'Tests that were not ordered: the earlier result was reused, or the draft order was removed in an EHR.',
  })
  avoided!: number;

  @Field(() => Int, { description: 'Tests put off until they are due; not counted as avoided.' })
  deferred!: number;

  @Field(() => Int, { description: 'Tests ordered all the same.' })
  ordered!: number;

  @Field(() => Float, { nullable: true, description: 'Price of the avoided ones. Null: the centre gave no price.' })
  saved!: number | null;
}

@ObjectType({ description: 'Money by the centre’s own prices; Portage has none of its own.' })
export class MoneySaved {
  @Field(() => String, { description: 'Currency by ISO 4217.' })
  currency!: string;

  @Field(() => String, { description: 'Where the prices come from, in the centre’s words.' })
  source!: string;

  @Field(() => Float, { description: 'Price of all avoided tests that have one.' })
  saved!: number;

  @Field(() => Int, { description: 'Avoided tests that have no price and are not in the sum.' })
  avoidedWithoutPrice!: number;
}

@ObjectType({ description: 'Checks at a centre, counted; of no patient, no reader and no practice.' })
export class DuplicateTestFigures {
  @Field(() => Int, { description: 'Months back from now that are counted.' })
  months!: number;

  @Field(() => Int, { description: 'All checks.' })
  checks!: number;

  @Field(() => Int, { description: 'All avoided tests.' })
  avoided!: number;

  @Field(() => [FamilyFigures], { description: 'By test, the most asked first.' })
  families!: FamilyFigures[];

  @Field(() => MoneySaved, { nullable: true, description: 'Null: the centre has given no price table.' })
  money!: MoneySaved | null;
}
