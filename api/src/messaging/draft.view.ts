import { patientRefOf } from '#api/chart/index.ts';
import type { Draft } from './draft.types.ts';
import { attachmentView, referenceView } from './message.view.ts';
import type { DraftAnswerRows, DraftRow } from './thread-rows.ts';

export function draftOf(row: DraftRow, answer: DraftAnswerRows): Draft {
  const { content } = row;
  const patient = answer.patients.find(({ id }) => id === row.patient_id);
  return {
    id: row.id,
    threadId: row.thread_id,
    patientId: row.patient_id,
    patient: patient ? patientRefOf(patient) : null,
    version: row.version,
    savedAt: row.saved_at,
    subject: content.subject,
    intent: content.intent,
    priority: content.priority,
    body: content.body,
    recipientIds: content.recipientIds,
    attachments: answer.draftFiles.filter(({ draft_id }) => draft_id === row.id).map(attachmentView),
    references: answer.draftQuotes.filter(({ draft_id }) => draft_id === row.id).map(referenceView),
    onBehalfOfId: content.onBehalfOfId ?? null,
    task: content.task ?? null,
  };
}
