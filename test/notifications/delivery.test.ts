// From "send" to "opened": each recipient is told, or somebody is told that they were not.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { createLogger } from '#api/http/index.ts';
import { jobList } from '#api/job-list.ts';
import { startJobs, type JobsRunning } from '#api/jobs/index.ts';
import { openChannels } from '#api/notifications/index.ts';
import { openClinic, type Clinic, type PersonInClinic } from '#test/kit/clinic.ts';
import { openMailServer, type Behaviour, type MailServer } from '#test/kit/smtp.ts';
import { correspond, Post, signedIn, type Correspondence, type Sending } from '#test/messaging/correspondence.ts';

let clinic: Clinic;
let post: Post;
let server: MailServer;
let jobs: JobsRunning;
let behaviour: Behaviour = 'takes it';
let scene: Correspondence;
const logged: string[] = [];

beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  server = await openMailServer(() => behaviour);
  const log = createLogger(
    'trace',
    new Writable({ write: (chunk: Buffer, _e, done) => (logged.push(chunk.toString()), done()) }),
  );
  const channels = openChannels({ url: server.url, from: 'portage@centre.example' }, true);
  const list = jobList({ channels, linkTo: (path) => `https://portage.example${path}` });
  jobs = startJobs({ url: clinic.database.urls.portage_worker, jobs: list, log, lookEveryMs: 500 });
});
beforeEach(async () => {
  behaviour = 'takes it';
  scene = await correspond(clinic);
  for (const { person } of [scene.oncologist, scene.physician]) await confirm(person);
});
afterEach(async () => {
  await clinic.owner.query('delete from graphile_worker._private_jobs where locked_at is null');
  server.received.length = 0;
});
afterAll(async () => {
  await jobs.stop();
  await server.close();
  await clinic.close();
});

const confirm = (person: PersonInClinic) =>
  clinic.pool('portage_steward').query(`update contact set verified_at = now() where person_id = $1`, [person.id]);
/** Lets every job of these tasks that waits for its time begin now. */
const hurry = (...tasks: string[]) =>
  clinic.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where locked_at is null and task_id in
       (select id from graphile_worker._private_tasks where identifier = any ($1))`,
    [tasks.map((task) => `notifications.${task}`)],
  );
/** The ten seconds in which a message can be undone are over. */
async function settle({ message }: Sending): Promise<void> {
  await clinic.owner.query(`update message set undo_until = now() where id = $1`, [message.id]);
  await clinic.owner.query(`update message_delivery set stored_at = now() where message_id = $1`, [message.id]);
  await hurry('deliver');
  await vi.waitFor(async () => expect(await planned('deliver')).toEqual([]), { timeout: 8_000 });
}
async function planned(task: string): Promise<Date[]> {
  const rows = await clinic.behindTheWall<{ run_at: Date }>(
    `select j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = $1 order by j.run_at`,
    [`notifications.${task}`],
  );
  return rows.map(({ run_at }) => run_at);
}
async function send(more: Record<string, unknown> = {}): Promise<Sending> {
  const sent = await post.begin(scene.oncologist, scene.patient, [scene.physician], {
    subject: `Follow-up of ${scene.patient.canary}`,
    body: `${scene.patient.canary} has a new result`,
    ...more,
  });
  expect(sent.__typename).toBe('MessageSent');
  return sent;
}
async function deliveryOf({ message }: Sending): Promise<Record<string, unknown> | undefined> {
  const [row] = await clinic.behindTheWall<Record<string, unknown>>(
    `select notified_at is not null as notified, channel, failure, escalated_to_id from message_delivery where message_id = $1`,
    [message.id],
  );
  return row;
}
const TASKS =
  'select title, owner_person_id, owner_role, patient_id from task where source_id = $1 order by created_at';
const tasksOf = (source: string) => clinic.behindTheWall<Record<string, unknown>>(TASKS, [source]);
/** A colleague of the physician's, who covers for them and has an address that works. */
async function covering(): Promise<PersonInClinic> {
  const cover = await clinic.person('community-clinician').of(scene.physician.person.organization);
  await confirm(cover);
  await clinic.standIn(scene.physician.person).by(cover, { kind: 'cover' });
  return cover;
}
const mailTo = (person: PersonInClinic) => server.received.filter(({ to }) => to === person.email);
const soon = { timeout: 10_000, interval: 50 };

describe('a recipient', () => {
  it('is told of an urgent message at once, in words that tell nothing, with a link to the very thread', async () => {
    const sent = await send({ priority: 'URGENT' });
    await settle(sent);
    await vi.waitFor(() => expect(mailTo(scene.physician.person)).toHaveLength(1), soon);
    await vi.waitFor(
      async () => expect(await deliveryOf(sent)).toMatchObject({ notified: true, channel: 'e-mail' }),
      soon,
    );
    const text = mailTo(scene.physician.person)[0]!.raw.replaceAll('=\r\n', '');
    expect(text).toContain('You have 1 urgent item in Portage');
    expect(text).toContain(`https://portage.example/messages/${sent.thread.id}`);
    // S16
    for (const fact of [scene.patient.canary, scene.patient.id, 'Follow-up', 'result', 'Robin'])
      expect(text).not.toContain(fact);
    expect(logged.join('')).not.toContain(scene.patient.canary);
    const kept = await clinic.behindTheWall<{ text: string }>(`select row_to_json(m)::text as text from mail m`);
    expect(kept.map((row) => row.text).join()).not.toContain(scene.patient.canary);
    const payloads = await clinic.behindTheWall<{ text: string }>(
      `select payload::text as text from graphile_worker._private_jobs`,
    );
    expect(payloads.map((row) => row.text).join()).not.toContain(scene.patient.canary);
  });

  it('is told of others once a day, in one mail, at the hour of their practice', async () => {
    const both = [await send(), await send({ subject: 'Another' })];
    for (const sent of both) await settle(sent);
    await sleep(300);
    expect(server.received).toEqual([]);
    const [when, ...more] = await planned('notify');
    expect(more).toEqual([]);
    // Seven in Phoenix, which leaves its clocks alone.
    expect(when?.toISOString()).toMatch(/T14:00:00/);
    await hurry('notify');
    await vi.waitFor(() => expect(mailTo(scene.physician.person)).toHaveLength(1), soon);
    expect(mailTo(scene.physician.person)[0]!.raw).toContain('You have 2 items in Portage');
    await vi.waitFor(async () => expect(await deliveryOf(both[1]!)).toMatchObject({ notified: true }), soon);
  });

  it('who has opened it already gets no mail', async () => {
    const sent = await send({ priority: 'URGENT' });
    await clinic.owner.query(`update message_delivery set opened_at = now() where message_id = $1`, [sent.message.id]);
    await settle(sent);
    expect([await planned('notify'), await planned('escalate')]).toEqual([[], []]);
  });

  it('of a message that was taken back never hears of it', async () => {
    const sent = await send({ priority: 'URGENT' });
    await post.ask(scene.oncologist, 'mutation ($id: ID!) { undoSend(messageId: $id) { __typename } }', {
      id: sent.message.id,
    });
    await hurry('deliver');
    await vi.waitFor(async () => expect(await planned('deliver')).toEqual([]), soon);
    expect([await planned('notify'), await planned('escalate')]).toEqual([[], []]);
  });

  it('who is away has somebody who is told as well', async () => {
    const cover = await covering();
    await settle(await send({ priority: 'URGENT' }));
    for (const person of [scene.physician.person, cover])
      await vi.waitFor(() => expect(mailTo(person)).toHaveLength(1), soon);
  });
});

