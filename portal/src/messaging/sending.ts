import type { Fields } from '#portal/messaging/draft-fields.ts';

/** Names of the fields as the server's refusals use them. */
export type FieldName = 'recipientIds' | 'subject' | 'body' | 'title' | 'ownerId' | 'dueOn' | 'fallbackTelephone';

export type Faults = Partial<Record<FieldName, string>>;

/** What is still missing, so that nobody waits for the line to hear of it. The server decides all the same. */
export function faultsOf(fields: Fields, begins: boolean, today: string): Faults {
  const faults: Faults = {};
  if (begins && fields.recipientIds.length === 0) faults.recipientIds = 'Choose at least one person.';
  if (begins && fields.subject.trim() === '') faults.subject = 'Say in a line what it is about.';
  if (fields.body.trim() === '') faults.body = 'Write the message.';
  const { task } = fields;
  if (task) {
    if (task.title.trim() === '') faults.title = 'Say what is to be done.';
    if (task.ownerId === '') faults.ownerId = 'Say who is to do it.';
    if (task.dueOn === '') faults.dueOn = 'Say by when.';
    else if (task.dueOn < today) faults.dueOn = 'That day is over: choose today or later.';
    if (fields.intent === 'HAND_OVER' && task.fallbackTelephone.trim() === '')
      faults.fallbackTelephone = 'Give a number to call when it cannot be done.';
  }
  return faults;
}
