import type { DeliveryState } from './enums.types.ts';
import type { Attachment, Message, MessageDelivery, RecordReference } from './message.types.ts';
import type { ToldThreads } from './read-threads.ts';
import type { AttachmentRow, DeliveryRow, MessageRow, QuotedRow } from './thread-rows.ts';
import type { WhoIs } from './who-is.ts';

export function messageView(row: MessageRow, { answer, session }: ToldThreads, person: WhoIs): Message {
  const ofMessage = (one: { message_id: string }) => one.message_id === row.id;
  return {
    id: row.id,
    sender: person(row.sender_id),
    onBehalfOf: row.on_behalf_of_id === null ? null : person(row.on_behalf_of_id),
    mine: [row.sender_id, row.on_behalf_of_id].includes(session.person_id),
    body: row.body,
    sentAt: row.sent_at,
    undoUntil: row.undone ? null : row.undo_until,
    undone: row.undone,
    attachments: answer.attachments.filter(ofMessage).map(attachmentView),
    references: answer.quoted.filter(ofMessage).map(referenceView),
    deliveries: answer.deliveries.filter(ofMessage).map((delivery) => deliveryView(delivery, person)),
  };
}

export const attachmentView = (row: Omit<AttachmentRow, 'message_id'>): Attachment => ({
  id: row.id,
  name: row.file_name,
  contentType: row.content_type,
  sizeBytes: row.size_bytes,
});

export const referenceView = ({ kind, id, title, detail, at }: Omit<QuotedRow, 'message_id'>): RecordReference => ({
  kind,
  id,
  title,
  detail: detail || null,
  at,
});

function deliveryView(row: DeliveryRow, person: WhoIs): MessageDelivery {
  return {
    recipient: person(row.recipient_id),
    state: stateOf(row),
    storedAt: row.stored_at,
    notifiedAt: row.notified_at,
    channel: row.channel,
    openedAt: row.opened_at,
    openedBy: row.opened_by_id === null ? null : person(row.opened_by_id),
    answeredAt: row.answered_at,
    failedAt: row.failed_at,
    failure: row.failure === null ? null : (FAILURES[row.failure] ?? row.failure),
    escalatedTo: row.escalated_to_id === null ? null : person(row.escalated_to_id),
  };
}

/** Whoever has opened it has it, even where telling them had failed. */
function stateOf(row: DeliveryRow): DeliveryState {
  if (row.answered_at !== null) return 'answered';
  if (row.opened_at !== null) return 'opened';
  if (row.failed_at !== null) return 'failed';
  return row.notified_at === null ? 'stored' : 'notified';
}

const FAILURES: Readonly<Record<string, string>> = {
  'no-access': 'They may no longer read messages about this patient.',
};