describe('a recipient who has lost the patient', () => {
  const lost = async (sent: Sending) => {
    expect(await deliveryOf(sent)).toMatchObject({ notified: false, failure: 'no-access' });
    expect(await tasksOf(sent.message.id)).toMatchObject([
      { owner_person_id: scene.oncologist.person.id, title: expect.stringMatching(/^Reach .* in another way$/) },
    ]);
    expect(mailTo(scene.physician.person)).toEqual([]);
  };

  it('before the message was shown to them is not told of it, and the sender is', async () => {
    const sent = await send({ priority: 'URGENT' });
    await clinic.revoke(scene.grants.practice);
    await settle(sent);
    expect(await planned('escalate')).toEqual([]);
    await lost(sent);
  });

  it('before the daily mail, or before it is looked after, is not told of it, and the sender is', async () => {
    const sent = await send();
    await settle(sent);
    await clinic.revoke(scene.grants.practice);
    await hurry('notify');
    await vi.waitFor(async () => expect(await planned('notify')).toEqual([]), soon);
    await hurry('escalate');
    await vi.waitFor(async () => expect(await planned('escalate')).toEqual([]), soon);
    await lost(sent);
  });
});

describe('a recipient who cannot be reached', () => {
  it('because the address was never confirmed: the sender and the practice are asked, the recipient too', async () => {
    await clinic.owner.query('update contact set verified_at = null where person_id = $1', [scene.physician.person.id]);
    const sent = await send();
    await settle(sent);
    expect(await deliveryOf(sent)).toMatchObject({ failure: 'contact-unverified', notified: false });
    expect(await tasksOf(sent.message.id)).toMatchObject([
      {
        owner_person_id: scene.oncologist.person.id,
        patient_id: scene.patient.id,
        title: expect.stringMatching(/^Reach .* in another way$/),
      },
    ]);
    const ofThem = 'select id from contact where person_id = $1';
    const [contact] = await clinic.behindTheWall<{ id: string }>(ofThem, [scene.physician.person.id]);
    expect(await tasksOf(contact!.id)).toMatchObject([
      { owner_person_id: null, owner_role: 'practice-administrator', patient_id: null },
    ]);
    await vi.waitFor(() => expect(mailTo(scene.physician.person)[0]?.raw).toContain('Confirm this address'), soon);
    const { data } = await post.ask(
      scene.oncologist,
      `query ($id: ID!) { thread(id: $id) { messages { edges { node { deliveries { state failure } } } } } }`,
      { id: sent.thread.id },
    );
    expect(JSON.stringify(data)).toContain('They have not confirmed their e-mail address');
    expect(JSON.stringify(data)).toContain('FAILED');
  });

  it('and is covered for: whoever covers is told, which does not count as telling them', async () => {
    const cover = await covering();
    await clinic.owner.query('update contact set verified_at = null where person_id = $1', [scene.physician.person.id]);
    const sent = await send({ priority: 'URGENT' });
    await settle(sent);
    const told = () =>
      clinic.behindTheWall('select from mail where sent_at is not null and address = $1', [cover.email]);
    await vi.waitFor(async () => expect(await told()).toHaveLength(1), soon);
    expect(await deliveryOf(sent)).toMatchObject({ failure: 'contact-unverified', notified: false });
  });

  it('because the address refuses mail: the same, once', async () => {
    behaviour = 'refuses for good';
    const sent = await send({ priority: 'URGENT' });
    await settle(sent);
    await vi.waitFor(async () => expect(await deliveryOf(sent)).toMatchObject({ failure: 'contact-rejected' }), soon);
    expect(await tasksOf(sent.message.id)).toHaveLength(1);
    // The next message does not wait for another refusal.
    const next = await send({ priority: 'URGENT' });
    await settle(next);
    expect(await deliveryOf(next)).toMatchObject({ failure: 'contact-rejected' });
  });
});

