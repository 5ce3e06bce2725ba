import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { PersonRef } from './person-ref.types.ts';

@ObjectType({ description: 'Who receives for somebody who is away.' })
export class CoverRef {
  @Field(() => PersonRef, { description: 'Who covers.' })
  person!: PersonRef;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  from!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when. Null: until it is ended.' })
  until!: string | null;
}
