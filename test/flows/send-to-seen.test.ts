// How long after the ten seconds of undo a message is announced on the recipient's open page: over HTTP and the real stream.
// `SENDS=200 npm test -- integration test/flows/send-to-seen.test.ts` for the figure.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openStream } from '#test/kit/event-stream.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { correspond, type Correspondence } from '#test/messaging/correspondence.ts';

const SENDS = Number(process.env['SENDS'] ?? 12);
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on MessageSent { thread { id } message { undoUntil } } } }`;

let served: ServedClinic;
let scene: Correspondence;
beforeAll(async () => {
  served = await serveClinic();
  scene = await correspond(served.clinic);
  for (const { person } of [scene.oncologist, scene.physician]) await served.admit(person);
});
afterAll(() => served.close());

it(
  'a message is on the other page within a moment after it can no longer be undone',
  { timeout: 300_000 },
  async () => {
    const [sender, reader] = [served.caller(), served.caller()];
    await sender.signIn(scene.oncologist.person.email, PASSWORD);
    await reader.signIn(scene.physician.person.email, PASSWORD);
    const stream = await openStream(reader);
    await stream.next();
    const released = new Map<string, number>();
    const seen = new Map<string, number>();
    const listening = (async () => {
      while (seen.size < SENDS) {
        const event = await stream.next();
        if (!event) return;
        if (event.live?.subjectId) seen.set(event.live.subjectId, seen.get(event.live.subjectId) ?? Date.now());
      }
    })();
    for (let n = 0; n < SENDS; n += 1) {
      const input = {
        idempotencyKey: randomUUID(),
        patientId: scene.patient.id,
        subject: 'How long',
        intent: 'INFORM',
        recipientIds: [scene.physician.person.id],
        body: 'A word',
      };
      const { json } = await sender.ask(SEND, { input });
      const sent = json.data?.['sendMessage'] as { thread: { id: string }; message: { undoUntil: string } };
      released.set(sent.thread.id, Date.parse(sent.message.undoUntil));
      await sleep(150);
    }
    await listening;
    const lags = [...released].map(([thread, at]) => seen.get(thread)! - at).toSorted((one, other) => one - other);
    const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))]!;
    figure(`send to seen: ${SENDS} messages, ${at(0.5)} ms median, ${at(0.95)} ms p95 after the 10 s of undo`);
    // Nobody else sees a message while it can be undone.
    expect(lags[0]).toBeGreaterThan(-50);
    expect(at(0.95)).toBeLessThan(5_000);
    stream.close();
  },
);
