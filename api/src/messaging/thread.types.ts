import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { PageInfo, PatientRef } from '#api/graphql/shared.types.ts';
import { CoverRef, PersonRef } from '#api/identity/index.ts';
import { Task } from '#api/tasks/index.ts';
import { Draft } from './draft.types.ts';
import {
  PriorityEnum,
  ThreadIntentEnum,
  ThreadStateEnum,
  type Priority,
  type ThreadIntent,
  type ThreadState,
} from './enums.types.ts';

@ObjectType({ description: 'Somebody who takes part in a thread.' })
export class Participant {
  @Field(() => PersonRef, { description: 'Who.' })
  person!: PersonRef;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  joinedAt!: string;

  @Field(() => PersonRef, { description: 'Who brought them in; whoever began the thread brought in themselves.' })
  addedBy!: PersonRef;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last read on. Null: never yet.' })
  lastReadAt!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether messages still reach them. False: they have lost access to the patient, and with it the thread.',
  })
  mayRead!: boolean;

  @Field(() => CoverRef, { nullable: true, description: 'Who covers for them now. Null: nobody.' })
  cover!: CoverRef | null;
}

@ObjectType({ description: 'A conversation about one patient between people who may read that patient.' })
export class Thread {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => PatientRef, {
    nullable: true,
    description: "Whom it is about. Null: the reader's grant does not give who the patient is.",
  })
  patient!: PatientRef | null;

  @Field(() => String, { description: 'What it is about, in a line.' })
  subject!: string;

  @Field(() => ThreadIntentEnum, { description: 'What it was begun for.' })
  intent!: ThreadIntent;

  @Field(() => PriorityEnum, {
    description: 'How soon somebody must look: urgent while an urgent message has no answer by somebody else.',
  })
  priority!: Priority;

  @Field(() => ThreadStateEnum, { description: 'Whether it goes on.' })
  state!: ThreadState;

  @Field(() => PersonRef, {
    nullable: true,
    description: 'In whose place the reader sees it. Null: it is their own.',
  })
  onBehalfOf!: PersonRef | null;

  @Field(() => [Participant], { description: 'Who takes part.' })
  participants!: Participant[];

  @Field(() => Int, { description: 'Messages by others that were not read yet.' })
  unreadCount!: number;

  @Field(() => DateTimeScalar, { description: 'When the newest message that the reader sees was sent.' })
  lastMessageAt!: string;

  @Field(() => String, { description: 'The beginning of the newest message that the reader sees. Empty: none yet.' })
  preview!: string;

  @Field(() => PersonRef, { nullable: true, description: 'Who wrote that message. Null: there is none yet.' })
  lastSender!: PersonRef | null;

  @Field(() => [Task], {
    description: 'Tasks that its messages made, as far as the reader reads tasks of this patient.',
  })
  tasks!: Task[];

  @Field(() => Boolean, { description: 'Whether a reply would reach anybody.' })
  mayReply!: boolean;

  @Field(() => Draft, { nullable: true, description: "The reader's own unsent reply. Null: there is none." })
  draft!: Draft | null;
}

@ObjectType({ description: 'A thread in its place in the inbox.' })
export class ThreadEdge {
  @Field(() => String, { description: 'Pass as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Thread, { description: 'The thread.' })
  node!: Thread;
}

@ObjectType({ description: 'Threads, the one with the newest message first, a page at a time.' })
export class ThreadConnection {
  @Field(() => [ThreadEdge], { description: 'Threads of this page.' })
  edges!: ThreadEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more, and how to ask for them.' })
  pageInfo!: PageInfo;
}
