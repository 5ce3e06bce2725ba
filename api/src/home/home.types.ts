import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { PatientRef } from '#api/graphql/shared.types.ts';
import { Task } from '#api/tasks/index.ts';

export const HomeItemKindEnum = enumOf('HomeItemKind', 'What an entry of the home page is.', {
  task: 'A task that is open and for the viewer, or whom they stand in for, to do.',
  question: 'The owner of a task asks the viewer, who asked for it, something.',
  declined: 'A task that the viewer asked for was declined and is nobody’s now.',
  message: 'A conversation with something unread.',
  results: 'New or changed results.',
  documents: 'New or changed documents.',
  treatment: 'A treatment that was begun, changed or ended.',
  answered: 'A task that the viewer asked for was taken on or done.',
  ageing: 'A task that the viewer asked for is open, and its day has passed.',
});
export type HomeItemKind = EnumValue<typeof HomeItemKindEnum>;

@ObjectType({ description: 'One entry of the home page.' })
export class HomeItem {
  @Field(() => ID, { description: 'The same for the same thing, each time the page is asked for.' })
  id!: string;

  @Field(() => HomeItemKindEnum, { description: 'What it is.' })
  kind!: HomeItemKind;

  @Field(() => PatientRef, { nullable: true, description: 'The patient. Null: it concerns none.' })
  patient!: PatientRef | null;

  @Field(() => String, { description: 'What it is about, in a line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The first of what is new, or what was said.' })
  detail!: string | null;

  @Field(() => Boolean, { description: 'Whether it cannot wait for its turn.' })
  urgent!: boolean;

  @Field(() => Int, { description: 'How much there is of it, such as five new results.' })
  count!: number;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  at!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By when. Null: it has no day.' })
  dueOn!: string | null;

  @Field(() => Task, { nullable: true, description: 'The task. Null: it is none.' })
  task!: Task | null;

  @Field(() => ID, { nullable: true, description: 'Id of the conversation; opens `thread`. Null: it is none.' })
  threadId!: string | null;
}

@ObjectType({
  description:
    'What a person should see first. Nothing leaves the first part but by somebody’s word; what changed stays until the patient is opened.',
})
export class Home {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the viewer last visited, in an earlier session. Null: this is their first visit.',
  })
  since!: string | null;

  @Field(() => [HomeItem], {
    description: 'What asks the viewer to do something: urgent messages that nobody has read, then what is due first.',
  })
  asksYou!: HomeItem[];

  @Field(() => [HomeItem], {
    description:
      'What changed since the viewer last opened the patient, or last visited where they never did; newest first.',
  })
  changes!: HomeItem[];

  @Field(() => [HomeItem], { description: 'What is good to know: what others have let pass, what was written.' })
  forInformation!: HomeItem[];
}
