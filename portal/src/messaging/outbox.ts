import { connectionNow } from '#portal/app/client.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { sendMutation, type SendAnswer, type SendInput } from '#portal/messaging/compose.query.ts';
import { placeKey, type Fields, type Place } from '#portal/messaging/draft-fields.ts';

type Sent = Extract<SendAnswer, { __typename: 'MessageSent' }>;
type Refused = Extract<SendAnswer, { __typename: 'MessageRefused' }>;

export interface Refusal {
  field: string | null;
  detail: string;
}

/**
 * A message on its way. It is sent again under its own key until the server has said what became of it; one that was
 * sent stays in sight until the conversation that was asked for again holds it.
 */
export interface Outgoing {
  key: string;
  personId: string;
  place: Place;
  fields: Fields;
  /** To whom, in words. */
  names: string;
  input: SendInput;
  state: 'sending' | 'waiting' | 'sent';
  /** Id that the server gave it, once it is sent. */
  messageId: string | null;
  why: Problem['kind'] | null;
}

interface Handlers {
  sent: (message: Outgoing, answer: Sent) => void;
  refused: (message: Outgoing, refusal: Refusal) => void;
  waiting: (messages: readonly Outgoing[]) => void;
}

const longestWait = 30_000;
/** By then a conversation was asked for again, or is no longer looked at. */
const longestInSight = 60_000;
let messages: readonly Outgoing[] = [];
const listeners = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let handlers: Handlers | null = null;

function set(next: readonly Outgoing[]): void {
  messages = next;
  for (const listener of listeners) listener();
  handlers?.waiting(messages.filter(({ state }) => state === 'waiting'));
}

export const outgoing = (): readonly Outgoing[] => messages;

/** Whether there is something that the server does not have yet, as far as is known. */
export const hasUnsent = (): boolean => messages.some(({ state }) => state !== 'sent');

/** The conversation on the page holds these by now, or they were taken back. */
export function forgetSent(messageIds: readonly string[]): void {
  const left = messages.filter(({ messageId }) => messageId === null || !messageIds.includes(messageId));
  if (left.length < messages.length) set(left);
}

const settled = new Map<string, number>();

/** When the outcome of the last message from this place was known: what was heard of its draft before that is old. */
export const settledAt = (place: Place): number => settled.get(placeKey(place)) ?? 0;

export function onOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is done once the outcome is known, whichever page is shown by then. */
export function whenSettled(given: Handlers): void {
  handlers = given;
}

export function post(message: Omit<Outgoing, 'state' | 'why' | 'messageId'>): void {
  set([...messages, { ...message, state: 'sending', why: null, messageId: null }]);
  void attempt(message.key, 1_000);
}

/** Tries everything that waits at once: the line is back, or the reader asks. */
export function tryNow(): void {
  for (const { key, state } of messages) if (state === 'waiting') void attempt(key, 1_000);
}
addEventListener('online', tryNow);

const change = (key: string, part: Partial<Outgoing>): void =>
  set(messages.map((one) => (one.key === key ? { ...one, ...part } : one)));

async function attempt(key: string, nextWait: number): Promise<void> {
  clearTimeout(timers.get(key));
  const message = messages.find((one) => one.key === key);
  if (!message) return;
  const { client, personId } = connectionNow();
  // It goes in its writer's name or not at all.
  if (personId !== message.personId) return wait(key, 'signed-out', longestWait);
  change(key, { state: 'sending' });
  const { data, error } = await client.mutation(sendMutation, { input: message.input }).toPromise();
  const answer = data?.sendMessage;
  if (answer) return settle(message, answer);
  const problem = error && problemsOf(error)[0];
  switch (problem?.kind) {
    case 'forbidden':
    case 'not-found':
    case 'bad-input':
      return refuse(message, { field: null, detail: 'Messages about this patient are no longer open to you.' });
    case 'rate-limited':
      return wait(key, problem.kind, (problem.retryAfterSeconds ?? 30) * 1_000);
    default:
      return wait(key, problem?.kind ?? 'failed', nextWait);
  }
}

function wait(key: string, why: Problem['kind'], delay: number): void {
  change(key, { state: 'waiting', why });
  timers.set(
    key,
    setTimeout(() => void attempt(key, Math.min(delay * 2, longestWait)), delay),
  );
}

function settle(message: Outgoing, answer: Sent | Refused): void {
  settled.set(placeKey(message.place), Date.now());
  if (answer.__typename === 'MessageRefused') return refuse(message, answer);
  // The first of a conversation is shown by the page that is opened for it.
  if (message.place.threadId === null) set(messages.filter(({ key }) => key !== message.key));
  else {
    change(message.key, { state: 'sent', why: null, messageId: answer.message.id });
    setTimeout(() => forgetSent([answer.message.id]), longestInSight);
  }
  return handlers?.sent(message, answer);
}

function refuse(message: Outgoing, refusal: Refusal): void {
  set(messages.filter(({ key }) => key !== message.key));
  handlers?.refused(message, refusal);
}
