// What people do to each other in messages, in the words of the clinic, through the API.
import { randomUUID } from 'node:crypto';
import { execute, type Answer } from '#test/kit/execute.ts';
import type { Clinic, PatientInClinic, PersonInClinic } from '#test/kit/clinic.ts';

export interface Person {
  readonly person: PersonInClinic;
  readonly token: string;
}

/** An oncologist and a family physician who share a patient, each with a session. */
export interface Correspondence {
  readonly patient: PatientInClinic;
  readonly oncologist: Person;
  readonly physician: Person;
  /** Grants of the two organisations. */
  readonly grants: { readonly centre: string; readonly practice: string };
}

export async function correspond(clinic: Clinic): Promise<Correspondence> {
  const centre = await clinic.organization('cancer-centre');
  const practice = await clinic.organization();
  const patient = await clinic.patient({ withRecord: true });
  const grants = {
    centre: await clinic.grant(patient).to(centre, { basis: 'care-team' }),
    practice: await clinic.grant(patient).to(practice),
  };
  const oncologist = await signedIn(await clinic.person('oncologist').of(centre));
  const physician = await signedIn(await clinic.person('community-clinician').of(practice));
  return { patient, oncologist, physician, grants };
}

export const signedIn = async (person: PersonInClinic): Promise<Person> => ({ person, token: await person.signIn() });

const PERSON = '{ id name role organization { name } }';
export const THREAD = `id subject intent priority state unreadCount preview lastMessageAt mayReply
  patient { id name } onBehalfOf ${PERSON} lastSender { id }
  participants { person ${PERSON} addedBy { id } joinedAt lastReadAt mayRead cover { person { id } } }
  draft { id version body }
  messages { pageInfo { hasNextPage endCursor } edges { cursor node { id body mine sentAt undoUntil undone sender ${PERSON} onBehalfOf { id }
    attachments { id name contentType sizeBytes } references { kind id title detail }
    deliveries { recipient { id } state storedAt notifiedAt openedAt openedBy { id } answeredAt failedAt failure } } } }`;

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on MessageSent { thread { ${THREAD} } message { id body mine undoUntil deliveries { recipient { id } state } } }
  ... on MessageRefused { reason field detail personIds draft { id version subject body } } } }`;

export interface ThreadTold {
  id: string;
  subject: string;
  unreadCount: number;
  priority: string;
  preview: string;
  state: string;
  mayReply: boolean;
  patient: { id: string } | null;
  onBehalfOf: { id: string } | null;
  draft: { id: string; version: number; body: string } | null;
  participants: {
    person: { id: string };
    mayRead: boolean;
    lastReadAt: string | null;
    cover: { person: { id: string } } | null;
  }[];
  messages: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { cursor: string; node: MessageTold }[];
  };
}

export interface MessageTold {
  id: string;
  body: string;
  mine: boolean;
  sentAt: string;
  undoUntil: string | null;
  undone: boolean;
  sender: { id: string };
  onBehalfOf: { id: string } | null;
  attachments: { id: string; name: string; contentType: string; sizeBytes: number }[];
  references: { kind: string; id: string; title: string | null; detail: string | null }[];
  deliveries: {
    recipient: { id: string };
    state: string;
    openedAt: string | null;
    openedBy: { id: string } | null;
    answeredAt: string | null;
    failure: string | null;
  }[];
}

export interface Sending {
  __typename: 'MessageSent' | 'MessageRefused';
  thread: ThreadTold;
  message: MessageTold;
  reason: string;
  field: string | null;
  personIds: string[];
  draft: { id: string; version: number; subject: string; body: string } | null;
}

export interface Undoing {
  __typename: 'SendUndone' | 'ThreadRefused';
  draft: { id: string; body: string; version: number; subject: string };
  thread: { id: string } | null;
  reason: string;
}

export class Post {
  constructor(readonly clinic: Clinic) {}

  ask(who: Person | undefined, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    return execute(this.clinic, who?.token, query, variables);
  }

  /** Codes of the refusal, or what became of the message. */
  async send(who: Person, input: Record<string, unknown>): Promise<Sending & { codes: string[] }> {
    const { data, codes } = await this.ask(who, SEND, { input: { idempotencyKey: randomUUID(), ...input } });
    return { ...(data?.['sendMessage'] as Sending), codes };
  }

  /** Begins a thread; with nothing else said it is a question. */
  begin(who: Person, about: PatientInClinic, to: readonly Person[], more: Record<string, unknown> = {}) {
    const recipientIds = to.map(({ person }) => person.id);
    return this.send(who, {
      patientId: about.id,
      subject: 'Follow-up',
      intent: 'ASK',
      recipientIds,
      body: 'A question',
      ...more,
    });
  }

  /** Ends the ten seconds in which messages can be undone, of all that were sent so far. */
  async letUndoPass(): Promise<void> {
    await this.clinic.owner.query(`
      update message set undo_until = sent_at - interval '1 second' where undo_until > now();
      update thread_seat set visible_from = now() - interval '1 second' where visible_from > now();`);
  }

  /** Lets the ten seconds pass and does what is done then. */
  async release(messageId: string): Promise<void> {
    await this.letUndoPass();
    await this.clinic.pool('portage_worker').query('select app.release_message($1)', [messageId]);
  }

  async inbox(who: Person, filter: Record<string, unknown> = {}): Promise<ThreadTold[]> {
    const { data, codes } = await this.ask(
      who,
      `query ($filter: ThreadFilter) { threads(filter: $filter) { edges { node { ${THREAD} } } } }`,
      { filter },
    );
    if (codes.length > 0) throw new Error(codes.join());
    return (data!['threads'] as { edges: { node: ThreadTold }[] }).edges.map(({ node }) => node);
  }

  async thread(who: Person, id: string): Promise<ThreadTold | string> {
    const { data, codes } = await this.ask(who, `query ($id: ID!) { thread(id: $id) { ${THREAD} } }`, { id });
    return codes.length > 0 ? codes.join() : (data?.['thread'] as ThreadTold);
  }

  /** A change of a thread; the codes where it was not answered at all. */
  async change(
    who: Person,
    field: string,
  ): Promise<{ __typename: string; thread: ThreadTold; reason: string } | string> {
    const answers = `__typename ... on ThreadChanged { thread { ${THREAD} } } ... on ThreadRefused { reason }`;
    const { data, codes } = await this.ask(who, `mutation { answer: ${field} { ${answers} } }`);
    return codes.length > 0 ? codes.join() : (data?.['answer'] as never);
  }

  async undo(who: Person, messageId: string): Promise<Undoing | string> {
    const answers = `__typename ... on SendUndone { draft { id body version subject } thread { id } } ... on ThreadRefused { reason }`;
    const { data, codes } = await this.ask(who, `mutation ($id: ID!) { undoSend(messageId: $id) { ${answers} } }`, {
      id: messageId,
    });
    return codes.length > 0 ? codes.join() : (data?.['undoSend'] as Undoing);
  }

  async unread(who: Person): Promise<number> {
    const { data } = await this.ask(who, '{ viewer { unreadCount } }');
    return (data!['viewer'] as { unreadCount: number }).unreadCount;
  }
}
