import type { Database, PostHolder, WaitingDelivery } from './waiting-delivery.ts';
import { plan } from './plan.ts';
import { requestTask, today } from './request-task.ts';

type Trouble = Exclude<PostHolder['contactState'], 'works'>;

const WORDS: Readonly<Record<Trouble, string>> = {
  none: 'They have no e-mail address in Portage.',
  unverified: 'Their e-mail address has not been confirmed.',
  rejected: 'Their e-mail address refuses mail.',
  'not-configured': 'This installation sends no mail.',
};

/**
 * A recipient cannot be reached outside of the portal: the delivery shows it, the sender is asked to reach them in another
 * way, and whoever administers their practice to mend it. An address that was never confirmed is asked once more.
 */
export async function tellOfTrouble(db: Database, waiting: WaitingDelivery, trouble: Trouble): Promise<void> {
  const { recipient, urgent } = waiting;
  await keepFailed(db, waiting, `contact-${trouble}`);
  await askSender(db, waiting, `they have not been told of it by mail. ${WORDS[trouble]}`);
  await requestTask(db, {
    patientId: null,
    title: `Mend the e-mail address of ${recipient.name}`,
    detail: `${WORDS[trouble]} They are not told of messages. They confirm or change it in Portage, under Notifications.`,
    urgent,
    owner: { organizationId: recipient.organizationId, role: recipient.administeredBy },
    dueOn: today(recipient.timeZone),
    source: 'contact',
    sourceId: recipient.contactId ?? recipient.id,
  });
  if (trouble === 'unverified' && recipient.contactId !== null) {
    const { rows } = await db.query(
      `select from contact where id = $1 and (code_sent_at is null or code_sent_at < now() - interval '1 day')`,
      [recipient.contactId],
    );
    if (rows.length > 0) await plan(db, 'code', { contact: recipient.contactId }, new Date(), recipient.contactId);
  }
}

/** A recipient has lost the patient before they opened it: the delivery shows it, and the sender is asked. */
export async function tellOfLostAccess(db: Database, waiting: WaitingDelivery): Promise<void> {
  await keepFailed(db, waiting, 'no-access');
  await askSender(db, waiting, 'they may no longer read messages about this patient.');
}

async function keepFailed(db: Database, { messageId, recipient }: WaitingDelivery, failure: string): Promise<void> {
  await db.query(
    `update message_delivery set failed_at = now(), failure = $3 where message_id = $1 and recipient_id = $2 and failed_at is null`,
    [messageId, recipient.id, failure],
  );
}

async function askSender(db: Database, waiting: WaitingDelivery, trouble: string): Promise<void> {
  const { recipient, sender, messageId, patientId, urgent } = waiting;
  const call = recipient.telephone === null ? '' : ` Telephone of their practice: ${recipient.telephone}.`;
  await requestTask(db, {
    patientId,
    title: `Reach ${recipient.name} in another way`,
    detail: `Your message is in Portage, and ${trouble}${call}`,
    urgent,
    owner: { personId: sender.id },
    dueOn: today(sender.timeZone),
    source: 'delivery',
    sourceId: messageId,
  });
}
