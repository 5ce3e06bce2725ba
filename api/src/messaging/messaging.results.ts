import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { Draft } from './draft.types.ts';
import { Message } from './message.types.ts';
import { Thread } from './thread.types.ts';

export const MessageRefusalEnum = enumOf('MessageRefusal', 'Why nothing was sent or changed.', {
  empty: 'There is no text.',
  'too-long': 'The text, the subject or the title is too long.',
  'subject-missing': 'A new thread needs a subject.',
  'intent-missing': 'A new thread says what it is for.',
  'no-recipient': 'Nobody would receive it.',
  'too-many-recipients': 'There are more than 20 recipients.',
  'too-much': 'There are more than 20 files or quoted pieces of the record.',
  'recipient-without-access': 'Somebody may not read messages about this patient; `personIds` says who.',
  'not-your-principal': 'The sender does not stand in for that person, or that person may not read the patient.',
  'hand-over-incomplete': 'A hand-over needs what, who, by when and a number to call.',
  'owner-not-in-thread':
    'Who is to do it is not one of the people of the thread, or takes no tasks about this patient.',
  'due-in-the-past': 'The day is over.',
  'attachment-unknown': 'A file was not uploaded by the sender, or was sent already.',
  'attachments-too-large': 'The files are larger than 25 MB together.',
  'reference-not-readable': 'A quoted piece of the record is not there for the sender.',
  'key-reused': 'This key belongs to another message; make a new one.',
  'undo-expired': 'The ten seconds are over: the message is delivered.',
});
export type MessageRefusal = EnumValue<typeof MessageRefusalEnum>;

@ObjectType({ description: 'It is sent; for ten seconds `undoSend` takes it back.' })
export class MessageSent {
  @Field(() => Thread, { description: 'The thread, with the message in it.' })
  thread!: Thread;

  @Field(() => Message, { description: 'The message.' })
  message!: Message;
}

@ObjectType({ description: 'Nothing was sent. What was written is kept as a draft.' })
export class MessageRefused {
  @Field(() => MessageRefusalEnum, { description: 'Why.' })
  reason!: MessageRefusal;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the input field that it is about. Null: none in particular.',
  })
  field!: string | null;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;

  @Field(() => [ID], { description: 'Whom it is about. Empty: nobody in particular.' })
  personIds!: string[];

  @Field(() => Draft, {
    nullable: true,
    description: 'The draft as Portage keeps it. Null: there was nothing to keep.',
  })
  draft!: Draft | null;
}

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What became of a message.',
  types: () => [MessageSent, MessageRefused] as const,
  resolveType: (value) => ('message' in value ? MessageSent : MessageRefused),
});

@ObjectType({ description: 'The message was taken back before anybody saw it; its text is a draft again.' })
export class SendUndone {
  @Field(() => Draft, { description: 'The draft.' })
  draft!: Draft;

  @Field(() => Thread, { nullable: true, description: 'The thread. Null: it was only this message, and is gone.' })
  thread!: Thread | null;
}

@ObjectType({ description: 'Nothing was changed.' })
export class ThreadRefused {
  @Field(() => MessageRefusalEnum, { description: 'Why.' })
  reason!: MessageRefusal;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;
}

export const UndoSendResult = createUnionType({
  name: 'UndoSendResult',
  description: 'What became of taking a message back.',
  types: () => [SendUndone, ThreadRefused] as const,
  resolveType: (value) => ('draft' in value ? SendUndone : ThreadRefused),
});

@ObjectType({ description: 'The thread as it is now.' })
export class ThreadChanged {
  @Field(() => Thread, { description: 'The thread.' })
  thread!: Thread;
}

export const ThreadAnswer = createUnionType({
  name: 'ThreadAnswer',
  description: 'What became of changing a thread.',
  types: () => [ThreadChanged, ThreadRefused] as const,
  resolveType: (value) => ('thread' in value ? ThreadChanged : ThreadRefused),
});
export type ThreadAnswerType = ThreadChanged | ThreadRefused;

@ObjectType({ description: 'The draft is stored.' })
export class DraftSaved {
  @Field(() => Draft, { description: 'The draft, with its new version.' })
  draft!: Draft;
}

@ObjectType({
  description:
    'The draft was changed elsewhere meanwhile, in another tab or on another machine. Nothing was overwritten.',
})
export class DraftStale {
  @Field(() => Draft, { description: 'The draft as it is stored: saving again with its version replaces it.' })
  stored!: Draft;

  @Field(() => String, { description: 'The text that was to be saved, as it came.' })
  yours!: string;
}

@ObjectType({ description: 'The draft cannot be stored.' })
export class DraftRefused {
  @Field(() => MessageRefusalEnum, { description: 'Why.' })
  reason!: MessageRefusal;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;

  @Field(() => String, { description: 'The text that was to be saved, as it came.' })
  yours!: string;
}

export const SaveDraftResult = createUnionType({
  name: 'SaveDraftResult',
  description: 'What became of a draft.',
  types: () => [DraftSaved, DraftStale, DraftRefused] as const,
  resolveType: (value) => ('draft' in value ? DraftSaved : 'stored' in value ? DraftStale : DraftRefused),
});
