import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { CoverRef } from './cover-ref.types.ts';

@InputType({ description: 'Who covers for the viewer, and when.' })
export class SetCoverInput {
  @Field(() => ID, { description: 'The person; of `coverCandidates`.' })
  personId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when. Null: from now.' })
  from!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when. Null: until it is ended.' })
  until!: string | null;
}

export const CoverRefusalEnum = enumOf('CoverRefusal', 'Why nobody covers.', {
  'no-clinician': 'Only a clinician is covered for.',
  self: 'Nobody covers for themselves.',
  past: 'The time has passed, or ends before it begins.',
  'other-practice': 'The person is not of the same practice, or has left.',
  'other-role': 'The person does not have the same role.',
});
export type CoverRefusal = EnumValue<typeof CoverRefusalEnum>;

@ObjectType({ description: 'Somebody covers.' })
export class CoverSet {
  @Field(() => CoverRef, { description: 'Who, and when.' })
  cover!: CoverRef;
}

@ObjectType({ description: 'Nothing was changed.' })
export class CoverRefused {
  @Field(() => CoverRefusalEnum, { description: 'Why.' })
  reason!: CoverRefusal;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;
}

export const SetCoverResult = createUnionType({
  name: 'SetCoverResult',
  description: 'What became of naming who covers.',
  types: () => [CoverSet, CoverRefused] as const,
  resolveType: (value) => ('cover' in value ? CoverSet : CoverRefused),
});
export type SetCoverResult = CoverSet | CoverRefused;
