/** What can be said against a message before anybody asks the database. */
export type OutrightRefusal =
  | 'empty'
  | 'too-long'
  | 'subject-missing'
  | 'intent-missing'
  | 'no-recipient'
  | 'too-many-recipients'
  | 'hand-over-incomplete'
  | 'owner-not-in-thread'
  | 'due-in-the-past'
  | 'too-much';

export interface TaskFacts {
  readonly title: string;
  readonly ownerId: string;
  readonly dueOn: string;
}

export interface MessageFacts {
  readonly isReply: boolean;
  readonly subject: string;
  readonly intent: 'ask' | 'inform' | 'hand-over' | null;
  readonly body: string;
  readonly recipientIds: readonly string[];
  readonly attachments: number;
  readonly references: number;
  readonly handOver: (TaskFacts & { readonly fallbackTelephone: string }) | null;
  readonly recommendation: TaskFacts | null;
}

export interface Objection {
  readonly reason: OutrightRefusal;
  /** Name of the input field that it is about. */
  readonly field: string;
}

export const LONGEST = { subject: 200, body: 10_000, title: 200 } as const;
export const MOST = { recipients: 20, attachments: 20, references: 20 } as const;

/** Seven digits and more, with whatever people write between them: what somebody can dial. */
const isTelephone = (text: string): boolean => text.length <= 40 && text.replace(/\D/g, '').length >= 7;

/** What is wrong with a message as it stands; undefined when nothing is. `today` is a day as YYYY-MM-DD. */
export function objectionTo(message: MessageFacts, today: string): Objection | undefined {
  if (message.body.trim() === '') return { reason: 'empty', field: 'body' };
  if (message.body.length > LONGEST.body) return { reason: 'too-long', field: 'body' };
  if (message.attachments > MOST.attachments) return { reason: 'too-much', field: 'attachmentIds' };
  if (message.references > MOST.references) return { reason: 'too-much', field: 'references' };
  return (message.isReply ? undefined : objectionToThread(message)) ?? objectionToTasks(message, today);
}

function objectionToThread({ subject, intent, recipientIds }: MessageFacts): Objection | undefined {
  if (subject.trim() === '') return { reason: 'subject-missing', field: 'subject' };
  if (subject.trim().length > LONGEST.subject) return { reason: 'too-long', field: 'subject' };
  if (intent === null) return { reason: 'intent-missing', field: 'intent' };
  if (recipientIds.length === 0) return { reason: 'no-recipient', field: 'recipientIds' };
  if (recipientIds.length > MOST.recipients) return { reason: 'too-many-recipients', field: 'recipientIds' };
  return undefined;
}

function objectionToTasks(message: MessageFacts, today: string): Objection | undefined {
  const { intent, handOver, recommendation } = message;
  if (intent === 'hand-over' && handOver === null) return { reason: 'hand-over-incomplete', field: 'handOver' };
  if (handOver !== null && (handOver.title.trim() === '' || !isTelephone(handOver.fallbackTelephone)))
    return { reason: 'hand-over-incomplete', field: 'handOver' };
  if (recommendation?.title.trim() === '') return { reason: 'empty', field: 'recommendation' };
  for (const [field, task] of [['handOver', handOver] as const, ['recommendation', recommendation] as const]) {
    if (task === null) continue;
    if (task.title.trim().length > LONGEST.title) return { reason: 'too-long', field };
    if (task.dueOn < today) return { reason: 'due-in-the-past', field };
    if (!message.isReply && !message.recipientIds.includes(task.ownerId))
      return { reason: 'owner-not-in-thread', field };
  }
  return undefined;
}
