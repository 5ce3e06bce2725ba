import type { RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { Draft } from './draft.types.ts';
import { findDraft } from './drafts.queries.ts';
import type { SendMessageInput } from './messaging.inputs.ts';
import { storeDraft } from './save-draft.ts';
import type { DraftContent } from './thread-rows.ts';

/**
 * Keeps a message that was refused, unless a draft is stored already: then that one stays, since it may be of another tab.
 * @returns the stored draft; null when there was nothing to keep.
 */
export async function keepAsDraft(
  context: RequestContext,
  patientId: string,
  input: SendMessageInput,
): Promise<Draft | null> {
  if (input.body.trim() === '' && (input.subject ?? '').trim() === '') return null;
  const threadId = input.threadId ?? null;
  const saved = await storeDraft(context, {
    threadId,
    patientId: threadId === null ? patientId : null,
    version: 0,
    content: contentOf(input),
  });
  return findDraft(context, 'messages:draft', saved.draft_id);
}

const contentOf = (input: SendMessageInput): DraftContent => ({
  subject: input.subject ?? '',
  intent: input.intent ?? 'ask',
  priority: input.priority,
  body: input.body,
  recipientIds: input.recipientIds.filter(isUuid),
  attachmentIds: input.attachmentIds.filter(isUuid),
  references: input.references.filter(({ id }) => isUuid(id)),
  onBehalfOfId: isUuid(input.onBehalfOfId ?? '') ? input.onBehalfOfId : null,
  task: taskOf(input),
});

function taskOf({ handOver, recommendation }: SendMessageInput): DraftContent['task'] {
  const task = handOver ?? recommendation;
  if (task == null) return null;
  const { title, ownerId, dueOn } = task;
  return { title, ownerId, dueOn, fallbackTelephone: handOver?.fallbackTelephone ?? null };
}
