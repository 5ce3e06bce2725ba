import type { Draft, DraftInput, SendInput } from '#portal/messaging/compose.query.ts';
import type { Intent, Priority } from '#portal/messaging/inbox.query.ts';
import type { Attachment, Reference } from '#portal/messaging/messaging.query.ts';

/** Where a message is written: as a reply in a thread, or as the first of a new one about a patient. */
export interface Place {
  threadId: string | null;
  patientId: string;
}

export interface TaskFields {
  title: string;
  ownerId: string;
  dueOn: string;
  fallbackTelephone: string;
}

/** All that the composer holds. */
export interface Fields {
  subject: string;
  intent: Intent;
  priority: Priority;
  body: string;
  recipientIds: readonly string[];
  attachments: readonly Attachment[];
  references: readonly Reference[];
  /** In whose place a new thread is begun. Null: the own. */
  onBehalfOfId: string | null;
  /** Null: nothing is handed over. */
  task: TaskFields | null;
}

export const emptyTask: TaskFields = { title: '', ownerId: '', dueOn: '', fallbackTelephone: '' };

export const emptyFields: Fields = {
  subject: '',
  intent: 'ASK',
  priority: 'ROUTINE',
  body: '',
  recipientIds: [],
  attachments: [],
  references: [],
  onBehalfOfId: null,
  task: null,
};

/** Whether there is anything that would be missed. Who it goes to and what for is filled in by itself. */
export const isEmpty = ({ subject, body, attachments, references, task }: Fields): boolean =>
  `${subject}${body}${task ? Object.values(task).join('') : ''}`.trim() === '' &&
  attachments.length + references.length === 0;

export const placeKey = ({ threadId, patientId }: Place): string => threadId ?? `new-${patientId}`;

export const isAt = (draft: Draft, place: Place): boolean =>
  draft.threadId === place.threadId && (place.threadId !== null || draft.patientId === place.patientId);

export const fieldsOf = ({ task, ...draft }: Draft): Fields => ({
  subject: draft.subject,
  intent: draft.intent,
  priority: draft.priority,
  body: draft.body,
  recipientIds: draft.recipientIds,
  attachments: draft.attachments,
  references: draft.references,
  onBehalfOfId: draft.onBehalfOfId,
  task: task && {
    title: task.title ?? '',
    ownerId: task.ownerId ?? '',
    dueOn: task.dueOn ?? '',
    fallbackTelephone: task.fallbackTelephone ?? '',
  },
});

const placeInput = ({ threadId, patientId }: Place): { threadId: string | null; patientId: string | null } => ({
  threadId,
  patientId: threadId ? null : patientId,
});

const references = (fields: Fields): { kind: Reference['kind']; id: string }[] =>
  fields.references.map(({ kind, id }) => ({ kind, id }));

export function draftInput(place: Place, fields: Fields, version: number): DraftInput {
  const { subject, intent, priority, body, recipientIds, task } = fields;
  return {
    ...placeInput(place),
    version,
    subject,
    intent,
    priority,
    body,
    recipientIds: [...recipientIds],
    attachmentIds: fields.attachments.map(({ id }) => id),
    references: references(fields),
    onBehalfOfId: fields.onBehalfOfId,
    task: task && {
      title: task.title || null,
      ownerId: task.ownerId || null,
      dueOn: task.dueOn || null,
      fallbackTelephone: task.fallbackTelephone || null,
    },
  };
}

export function sendInput(
  place: Place,
  fields: Fields,
  { key, draftVersion }: { key: string; draftVersion: number },
): SendInput {
  const { subject, intent, priority, body, recipientIds, task } = fields;
  const begins = place.threadId === null;
  return {
    ...placeInput(place),
    idempotencyKey: key,
    subject: begins ? subject.trim() : null,
    intent: begins ? intent : null,
    recipientIds: begins ? [...recipientIds] : [],
    body: body.trim(),
    priority,
    attachmentIds: fields.attachments.map(({ id }) => id),
    references: references(fields),
    // A reply is written from the seat that the thread is read through.
    onBehalfOfId: begins ? fields.onBehalfOfId : null,
    handOver: task && intent === 'HAND_OVER' ? task : null,
    recommendation:
      task && intent !== 'HAND_OVER' ? { title: task.title, ownerId: task.ownerId, dueOn: task.dueOn } : null,
    draftVersion: draftVersion || null,
  };
}
