import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { RoleUrls } from '#api/database/index.ts';
import { createLogger } from '#api/http/index.ts';
import { jobList } from '#api/job-list.ts';
import { runAtOnce } from '#api/jobs/index.ts';
import type { Channels } from '#api/notifications/index.ts';
import { AWAY, CONVERSATIONS, WRITES_FOR, type Conversation, type Step } from '#seeds/demo-conversations.ts';
import { openDesks, type Desk, type Desks } from '#seeds/demo-desk.ts';
import { personBy } from '#seeds/people.ts';

/**
 * Writes the demo's conversations as their people would: through the API in a session of each, with the jobs of the
 * server in between. Each step happens now and is then dated back to when the story has it. A conversation that is there
 * is left alone.
 * @param address under which the portal will be reached: mails link to it
 */
export async function loadConversations(urls: RoleUrls, address: string): Promise<void> {
  const steward = new Pool({ connectionString: urls.portage_steward, max: 1 });
  const desks = openDesks(urls, steward);
  const jobs = jobList({ channels: CHANNELS, linkTo: (path) => new URL(path, address).href });
  const worker = new Pool({ connectionString: urls.portage_worker, max: 2 });
  const tools = { pool: worker, log: createLogger('silent'), signal: new AbortController().signal };
  const run = (...names: string[]) => runAtOnce(jobs, names, tools);
  try {
    await nameStandIns(steward, desks);
    for (const conversation of CONVERSATIONS) await hold(conversation, { desks, steward, run });
  } finally {
    await desks.close();
    await Promise.all([steward.end(), worker.end()]);
  }
}

/** Mail to whoever is away comes back; all other is taken, and nobody reads it. */
const CHANNELS: Channels = {
  email: { deliver: async ({ address }) => (address === personBy(AWAY.who).email ? 'rejected' : 'accepted') },
  fax: { deliver: async () => 'not-configured' },
  direct: { deliver: async () => 'not-configured' },
};

async function nameStandIns(steward: Pool, desks: Desks): Promise<void> {
  const from = hoursAgo(AWAY.sinceHours);
  const until = hoursAgo(-24 * AWAY.days);
  const desk = await desks.of(AWAY.who);
  await desk.ask(
    `mutation ($input: SetCoverInput!) { setCover(input: $input) { __typename } }`,
    { input: { personId: personBy(AWAY.cover).id, from: from.toISOString(), until: until.toISOString() } },
    'CoverSet',
  );
  const { staff, clinician } = WRITES_FOR;
  await steward.query(
    `insert into delegation (id, principal_id, delegate_id, kind, valid_from)
     select $1, $2, $3, 'delegate', now() - interval '1 year'
     where not exists (select from delegation where principal_id = $2 and delegate_id = $3 and kind = 'delegate')`,
    [randomUUID(), personBy(clinician).id, personBy(staff).id],
  );
}

interface Stage {
  readonly desks: Desks;
  readonly steward: Pool;
  readonly run: (...names: string[]) => Promise<void>;
}

async function hold(conversation: Conversation, stage: Stage): Promise<void> {
  const { desks, steward, run } = stage;
  let threadId = await existing(await desks.of(conversation.steps[0].by), conversation);
  if (threadId !== null) return;
  for (const step of conversation.steps) {
    const { rows } = await steward.query<{ now: Date }>('select now()');
    const dateBack = () =>
      steward.query('select app.date_demo_thread($1, $2, now() - $3::timestamptz)', [
        threadId,
        rows[0]!.now,
        hoursAgo(step.hoursAgo),
      ]);
    if ('sends' in step) {
      threadId = await send(await desks.of(step.by), conversation, step, threadId);
      // Nobody is told of what can still be undone.
      await dateBack();
      await run('messages.release', 'notifications.deliver');
      await run('notifications.notify');
    } else if ('opens' in step) {
      const desk = await desks.of(step.by);
      await desk.ask(
        `mutation ($id: ID!, $until: DateTime!) { markThreadRead(id: $id, until: $until) { __typename } }`,
        { id: threadId, until: new Date().toISOString() },
        'ThreadChanged',
      );
    } else await run('notifications.escalate');
    await dateBack();
  }
}

async function existing(desk: Desk, { patient, subject }: Conversation): Promise<string | null> {
  const { edges } = await desk.ask<{ edges: { node: { id: string; subject: string } }[] }>(
    `query ($filter: ThreadFilter) { threads(filter: $filter, first: 100) { edges { node { id subject } } } }`,
    { filter: { patientId: await desk.patient(patient) } },
  );
  return edges.find(({ node }) => node.subject === subject)?.node.id ?? null;
}

type Sending = Extract<Step, { sends: string }>;

async function send(
  desk: Desk,
  { patient, subject, intent, to }: Conversation,
  step: Sending,
  threadId: string | null,
): Promise<string> {
  const patientId = await desk.patient(patient);
  const { handsOver, quotes, attaches, inPlaceOf } = step;
  const input = {
    idempotencyKey: randomUUID(),
    ...(threadId === null
      ? { patientId, subject, intent, recipientIds: to.map((one) => personBy(one).id) }
      : { threadId }),
    body: step.sends,
    priority: step.urgent ? 'URGENT' : 'ROUTINE',
    references: quotes === undefined ? [] : [{ kind: 'RESULT', id: await desk.latestResult(patientId, quotes) }],
    attachmentIds: attaches === undefined ? [] : [await desk.upload(attaches)],
    onBehalfOfId: inPlaceOf === undefined ? null : personBy(inPlaceOf).id,
    handOver: handsOver && {
      title: handsOver.title,
      ownerId: personBy(handsOver.to).id,
      dueOn: hoursAgo(-24 * handsOver.dueInDays)
        .toISOString()
        .slice(0, 10),
      fallbackTelephone: handsOver.telephone,
    },
  };
  const { thread } = await desk.ask<{ thread: { id: string } }>(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
       ... on MessageSent { thread { id } } ... on MessageRefused { reason detail } } }`,
    { input },
    'MessageSent',
  );
  return thread.id;
}

const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
