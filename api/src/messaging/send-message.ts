import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { readRows } from '#api/chart/index.ts';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { findThreadRows, findMessage } from './find-thread.ts';
import { refusalOfParts } from './input.queries.ts';
import { keepAsDraft } from './keep-draft.ts';
import type { SendMessageInput } from './messaging.inputs.ts';
import { objectionTo, type MessageFacts } from './messaging.policy.ts';
import { MessageRefused, MessageSent, type MessageRefusal } from './messaging.results.ts';
import { WORDS } from './refusals.ts';
import type { ThreadSelection } from './thread-selection.ts';
import { write, writing, type Written } from './write.ts';

interface Sent extends Written {
  readonly message_id: string | null;
  readonly culprits: string[] | null;
}

const SEND = writing(
  sql`app.send_message(${hole('key', 'text')}, ${hole('digest', 'bytea')}, ${hole('threadId', 'uuid')}, ${hole('given', 'jsonb')})`,
  sql`array[done.thread_id, done.message_id]`,
);

/** Whom a message is about, once the first wall has let its sender through. */
interface Home {
  readonly patientId: string;
  /** Everybody in the thread that is replied to. */
  readonly people: readonly string[];
}

/**
 * Sends a message, once for each key. Whatever is refused is kept as a draft.
 * @throws {NotFoundError} when there is no such thread or patient for the sender.
 * @throws {ForbiddenError} when the sender may see the patient but not write about them.
 */
export async function sendMessage(
  context: RequestContext,
  input: SendMessageInput,
  selection: ThreadSelection,
): Promise<MessageSent | MessageRefused> {
  const key = input.idempotencyKey;
  if (key.length < 8 || key.length > 100) throw new BadUserInputError('idempotencyKey has 8 to 100 characters');
  const { patientId, people } = await homeOf(context, input);
  const refuse = async (reason: MessageRefusal, field: string | null, personIds: string[] = []) =>
    Object.assign(new MessageRefused(), {
      reason,
      field,
      detail: WORDS[reason],
      personIds,
      draft: await keepAsDraft(context, patientId, input),
    });

  const objection = objectionTo(factsOf(input), firstDayOnEarth());
  if (objection) return refuse(objection.reason, objection.field);
  const strangers = input.recipientIds.filter((id) => !isUuid(id));
  if (strangers.length > 0) return refuse('recipient-without-access', 'recipientIds', strangers);
  if (input.onBehalfOfId != null && !isUuid(input.onBehalfOfId)) return refuse('not-your-principal', 'onBehalfOfId');
  if (!input.attachmentIds.every(isUuid)) return refuse('attachment-unknown', 'attachmentIds');
  const requests = requestsOf(input);
  const owners = requests.map(({ owner }) => owner);
  if (input.threadId != null && owners.some((id) => !people.includes(id))) return refuse('owner-not-in-thread', null);
  const refusal = await refusalOfParts(context, patientId, { references: input.references, owners });
  if (refusal) return refuse(refusal, FIELDS[refusal] ?? null);

  const { idempotencyKey: _, draftVersion, ...message } = input;
  const sent = await write<Sent>(context, SEND, 'messages:send', {
    key,
    digest: createHash('sha256').update(JSON.stringify(message)).digest(),
    threadId: input.threadId ?? null,
    given: JSON.stringify({
      patient: patientId,
      subject: input.subject?.trim(),
      intent: input.intent,
      priority: input.priority,
      body: input.body,
      recipients: input.recipientIds,
      attachments: [...new Set(input.attachmentIds)],
      references: input.references,
      requests,
      principal: input.onBehalfOfId,
      draftVersion,
    }),
  });
  if (sent.refusal !== null)
    return refuse(sent.refusal as MessageRefusal, FIELDS[sent.refusal] ?? null, sent.culprits ?? []);
  if (sent.thread_id === null || sent.message_id === null) throw new NotFoundError();
  const ids = { threadId: sent.thread_id, messageId: sent.message_id };
  return Object.assign(new MessageSent(), await findMessage(context, 'messages:read', ids, selection));
}

/** The first wall: the policy in code. The functions of the database are the second. */
async function homeOf(context: RequestContext, { threadId, patientId }: SendMessageInput): Promise<Home> {
  if ((threadId == null) === (patientId == null)) throw new BadUserInputError('give either threadId or patientId');
  if (threadId != null) {
    const { thread, participants } = await findThreadRows(context, 'messages:read', threadId);
    return { patientId: thread.patient_id, people: participants.map(({ person_id }) => person_id) };
  }
  if (patientId == null || !isUuid(patientId)) throw new NotFoundError();
  await readRows(context, 'messages:send', patientId, []);
  return { patientId, people: [] };
}

const factsOf = (input: SendMessageInput): MessageFacts => ({
  isReply: input.threadId != null,
  subject: input.subject ?? '',
  intent: input.intent ?? null,
  body: input.body,
  recipientIds: input.recipientIds,
  attachments: input.attachmentIds.length,
  references: input.references.length,
  handOver: input.handOver ?? null,
  recommendation: input.recommendation ?? null,
});

function requestsOf({ handOver, recommendation }: SendMessageInput) {
  const asked = [
    { kind: 'hand-over', task: handOver, telephone: handOver?.fallbackTelephone.trim() },
    { kind: 'recommendation', task: recommendation, telephone: undefined },
  ];
  return asked.flatMap(({ kind, task, telephone }) =>
    task == null ? [] : [{ kind, title: task.title.trim(), owner: task.ownerId, due: task.dueOn, telephone }],
  );
}

/** The earliest day that it still is anywhere: whoever is asked may live west of the asker. */
const firstDayOnEarth = (): string => new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10);

const FIELDS: Readonly<Record<string, string>> = {
  'recipient-without-access': 'recipientIds',
  'no-recipient': 'recipientIds',
  'not-your-principal': 'onBehalfOfId',
  'attachment-unknown': 'attachmentIds',
  'attachments-too-large': 'attachmentIds',
  'key-reused': 'idempotencyKey',
  'reference-not-readable': 'references',
};
