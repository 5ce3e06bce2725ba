import type { DeliveryState } from './enums.types.ts';
import { taskOf, type Task } from '#api/tasks/index.ts';
import type { Attachment, Message, MessageDelivery, MessageRequest, RecordReference } from './message.types.ts';
import type { ToldThreads } from './read-threads.ts';
import type { AttachmentRow, DeliveryRow, MessageRow, QuotedRow, RequestRow } from './thread-rows.ts';
import type { WhoIs } from './who-is.ts';

export function messageView(row: MessageRow, told: ToldThreads, person: WhoIs): Message {
  const { answer, session } = told;
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
    requests: answer.requests.filter(ofMessage).map((request) => requestView(request, told, person)),
    deliveries: answer.deliveries.filter(ofMessage).map((delivery) => deliveryView(delivery, person)),
  };
}

function requestView(row: RequestRow, told: ToldThreads, person: WhoIs): MessageRequest {
  const source = row.kind === 'hand-over' ? 'message' : row.kind;
  return {
    kind: row.kind,
    title: row.title,
    owner: person(row.owner_id),
    dueOn: row.due_on,
    fallbackTelephone: row.fallback_telephone,
    task: tasksOf(told).find(({ source: { id, kind } }) => id === row.message_id && kind === source) ?? null,
  };
}

/** Every task that messages of these threads made. */
export function tasksOf({ answer, session }: ToldThreads): Task[] {
  const { person_id: personId, organization_id: organizationId, role, grantees } = session;
  return answer.tasks.map((row) => taskOf(row, answer.taskEvents, { personId, organizationId, role, grantees }));
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
  'contact-none': 'They have no e-mail address here, and were not told.',
  'contact-unverified': 'They have not confirmed their e-mail address, and were not told.',
  'contact-rejected': 'Their e-mail address refuses mail, and they were not told.',
  'contact-not-configured': 'This installation sends no mail, and they were not told.',
};
