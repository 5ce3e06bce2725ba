import type { GrantRow } from '#api/access/index.ts';
import type { PatientRefRow, TaskEventRow, TaskRow } from '#api/chart/index.ts';
import type { DirectoryRow } from '#api/identity/index.ts';
import type { Priority, RecordKind, RequestKind, ThreadIntent, ThreadState } from './enums.types.ts';

export interface ThreadRow {
  id: string;
  patient_id: string;
  subject: string;
  intent: ThreadIntent;
  priority: Priority;
  state: ThreadState;
  /** Through whose seat the reader sees it. */
  seat_id: string;
  sorted_at: string;
  last_message_at: string;
  preview: string;
  newest_id: string | null;
  last_sender_id: string | null;
  unread_count: number;
}

export interface MessageRow {
  id: string;
  thread_id: string;
  sender_id: string;
  on_behalf_of_id: string | null;
  body: string;
  sent_at: string;
  undo_until: string | null;
  undone: boolean;
  /** False: it was asked for by its id. */
  paged: boolean;
}

export interface DeliveryRow {
  message_id: string;
  recipient_id: string;
  stored_at: string;
  notified_at: string | null;
  channel: string | null;
  opened_at: string | null;
  opened_by_id: string | null;
  answered_at: string | null;
  failed_at: string | null;
  failure: string | null;
  escalated_to_id: string | null;
}

export interface AttachmentRow {
  id: string;
  message_id: string;
  file_name: string;
  content_type: string;
  size_bytes: number;
}

/** A reference with what the record tells this reader of it: nothing, where it is not theirs to see. */
export interface QuotedRow {
  message_id: string;
  kind: RecordKind;
  id: string;
  title: string | null;
  detail: string | null;
  at: string | null;
}

export interface RequestRow {
  message_id: string;
  kind: RequestKind;
  title: string;
  owner_id: string;
  due_on: string;
  fallback_telephone: string | null;
}

export interface ParticipantRow {
  thread_id: string;
  person_id: string;
  joined_at: string;
  added_by_id: string;
  last_read_at: string | null;
}

export interface CoverRow {
  person_id: string;
  cover_id: string;
  since: string;
  until: string | null;
}

/** What a composer holds, as it was stored. */
export interface DraftContent {
  subject: string;
  intent: ThreadIntent;
  priority: Priority;
  body: string;
  recipientIds: string[];
  attachmentIds: string[];
  references: { kind: RecordKind; id: string }[];
  onBehalfOfId?: string | null;
  task?: {
    title: string | null;
    ownerId: string | null;
    dueOn: string | null;
    fallbackTelephone: string | null;
  } | null;
}

export interface DraftRow {
  id: string;
  patient_id: string;
  thread_id: string | null;
  version: number;
  saved_at: string;
  content: DraftContent;
}

/** What every statement that tells drafts answers of them. */
export interface DraftAnswerRows {
  drafts: DraftRow[];
  draftFiles: (Omit<AttachmentRow, 'message_id'> & { draft_id: string })[];
  draftQuotes: (Omit<QuotedRow, 'message_id'> & { draft_id: string })[];
  patients: PatientRefRow[];
}

/** What the statement of `thread-statement.ts` answers. */
export interface ThreadAnswerRows extends DraftAnswerRows {
  now: string;
  more: boolean;
  threads: ThreadRow[];
  messages: MessageRow[];
  deliveries: DeliveryRow[];
  attachments: AttachmentRow[];
  quoted: QuotedRow[];
  requests: RequestRow[];
  tasks: TaskRow[];
  taskEvents: TaskEventRow[];
  taskThreads: { task_id: string; thread_id: string }[];
  participants: ParticipantRow[];
  readers: { thread_id: string; person_id: string }[];
  covers: CoverRow[];
  people: DirectoryRow[];
  grants: GrantRow[];
  closed: string[];
}
