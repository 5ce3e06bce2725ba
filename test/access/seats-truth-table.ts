// Who is told what of conversations, as a table: written from the words and from nothing in the code.
// "Only clinicians who may read the patient can be added, and a person who loses access loses the thread."
import { ROLE_READS, type Section, type TruthRole } from './truth-table.ts';

/** How a reader may stand to a conversation: whether the patient's record is open to them, and whether they have a place in it. */
export const SEATS = {
  participant: { record: true, seat: true },
  /** Wrote its newest message a moment ago and may still take it back. */
  writer: { record: true, seat: true },
  'stands-in': { record: true, seat: true },
  covers: { record: true, seat: true },
  /** Stood in for a participant, and no longer does. */
  'stood-in': { record: false, seat: false },
  /** Has left the practice and works elsewhere. */
  left: { record: false, seat: false },
  'lost-grant': { record: false, seat: false },
  /** The grant of the practice no longer gives messages. */
  'lost-scope': { record: true, seat: true },
  /** The grant gives messages and nothing else, not even who the patient is. */
  'only-messages': { record: true, seat: true },
  restricted: { record: false, seat: false },
  merged: { record: false, seat: false },
  'same-practice': { record: true, seat: false },
  'other-practice': { record: true, seat: false },
  'nothing-granted': { record: false, seat: false },
  /** Was written to, and the message can still be taken back. */
  'not-yet': { record: true, seat: false },
  'taken-back': { record: true, seat: false },
} as const;
export type Seat = keyof typeof SEATS;

/** A reader and a conversation: the role, the place, and the scopes that the patient's grant gives. */
export interface Seated {
  readonly role: TruthRole;
  readonly seat: Seat;
  readonly given: readonly string[];
}

/** Whether something of the patient's record is open: the role and the grant must both know it. */
export const reads = ({ role, seat, given }: Seated, need: string): boolean =>
  SEATS[seat].record && (ROLE_READS[role] as readonly string[]).includes(need) && given.includes(need);

/** Whether the conversation is there for this reader. */
export const opens = (one: Seated): boolean => SEATS[one.seat].seat && reads(one, 'messages');

/** Whether the reader's own unsent text about the patient is there. */
export const keepsDraft = (one: Seated): boolean => reads(one, 'messages');

/** Kinds of what a message quotes, and the section that each belongs to. */
export const QUOTED = {
  RESULT: 'results',
  TREATMENT: 'oncology',
  DIAGNOSIS: 'oncology',
  DOCUMENT: 'documents',
  PLAN_LINE: 'care-plan',
} as const satisfies Record<string, Section>;

/** Fields below a conversation or a draft that need more than it: each with what, for whoever has the place. */
const MORE: readonly [field: RegExp, met: (one: Seated) => boolean][] = [
  [/^(tasks|messages\.edges\.node\.requests\.task)\b/, (one) => reads(one, 'tasks')],
  [/(^|\.)patient\b/, (one) => reads(one, 'demographics')],
  [/(^|\.)references\.(title|detail|at)$/, (one) => Object.values(QUOTED).some((need) => reads(one, need))],
  [/^messages\.edges\.node\.undoUntil$/, ({ seat }) => seat === 'writer'],
  // Of the conversation and not of its messages: in whose place it is seen.
  [/^onBehalfOf\b/, ({ seat }) => seat === 'stands-in' || seat === 'covers'],
];

/** Whether a field is told to a reader to whom the whole is; its path is from the conversation or the draft. */
export const fieldIsTold = (one: Seated, path: readonly string[]): boolean =>
  MORE.every(([field, met]) => !field.test(path.join('.')) || met(one));
