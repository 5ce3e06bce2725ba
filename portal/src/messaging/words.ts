import { roleWords } from '#portal/identity/roles.ts';
import type { Intent } from '#portal/messaging/inbox.query.ts';
import type { About, Person, RecordKind } from '#portal/messaging/messaging.query.ts';
import type { Delivery, Request } from '#portal/messaging/thread.query.ts';
import { dateWords } from '#portal/ui/dates.ts';

export const intentWords: Record<Intent, string> = {
  ASK: 'Question',
  INFORM: 'For information',
  HAND_OVER: 'Hand-over',
};

export const deliveryWords: Record<Delivery['state'], string> = {
  STORED: 'stored',
  NOTIFIED: 'notified',
  OPENED: 'opened',
  ANSWERED: 'answered',
  FAILED: 'failed',
};

export const kindWords: Record<RecordKind, string> = {
  RESULT: 'Result',
  TREATMENT: 'Treatment',
  DIAGNOSIS: 'Diagnosis',
  DOCUMENT: 'Document',
  PLAN_LINE: 'Follow-up plan',
};

export const requestWords: Record<Request['kind'], string> = {
  HAND_OVER: 'Handed over',
  RECOMMENDATION: 'Recommended',
};

const statusWords: Record<NonNullable<Request['task']>['status'], string> = {
  REQUESTED: 'proposed, waits for an answer',
  ACCEPTED: 'accepted',
  IN_PROGRESS: 'in progress',
  COMPLETED: 'done',
  REJECTED: 'declined',
  CANCELLED: 'cancelled',
};

/** "Task: declined, on leave": where it stands, with the reason where there is one. */
export const taskWords = ({ status, overdue, reason }: NonNullable<Request['task']>): string =>
  `Task: ${statusWords[status]}${overdue ? ', overdue' : ''}${reason ? `, ${reason}` : ''}.`;

/** "community clinician, Alder Street Family Medicine"; null once somebody has left. */
export function placeWords({ role, organization }: Person): string {
  const words = [role && roleWords[role].toLowerCase(), organization?.name].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'no longer at a practice here';
}

/** "born 12 Mar 1961, MRN 00412": what tells two patients of one name apart. */
export const aboutWords = ({ birthDate, mrn }: About): string =>
  `born ${birthDate ? dateWords(birthDate) : 'on a date not recorded'}, MRN ${mrn ?? 'not recorded'}`;

/** "A, B and C" */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "usually answers within 5 hours"; a rounded figure, since it is the middle of a few replies. */
export function replyTimeWords(hours: number | null): string {
  if (hours === null) return 'usual reply time not known yet';
  if (hours < 1) return 'usually answers within the hour';
  if (hours < 36) return `usually answers within ${plural(Math.ceil(hours), 'hour')}`;
  return `usually answers within ${plural(Math.ceil(hours / 24), 'day')}`;
}

export const plural = (count: number, thing: string): string => `${count} ${count === 1 ? thing : `${thing}s`}`;

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const typeNames: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'text/plain': 'plain text',
  'application/hl7-cda+xml': 'C-CDA document',
  'application/fhir+json': 'FHIR document',
};

export const typeWords = (contentType: string): string => typeNames[contentType] ?? contentType;

interface Step {
  word: string;
  at: string | null;
  /** A sentence, where it failed. */
  why?: string;
}

const failureWords = ({ failure }: Delivery): string => failure ?? 'The reason is not recorded.';

/** In sentences, what the sender has to know beyond where a message stands: why it failed, and who was asked instead. */
export function deliveryRemarks(delivery: Delivery): string[] {
  const { state, escalatedTo } = delivery;
  return [
    ...(state === 'FAILED' ? [failureWords(delivery)] : []),
    ...(escalatedTo ? [`Passed on to ${escalatedTo.name}, because it was not opened in time.`] : []),
  ];
}

/** The way of a message to one recipient, the steps that are still to come among them. */
export function deliverySteps(delivery: Delivery): Step[] {
  const { storedAt, notifiedAt, channel, openedAt, openedBy, answeredAt, failedAt } = delivery;
  return [
    { word: 'stored', at: storedAt },
    { word: channel ? `notified by ${channel}` : 'notified', at: notifiedAt },
    { word: openedBy ? `opened by ${openedBy.name}` : 'opened', at: openedAt },
    { word: 'answered', at: answeredAt },
    ...(failedAt ? [{ word: 'failed', at: failedAt, why: failureWords(delivery) }] : []),
  ];
}

/** The moment of the furthest step. */
export function deliveryMoment({ state, ...at }: Delivery): string | null {
  const moments = {
    STORED: at.storedAt,
    NOTIFIED: at.notifiedAt,
    OPENED: at.openedAt,
    ANSWERED: at.answeredAt,
    FAILED: at.failedAt,
  };
  return moments[state];
}
