// R5: many sends at once, each key asked for several times. PORTAGE_SENDS=10000 for the figure.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence, type Person } from './correspondence.ts';

const SENDS = Number(process.env['PORTAGE_SENDS'] ?? 400);
const TIMES = 4;
const AT_ONCE = 32;

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

interface Ask {
  readonly who: Person;
  readonly key: string;
  readonly threadId: string | undefined;
}

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  ... on MessageSent { message { id } } ... on MessageRefused { reason } } }`;

async function send({ who, key, threadId }: Ask): Promise<string> {
  const other = who === at.physician ? at.oncologist : at.physician;
  const begins = { patientId: at.patient.id, subject: 'New', intent: 'ASK', recipientIds: [other.person.id] };
  const input = { idempotencyKey: key, body: `Message ${key}`, ...(threadId === undefined ? begins : { threadId }) };
  const { data, codes } = await post.ask(who, SEND, { input });
  const answer = data?.['sendMessage'] as { message?: { id: string }; reason?: string } | undefined;
  return answer?.message?.id ?? codes.join() + (answer?.reason ?? '');
}

it(`${SENDS} sends at once are each one message, in one order`, { timeout: 600_000 }, async () => {
  const threads: string[] = [];
  for (let index = 0; index < 8; index++)
    threads.push((await post.begin(at.oncologist, at.patient, [at.physician])).thread.id);
  await post.letUndoPass();
  const keys = Array.from({ length: Math.ceil(SENDS / TIMES) }, (_, index): Ask => ({
    who: index % 2 === 0 ? at.oncologist : at.physician,
    key: randomUUID(),
    threadId: index % 5 === 0 ? undefined : threads[index % threads.length],
  }));
  // neighbours in time have the same key, so that they meet
  const asks = keys.flatMap((ask) => Array<Ask>(TIMES).fill(ask)).values();
  const answers = new Map<string, Set<string>>();
  const worker = async () => {
    for (const ask of asks) {
      const id = await send(ask);
      answers.set(ask.key, (answers.get(ask.key) ?? new Set()).add(id));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const anomalies: string[] = [];
  for (const [key, ids] of answers) if (ids.size !== 1) anomalies.push(`${key}: ${[...ids].join()}`);
  const counted = async (sql: string) => Number((await clinic.behindTheWall<{ count: string }>(sql))[0]!.count);
  const expectations: [what: string, found: number, expected: number][] = [
    ['messages', await counted('select count(*) from message'), keys.length + threads.length],
    ['texts', await counted('select count(distinct body) from message'), keys.length + 1],
    ['deliveries', await counted('select count(*) from message_delivery'), keys.length + threads.length],
    [
      'acknowledged and there',
      await counted(
        `select count(*) from message where id = any ('{${[...answers.values()].flatMap((ids) => [...ids]).join()}}')`,
      ),
      keys.length,
    ],
    [
      'threads whose newest moment is wrong',
      await counted(`
      select count(*) from thread t where t.last_message_at <> (select max(sent_at) from message m where m.thread_id = t.id)
        or exists (select from thread_seat s where s.thread_id = t.id and s.last_message_at <> t.last_message_at)`),
      0,
    ],
    [
      'jobs that release nothing',
      await counted(`
      select count(*) from message m where not exists (
        select from graphile_worker._private_jobs j where j.payload ->> 'message' = m.id::text)`),
      0,
    ],
  ];
  for (const [what, found, expected] of expectations)
    if (found !== expected) anomalies.push(`${what}: ${found}, not ${expected}`);
  figure(
    `R5 messages: ${keys.length * TIMES} sends, ${AT_ONCE} at once, each key ${TIMES} times: ${keys.length} messages, ${anomalies.length} anomalies`,
  );
  expect(anomalies).toEqual([]);
});