describe('a message that nobody opens', () => {
  it('goes to the cover, then to the second contact, then back to the sender, who sees each step', async () => {
    const { physician, oncologist } = scene;
    const practice = physician.person.organization;
    const [cover, second] = [
      await clinic.person('community-clinician').of(practice),
      await clinic.person('practice-staff').of(practice),
    ];
    await clinic.standIn(physician.person).by(cover, { kind: 'cover' });
    await clinic.insert('portage_steward', 'practice_setting', {
      organization_id: practice.id,
      second_contact_id: second.id,
    });
    const sent = await send({ priority: 'URGENT' });
    await settle(sent);
    for (const person of [cover, second, oncologist.person]) {
      await vi.waitFor(async () => expect(await planned('escalate')).toHaveLength(1), soon);
      const [when] = await planned('escalate');
      expect((when!.getTime() - Date.now()) / 3_600_000).toBeCloseTo(4, 1);
      await hurry('escalate');
      await vi.waitFor(async () => expect((await deliveryOf(sent))?.escalated_to_id).toBe(person.id), soon);
    }
    await vi.waitFor(async () => expect(await planned('escalate')).toEqual([]), soon);
    const tasks = await tasksOf(sent.message.id);
    expect(tasks.map(({ owner_person_id }) => owner_person_id)).toEqual([cover.id, second.id, oncologist.person.id]);
    // Whoever is only to remind a colleague learns of no patient.
    expect(tasks.map(({ patient_id }) => patient_id !== null)).toEqual([true, false, true]);
    const passedOn = `query ($id: ID!) { thread(id: $id) { messages { edges { node { deliveries { escalatedTo { id } } } } } } }`;
    const { data } = await post.ask(oncologist, passedOn, { id: sent.thread.id });
    expect(JSON.stringify(data)).toContain(oncologist.person.id);
    // The cover sees the task, since they read for whom they stand in.
    const own = '{ tasks(filter: { owner: MINE }) { edges { node { title } } } }';
    const seen = await post.ask(await signedIn(cover), own);
    expect(JSON.stringify(seen.data)).toContain('Read a message for');
  });

  it('is left alone once it was opened', async () => {
    const sent = await send({ priority: 'URGENT' });
    await settle(sent);
    await clinic.owner.query('update message_delivery set opened_at = now() where message_id = $1', [sent.message.id]);
    await hurry('escalate');
    await vi.waitFor(async () => expect(await planned('escalate')).toEqual([]), soon);
    expect(await deliveryOf(sent)).toMatchObject({ escalated_to_id: null });
  });

  it('and is not urgent is looked after in three working days of the practice', async () => {
    await settle(await send());
    const [when] = await planned('escalate');
    const days = (when!.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThan(5.1);
    expect([0, 6]).not.toContain(new Date(when!.toLocaleString('en-US', { timeZone: 'America/Phoenix' })).getDay());
  });
});
