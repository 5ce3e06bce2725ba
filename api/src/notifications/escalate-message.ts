import type { Job } from '#api/jobs/index.ts';
import { inTransaction } from './in-transaction.ts';
import { waitingMail } from './mail-text.ts';
import { plan } from './plan.ts';
import { tellOfLostAccess } from './tell-of-trouble.ts';
import { requestTask, today, type TaskRequest } from './request-task.ts';
import { findPostHolders, lockWaiting, type PostHolder, type WaitingDelivery } from './waiting-delivery.ts';
import { afterWorkingDays } from './working-time.ts';
import { writeMail } from './write-mail.ts';

export type StepKind = 'cover' | 'second-contact' | 'sender';

/** When a message that nobody opens has waited too long again: urgent by the clock, others in working days of the recipient's practice. */
export function escalateAt(
  waiting: Pick<WaitingDelivery, 'urgent' | 'urgentAfterMinutes' | 'routineAfterDays' | 'workingDays' | 'recipient'>,
  from: Date,
): Date {
  if (waiting.urgent) return new Date(from.getTime() + waiting.urgentAfterMinutes * 60_000);
  return afterWorkingDays(from, waiting.routineAfterDays, waiting.recipient.timeZone, waiting.workingDays);
}

/** Who is asked next: the cover, the practice's second contact, at last the sender; nobody twice, and nobody about themselves. */
export function nextStep(
  waiting: Pick<WaitingDelivery, 'coverId' | 'secondContactId'> & { recipient: { id: string }; sender: { id: string } },
  taken: readonly StepKind[],
  asked: readonly string[],
): { kind: StepKind; personId: string } | undefined {
  const order: readonly [StepKind, string | null][] = [
    ['cover', waiting.coverId],
    ['second-contact', waiting.secondContactId],
    ['sender', waiting.sender.id],
  ];
  const last = Math.max(-1, ...taken.map((kind) => order.findIndex(([one]) => one === kind)));
  for (const [kind, personId] of order.slice(last + 1)) {
    const isOther = personId !== waiting.recipient.id && (kind === 'sender' || personId !== waiting.sender.id);
    if (personId !== null && isOther && !asked.includes(personId)) return { kind, personId };
  }
  return undefined;
}

function taskFor(kind: StepKind, waiting: WaitingDelivery, person: PostHolder): TaskRequest {
  const { recipient, messageId, patientId, urgent } = waiting;
  const call = recipient.telephone === null ? '' : ` Telephone of their practice: ${recipient.telephone}.`;
  const words: Record<StepKind, readonly [title: string, detail: string]> = {
    cover: [`Read a message for ${recipient.name}`, 'They have not opened it in time, and you cover for them.'],
    'second-contact': [
      `Ask ${recipient.name} to open Portage`,
      'A message waits for them that they have not opened in time. You are the second contact of the practice.',
    ],
    sender: [
      `Reach ${recipient.name} in another way`,
      `They have not opened your message in time, nor has anybody for them.${call}`,
    ],
  };
  const [title, detail] = words[kind];
  // Whoever is only asked to remind somebody learns of no patient.
  const about = kind === 'second-contact' ? null : patientId;
  const due = { dueOn: today(person.timeZone), source: 'delivery', sourceId: messageId } as const;
  return { patientId: about, title, detail, urgent, owner: { personId: person.id }, ...due };
}

/** A message has waited too long: asks whoever is next, so that it never just lies there. */
export const escalateMessage =
  (linkTo: (path: string) => string): Job =>
  ({ message = '', recipient = '' }, { pool }) =>
    inTransaction(pool, async (db) => {
      const waiting = await lockWaiting(db, message, recipient);
      if (!waiting) return;
      if (!waiting.reads) return tellOfLostAccess(db, waiting);
      const { rows: steps } = await db.query<{ kind: StepKind; person_id: string }>(
        'select kind, person_id from delivery_step where message_id = $1 and recipient_id = $2',
        [message, recipient],
      );
      const taken = steps.map(({ kind }) => kind);
      const next = nextStep(
        waiting,
        taken,
        steps.map((step) => step.person_id),
      );
      if (!next) return;
      const person = (await findPostHolders(db, [next.personId])).get(next.personId);
      await db.query('insert into delivery_step (message_id, recipient_id, kind, person_id) values ($1, $2, $3, $4)', [
        message,
        recipient,
        next.kind,
        next.personId,
      ]);
      const again = `${message}:${recipient}`;
      // Who has left is passed over, at once.
      if (!person || person.hasLeft) return plan(db, 'escalate', { message, recipient }, new Date(), again);
      await db.query(
        'update message_delivery set escalated_at = now(), escalated_to_id = $3 where message_id = $1 and recipient_id = $2',
        [message, recipient, next.personId],
      );
      await requestTask(db, taskFor(next.kind, waiting, person));
      if (person.contactState === 'works' && person.contactId !== null) {
        await writeMail(db, person.contactId, 'cover', waitingMail(linkTo('/')));
      }
      if (next.kind !== 'sender')
        await plan(db, 'escalate', { message, recipient }, escalateAt(waiting, new Date()), again);
    });
