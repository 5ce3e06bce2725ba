import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { PatientRef } from '#api/graphql/shared.types.ts';
import {
  PriorityEnum,
  RecordKindEnum,
  ThreadIntentEnum,
  type Priority,
  type RecordKind,
  type ThreadIntent,
} from './enums.types.ts';
import { Attachment, RecordReference } from './message.types.ts';

@InputType({ description: 'A row of the record to quote.' })
export class RecordReferenceInput {
  @Field(() => RecordKindEnum, { description: 'What kind of row it is.' })
  kind!: RecordKind;

  @Field(() => ID, { description: 'Id of the row in Portage.' })
  id!: string;
}

@InputType({ description: 'What passes to whom, as far as it is filled in.' })
export class DraftTaskInput {
  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  title!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is to do it.' })
  ownerId!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number to call when it cannot be done.' })
  fallbackTelephone!: string | null;
}

@InputType({ description: 'All that the composer holds. It is stored as it is, finished or not.' })
export class DraftInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The thread that is replied to. Null: a new thread about `patientId`.',
  })
  threadId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The patient of a new thread. Null: a reply.' })
  patientId!: string | null;

  @Field(() => Int, { description: 'Version of the draft that this replaces; 0: there was none.' })
  version!: number;

  @Field(() => String, { defaultValue: '', description: 'What it is about; 1,000 characters at most.' })
  subject!: string;

  @Field(() => ThreadIntentEnum, { defaultValue: 'ask', description: 'What the thread is for.' })
  intent!: ThreadIntent;

  @Field(() => PriorityEnum, { defaultValue: 'routine', description: 'How soon somebody must look.' })
  priority!: Priority;

  @Field(() => String, { defaultValue: '', description: 'The text; 50,000 characters at most.' })
  body!: string;

  @Field(() => [ID], { defaultValue: [], description: 'To whom.' })
  recipientIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Files that were uploaded for it.' })
  attachmentIds!: string[];

  @Field(() => [RecordReferenceInput], { defaultValue: [], description: 'Pieces of the record that it quotes.' })
  references!: RecordReferenceInput[];

  @Field(() => ID, { nullable: true, description: 'In whose place it is written. Null: the own.' })
  onBehalfOfId!: string | null;

  @Field(() => DraftTaskInput, { nullable: true, description: 'What is handed over or recommended. Null: nothing.' })
  task!: DraftTaskInput | null;
}

@ObjectType({ description: 'What passes to whom, as far as it is filled in.' })
export class DraftTask {
  @Field(() => String, { nullable: true, description: 'What is to be done. Null: not said yet.' })
  title!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is to do it. Null: not said yet.' })
  ownerId!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when. Null: not said yet.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number to call when it cannot be done. Null: not said yet.' })
  fallbackTelephone!: string | null;
}

@ObjectType({ description: "A message that is not sent. It is its writer's alone, and stays through log-off." })
export class Draft {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The thread that is replied to. Null: a new thread.' })
  threadId!: string | null;

  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => PatientRef, {
    nullable: true,
    description: "Whom it is about. Null: the reader's grant does not give who the patient is.",
  })
  patient!: PatientRef | null;

  @Field(() => Int, { description: 'Raised with each save; the next save names it.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: string;

  @Field(() => String, { description: 'What it is about. Empty: not said yet.' })
  subject!: string;

  @Field(() => ThreadIntentEnum, { description: 'What the thread is for.' })
  intent!: ThreadIntent;

  @Field(() => PriorityEnum, { description: 'How soon somebody must look.' })
  priority!: Priority;

  @Field(() => String, { description: 'The text. Empty: none yet.' })
  body!: string;

  @Field(() => [ID], { description: 'To whom.' })
  recipientIds!: string[];

  @Field(() => [Attachment], { description: 'Files that were uploaded for it and not sent yet.' })
  attachments!: Attachment[];

  @Field(() => [RecordReference], { description: 'Pieces of the record that it quotes.' })
  references!: RecordReference[];

  @Field(() => ID, { nullable: true, description: 'In whose place it is written. Null: the own.' })
  onBehalfOfId!: string | null;

  @Field(() => DraftTask, { nullable: true, description: 'What is handed over or recommended. Null: nothing.' })
  task!: DraftTask | null;
}
