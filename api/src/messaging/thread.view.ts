import { patientRefOf } from '#api/chart/index.ts';
import { encodeCursor } from '#api/graphql/cursor.ts';
import { draftOf } from './draft.view.ts';
import { messageView, tasksOf } from './message.view.ts';
import type { Message, MessageConnection } from './message.types.ts';
import type { ToldThreads } from './read-threads.ts';
import type { ThreadAnswerRows, ThreadRow } from './thread-rows.ts';
import type { Participant, Thread } from './thread.types.ts';
import { whoIs, type WhoIs } from './who-is.ts';

/** A thread, and beside it how many messages a page of it was to hold: see `Thread.messages`. */
export type ToldThread = Thread & { readonly page: (first: number) => MessageConnection };

/** The threads of an answer, in the order of the inbox, each with the moment that it is sorted by. */
export function threadsOf(told: ToldThreads): { thread: ToldThread; sortedAt: string }[] {
  const person = whoIs(told.answer.people);
  return told.answer.threads.map((row) => ({ thread: threadOf(row, told, person), sortedAt: row.sorted_at }));
}

/** A message that was asked for by its id. */
export function messageOf(told: ToldThreads, id: string): Message | undefined {
  const row = told.answer.messages.find((message) => message.id === id);
  return row && messageView(row, told, whoIs(told.answer.people));
}

function threadOf(row: ThreadRow, told: ToldThreads, person: WhoIs): ToldThread {
  const { answer, session } = told;
  const patient = answer.patients.find(({ id }) => id === row.patient_id);
  const draft = answer.drafts.find(({ thread_id }) => thread_id === row.id);
  const participants = participantsOf(row, answer, person);
  return {
    id: row.id,
    patient: patient ? patientRefOf(patient) : null,
    subject: row.subject,
    intent: row.intent,
    priority: row.priority,
    state: row.state,
    onBehalfOf: row.seat_id === session.person_id ? null : person(row.seat_id),
    participants,
    unreadCount: row.unread_count,
    lastMessageAt: row.last_message_at,
    preview: row.preview,
    lastSender: row.last_sender_id === null ? null : person(row.last_sender_id),
    tasks: tasksOf(told).filter(({ id }) =>
      answer.taskThreads.some((one) => one.task_id === id && one.thread_id === row.id),
    ),
    mayReply: participants.some(({ mayRead, person: { id } }) => mayRead && id !== row.seat_id),
    draft: draft ? draftOf(draft, answer) : null,
    page: (first) => messagesOf(row, first, told, person),
  };
}

function participantsOf({ id }: ThreadRow, answer: ThreadAnswerRows, person: WhoIs): Participant[] {
  const readers = new Set(answer.readers.filter((one) => one.thread_id === id).map((one) => one.person_id));
  return answer.participants
    .filter((one) => one.thread_id === id)
    .map((one) => {
      const cover = answer.covers.find(({ person_id }) => person_id === one.person_id);
      return {
        person: person(one.person_id),
        joinedAt: one.joined_at,
        addedBy: person(one.added_by_id),
        lastReadAt: one.last_read_at,
        mayRead: readers.has(one.person_id),
        cover: cover ? { person: person(cover.cover_id), from: cover.since, until: cover.until } : null,
      };
    });
}

function messagesOf({ id }: ThreadRow, first: number, told: ToldThreads, person: WhoIs): MessageConnection {
  const rows = told.answer.messages.filter((row) => row.thread_id === id && row.paged);
  const edges = rows.slice(0, first).map((row) => ({
    cursor: encodeCursor(row.sent_at),
    node: messageView(row, told, person),
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
