import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#api/graphql/scalars.ts';
import { RecordReferenceInput } from './draft.types.ts';
import {
  PriorityEnum,
  ThreadIntentEnum,
  ThreadStateEnum,
  type Priority,
  type ThreadIntent,
  type ThreadState,
} from './enums.types.ts';

@InputType({ description: 'Which threads of the inbox are wanted; what is left out does not narrow.' })
export class ThreadFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only threads with something unread.' })
  unread!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only threads that are urgent.' })
  urgent!: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only threads about this patient.' })
  patientId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Only threads in which this person takes part.' })
  personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of a subject or a message, as in a web search: "quoted phrase", or, -not, the last one perhaps half typed; or all words of a patient’s name or record number, or of the name of somebody who takes part. 200 characters at most.',
  })
  search!: string | null;

  @Field(() => ThreadStateEnum, { nullable: true, description: 'Only threads in this state.' })
  state!: ThreadState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only the reader's own threads, none of whom they stand in for.",
  })
  mine!: boolean | null;
}

@InputType({ description: 'What is handed over: without an owner, a day and a number it is not handed over.' })
export class HandOverInput {
  @Field(() => String, { description: 'What is to be done; 200 characters at most.' })
  title!: string;

  @Field(() => ID, { description: 'Who is to do it: one of the people of the thread.' })
  ownerId!: string;

  @Field(() => DateScalar, { description: 'By when: today or later.' })
  dueOn!: string;

  @Field(() => String, { description: 'Number to call when it cannot be done.' })
  fallbackTelephone!: string;
}

@InputType({ description: 'A recommendation that somebody is to answer, such as "consider palliative care".' })
export class RecommendationInput {
  @Field(() => String, { description: 'What is recommended; 200 characters at most.' })
  title!: string;

  @Field(() => ID, { description: 'Who is to decide: one of the people of the thread.' })
  ownerId!: string;

  @Field(() => DateScalar, { description: 'By when an answer is wanted: today or later.' })
  dueOn!: string;
}

@InputType({
  description: 'A message: a reply (`threadId`), or a new thread (`patientId`, `subject`, `intent`, `recipientIds`).',
})
export class SendMessageInput {
  @Field(() => String, {
    description:
      'Made anew for each message and sent again with each retry: the same key gives the same answer and one message. 8 to 100 characters.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The thread that is replied to. Null: a new thread.' })
  threadId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The patient of a new thread.' })
  patientId!: string | null;

  @Field(() => String, { nullable: true, description: 'What a new thread is about; 200 characters at most.' })
  subject!: string | null;

  @Field(() => ThreadIntentEnum, {
    nullable: true,
    description: 'What a new thread is for. A reply leaves its thread’s as it is.',
  })
  intent!: ThreadIntent | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'To whom a new thread goes, 1 to 20 people. A reply goes to everybody in the thread.',
  })
  recipientIds!: string[];

  @Field(() => String, {
    description: 'The text; 10,000 characters at most. Stored and shown as text, whatever it holds.',
  })
  body!: string;

  @Field(() => PriorityEnum, { defaultValue: 'routine', description: 'How soon somebody must look.' })
  priority!: Priority;

  @Field(() => [ID], { defaultValue: [], description: 'Files that the sender has uploaded; 25 MB together at most.' })
  attachmentIds!: string[];

  @Field(() => [RecordReferenceInput], { defaultValue: [], description: 'Pieces of the record to quote, 20 at most.' })
  references!: RecordReferenceInput[];

  @Field(() => HandOverInput, {
    nullable: true,
    description: 'What is handed over; with the intent HAND_OVER it must be there.',
  })
  handOver!: HandOverInput | null;

  @Field(() => RecommendationInput, { nullable: true, description: 'What is recommended.' })
  recommendation!: RecommendationInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'In whose place it is written. Null: the own, or that of the seat that the thread is seen through.',
  })
  onBehalfOfId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the stored draft that this message was: it is deleted with the sending.',
  })
  draftVersion!: number | null;
}
