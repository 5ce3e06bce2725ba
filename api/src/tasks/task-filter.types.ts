import { Field, ID, InputType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';

export const TaskOwnerFilterEnum = enumOf('TaskOwnerFilter', 'Whose tasks are wanted.', {
  mine: "The viewer's own, those of whom they stand in for, and those of their role in their organisation.",
  practice: "Everybody's in the viewer's organisation.",
  'requested-by-me': 'Those that the viewer, or whom they stand in for, asked of others.',
});

@InputType({ description: 'Which tasks are wanted; all that is given must hold.' })
export class TaskFilter {
  @Field(() => TaskOwnerFilterEnum, { nullable: true, description: 'Whose. Null: all that the viewer may see.' })
  owner!: EnumValue<typeof TaskOwnerFilterEnum> | null;

  @Field(() => ID, { nullable: true, description: 'Of this patient.' })
  patientId!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: still open; false: closed. Null: both.' })
  open!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: open, and their day has passed.' })
  overdue!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: declined, and what becomes of it is not settled yet.',
  })
  declined!: boolean | null;
}
