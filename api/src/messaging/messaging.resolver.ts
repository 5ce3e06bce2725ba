import 'reflect-metadata';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { addParticipant } from './add-participant.ts';
import { closeThread } from './close-thread.ts';
import { Draft, DraftInput, RecordReferenceInput } from './draft.types.ts';
import { listDrafts } from './drafts.queries.ts';
import { findThread } from './find-thread.ts';
import { listRecipients } from './list-recipients.ts';
import { listThreads } from './list-threads.ts';
import { markThreadRead } from './mark-thread-read.ts';
import { MessageConnection } from './message.types.ts';
import { SendMessageInput, ThreadFilter } from './messaging.inputs.ts';
import {
  SaveDraftResult,
  SendMessageResult,
  ThreadAnswer,
  UndoSendResult,
  type ThreadAnswerType,
} from './messaging.results.ts';
import { Recipient } from './recipient.types.ts';
import { saveDraft } from './save-draft.ts';
import { sendMessage } from './send-message.ts';
import { threadSelection } from './thread-selection.ts';
import { Thread, ThreadConnection } from './thread.types.ts';
import type { ToldThread } from './thread.view.ts';
import { undoSend } from './undo-send.ts';

const PAGE = { nullable: false, defaultValue: 50 } as const;
const THREAD = 'Id of the thread.';

@Resolver(() => Thread)
export class MessagingResolver {
  @Action('messages:list')
  @Query(() => ThreadConnection, { description: "The reader's inbox, and that of whom they stand in for." })
  threads(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ThreadFilter, { nullable: true, description: 'Which threads; standard: all.' })
    filter: ThreadFilter | null,
    @Arg('first', () => Int, { ...PAGE, description: 'Threads a page holds at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last thread seen.' }) after:
      | string
      | null,
  ): Promise<ThreadConnection> {
    return listThreads(context, { filter, first, after, selection: threadSelection(info, ['edges', 'node']) });
  }

  @Action('messages:read')
  @Query(() => Thread, {
    description:
      'One thread. NOT_FOUND when there is none or the reader has no place in it: the answer does not say which.',
  })
  thread(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: THREAD }) id: string,
  ): Promise<Thread> {
    return findThread(context, 'messages:read', id, threadSelection(info));
  }

  @FieldResolver(() => MessageConnection, { description: 'Its messages, newest first.' })
  messages(
    @Root() thread: ToldThread,
    @Arg('first', () => Int, { ...PAGE, description: 'Messages a page holds at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last message seen.' }) _after:
      | string
      | null,
  ): MessageConnection {
    return thread.page(first);
  }

  @Action('messages:recipients')
  @Query(() => [Recipient], { description: 'Who may be written to about a patient, by name.' })
  recipients(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, { description: 'Id of the patient in Portage.' }) patientId: string,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or of a practice.' }) search:
      | string
      | null,
    @Arg('references', () => [RecordReferenceInput], {
      defaultValue: [],
      description: 'Pieces of the record that are to be quoted: who may not read which.',
    })
    references: RecordReferenceInput[],
  ): Promise<Recipient[]> {
    return listRecipients(context, { patientId, search, references });
  }

  @Action('messages:draft')
  @Query(() => [Draft], { description: "The reader's own unsent messages, the last saved first." })
  drafts(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, { nullable: true, description: 'Only about this patient.' }) patientId: string | null,
  ): Promise<Draft[]> {
    return listDrafts(context, patientId ?? undefined);
  }

  @Action('messages:send')
  @Mutation(() => SendMessageResult, { description: 'Sends a message: a reply, or the first of a new thread.' })
  sendMessage(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
  ): Promise<typeof SendMessageResult> {
    return sendMessage(context, input, threadSelection(info, ['thread']));
  }

  @Action('messages:undo')
  @Mutation(() => UndoSendResult, { description: 'Takes back a message within ten seconds of its sending.' })
  undoSend(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('messageId', () => ID, { description: 'Id of the message.' }) messageId: string,
  ): Promise<typeof UndoSendResult> {
    return undoSend(context, messageId, threadSelection(info, ['thread']));
  }

  @Action('messages:draft')
  @Mutation(() => SaveDraftResult, { description: 'Stores what the composer holds.' })
  saveDraft(
    @Ctx() context: RequestContext,
    @Arg('input', () => DraftInput, { description: 'All that the composer holds.' }) input: DraftInput,
  ): Promise<typeof SaveDraftResult> {
    return saveDraft(context, input);
  }

  @Action('messages:direct')
  @Mutation(() => ThreadAnswer, { description: 'Says that messages of a thread were opened.' })
  markThreadRead(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: THREAD }) id: string,
    @Arg('until', () => DateTimeScalar, { description: '`sentAt` of the newest message that was shown.' })
    until: string,
  ): Promise<ThreadAnswerType> {
    return markThreadRead(context, { id, until }, threadSelection(info, ['thread']));
  }

  @Action('messages:direct')
  @Mutation(() => ThreadAnswer, {
    description: 'Brings somebody into a thread who may read messages about its patient.',
  })
  addParticipant(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('threadId', () => ID, { description: THREAD }) threadId: string,
    @Arg('personId', () => ID, { description: 'Id of the person.' }) personId: string,
  ): Promise<ThreadAnswerType> {
    return addParticipant(context, { threadId, personId }, threadSelection(info, ['thread']));
  }

  @Action('messages:direct')
  @Mutation(() => ThreadAnswer, { description: 'Puts a thread away; a reply opens it again.' })
  closeThread(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: THREAD }) id: string,
  ): Promise<ThreadAnswerType> {
    return closeThread(context, id, threadSelection(info, ['thread']));
  }
}
