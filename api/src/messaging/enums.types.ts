import { enumOf, type EnumValue } from '#api/graphql/enum.ts';

export const ThreadIntentEnum = enumOf('ThreadIntent', 'What a thread was begun for.', {
  ask: 'A question; an answer is wanted.',
  inform: 'For information.',
  'hand-over': 'Something passes to somebody: it has an owner, a due date and a number to call.',
});
export type ThreadIntent = EnumValue<typeof ThreadIntentEnum>;

export const PriorityEnum = enumOf('Priority', 'How soon somebody must look.', {
  routine: 'In the daily round.',
  urgent: 'At once; recipients are told at once.',
});
export type Priority = EnumValue<typeof PriorityEnum>;

export const ThreadStateEnum = enumOf('ThreadState', 'Whether a thread goes on.', {
  open: 'It goes on.',
  closed: 'Somebody closed it; a reply opens it again.',
});
export type ThreadState = EnumValue<typeof ThreadStateEnum>;

export const DeliveryStateEnum = enumOf('DeliveryState', 'How far a message has come with one recipient.', {
  stored: 'Portage holds it for them.',
  notified: 'They were told that something waits.',
  opened: 'They, or somebody who stands in for them, have opened it.',
  answered: 'They have replied.',
  failed: 'It did not reach them; `failure` says why.',
});
export type DeliveryState = EnumValue<typeof DeliveryStateEnum>;

export const RecordKindEnum = enumOf('RecordKind', 'A kind of row of the record that a message may quote.', {
  result: 'A laboratory value, a report or an imaging study.',
  treatment: 'A procedure or a medicine.',
  diagnosis: 'A problem or diagnosis.',
  document: 'A letter or report.',
  'plan-line': 'A line of the follow-up care plan.',
});
export type RecordKind = EnumValue<typeof RecordKindEnum>;

export const RequestKindEnum = enumOf('MessageRequestKind', 'What a message asks of somebody.', {
  'hand-over': 'Something passes to them.',
  recommendation: 'They are to decide about a recommendation.',
});
export type RequestKind = EnumValue<typeof RequestKindEnum>;
