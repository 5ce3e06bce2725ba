import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { PageInfo } from '#api/graphql/shared.types.ts';
import { PersonRef } from '#api/identity/index.ts';
import { Task } from '#api/tasks/index.ts';
import {
  DeliveryStateEnum,
  RecordKindEnum,
  RequestKindEnum,
  type DeliveryState,
  type RecordKind,
  type RequestKind,
} from './enums.types.ts';

@ObjectType({ description: 'What became of a message with one recipient, each step with its time.' })
export class MessageDelivery {
  @Field(() => PersonRef, { description: 'For whom it is.' })
  recipient!: PersonRef;

  @Field(() => DeliveryStateEnum, { description: 'The furthest step; `FAILED` where it did not reach them.' })
  state!: DeliveryState;

  @Field(() => DateTimeScalar, { description: 'Since when Portage holds it for them.' })
  storedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When they were told that something waits. Null: not yet.',
  })
  notifiedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'How they were told, such as "e-mail". Null: not yet.' })
  channel!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened. Null: not yet.' })
  openedAt!: string | null;

  @Field(() => PersonRef, {
    nullable: true,
    description: 'Who opened it on behalf of the recipient. Null: the recipient did, or nobody has yet.',
  })
  openedBy!: PersonRef | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they replied. Null: not yet.' })
  answeredAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it failed. Null: it did not.' })
  failedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, in words for the sender. Null: it did not.',
  })
  failure!: string | null;

  @Field(() => PersonRef, {
    nullable: true,
    description: 'Who got it because the recipient had not opened it in time. Null: nobody.',
  })
  escalatedTo!: PersonRef | null;
}

@ObjectType({
  description: "A piece of the record in a message, told live and under each reader's own rights.",
})
export class RecordReference {
  @Field(() => RecordKindEnum, { description: 'What kind of row it is.' })
  kind!: RecordKind;

  @Field(() => ID, { description: 'Id of the row in Portage.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the test, treatment, diagnosis or document. Null: not open to this reader, or no longer there.',
  })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Value, status or author, in words. Null: none, or not open.' })
  detail!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was done or written. Null: not known, or not open.',
  })
  at!: string | null;
}

@ObjectType({
  description: 'A file that came with a message. Download it at /attachments/{id}; it is never shown inline.',
})
export class Attachment {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'File name as the sender gave it.' })
  name!: string;

  @Field(() => String, { description: 'Media type, as its content says and not its name.' })
  contentType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;
}

@ObjectType({
  description: 'What a message hands over or recommends. It becomes a task when the message can no longer be undone.',
})
export class MessageRequest {
  @Field(() => RequestKindEnum, { description: 'Which of the two.' })
  kind!: RequestKind;

  @Field(() => String, { description: 'What is to be done or decided.' })
  title!: string;

  @Field(() => PersonRef, { description: 'By whom.' })
  owner!: PersonRef;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number to call when it cannot be done. Null: a recommendation has none.',
  })
  fallbackTelephone!: string | null;

  @Field(() => Task, {
    nullable: true,
    description: 'The task that it became. Null: not yet, or the reader does not read tasks of this patient.',
  })
  task!: Task | null;
}

@ObjectType({ description: 'One message of a thread.' })
export class Message {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => PersonRef, { description: 'Who wrote it.' })
  sender!: PersonRef;

  @Field(() => PersonRef, { nullable: true, description: 'In whose place it was written. Null: their own.' })
  onBehalfOf!: PersonRef | null;

  @Field(() => Boolean, { description: 'Whether the reader wrote it, or somebody in their place.' })
  mine!: boolean;

  @Field(() => String, { description: 'The text, as typed; plain text, never markup.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  sentAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when `undoSend` takes it back; nobody else sees it before. Null: the time is over, or it is not yours.',
  })
  undoUntil!: string | null;

  @Field(() => Boolean, { description: 'Whether it was taken back; only its sender ever sees one that was.' })
  undone!: boolean;

  @Field(() => [Attachment], { description: 'Files that came with it.' })
  attachments!: Attachment[];

  @Field(() => [RecordReference], { description: 'Pieces of the record that it quotes.' })
  references!: RecordReference[];

  @Field(() => [MessageRequest], { description: 'What it asks of somebody, and the task that this became.' })
  requests!: MessageRequest[];

  @Field(() => [MessageDelivery], { description: 'What became of it with each recipient.' })
  deliveries!: MessageDelivery[];
}

@ObjectType({ description: 'A message in its place in the thread.' })
export class MessageEdge {
  @Field(() => String, { description: 'Pass as `after` to go on from here, to older messages.' })
  cursor!: string;

  @Field(() => Message, { description: 'The message.' })
  node!: Message;
}

@ObjectType({ description: 'Messages of a thread, newest first, a page at a time.' })
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'Messages of this page.' })
  edges!: MessageEdge[];

  @Field(() => PageInfo, { description: 'Whether there are older ones, and how to ask for them.' })
  pageInfo!: PageInfo;
}
