// Who sees a thread: whoever has a seat in it, or stands in for somebody who has, and may read messages about the patient.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORDINARY_SCOPES } from '#api/access/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, signedIn, type Correspondence, type Person, type ThreadTold } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
let thread: ThreadTold;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
});
beforeEach(async () => {
  at = await correspond(clinic);
  ({ thread } = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Between us' }));
  await post.letUndoPass();
});
afterAll(() => clinic.close());

const TABLES = [
  'thread',
  'thread_seat',
  'thread_participant',
  'message',
  'message_delivery',
  'message_reference',
  'attachment',
  'attachment_content',
  'draft',
];

/** Rows of every table of messaging that SQL run in this session sees. */
async function rowsSeenBy(who: Person): Promise<number> {
  const counts = await Promise.all(
    TABLES.map((table) => clinic.read<{ count: string }>(who.token, `select count(*) from ${table}`)),
  );
  return counts.reduce((sum, [row]) => sum + Number(row!.count), 0);
}

async function expectNothingFor(who: Person): Promise<void> {
  expect(await post.inbox(who)).toEqual([]);
  expect(await post.thread(who, thread.id)).toBe('NOT_FOUND');
  expect(await post.unread(who)).toBe(0);
  expect(await rowsSeenBy(who)).toBe(0);
  expect((await post.send(who, { threadId: thread.id, body: 'Let me in' })).codes).toEqual(['NOT_FOUND']);
  for (const change of [
    `markThreadRead(id: "${thread.id}", until: "2099-01-01T00:00:00Z")`,
    `addParticipant(threadId: "${thread.id}", personId: "${who.person.id}")`,
    `closeThread(id: "${thread.id}")`,
  ]) {
    expect(await post.change(who, change)).toBe('NOT_FOUND');
  }
}

describe('a thread', () => {
  it('is hidden from a colleague who reads the same patient and has no seat', async () => {
    const colleague = await signedIn(await clinic.person('community-clinician').of(at.physician.person.organization));
    await expectNothingFor(colleague);
    expect((await post.ask(colleague, `{ patient(id: "${at.patient.id}") { id } }`)).codes).toEqual([]);
  });

  it('is lost with the grant, and comes back with it', async () => {
    expect(await post.inbox(at.physician)).toHaveLength(1);
    await clinic.revoke(at.grants.practice);
    await expectNothingFor(at.physician);
    await clinic.grant(at.patient).to(at.physician.person.organization);
    expect(await post.inbox(at.physician)).toHaveLength(1);
  });

  it('is lost with the scope', async () => {
    await clinic.revoke(at.grants.practice);
    await clinic
      .grant(at.patient)
      .to(at.physician.person.organization, { scopes: ORDINARY_SCOPES.filter((scope) => scope !== 'messages') });
    await expectNothingFor(at.physician);
  });

  it('is closed by the patient’s word', async () => {
    await clinic.restrict(at.patient).against(at.physician.person.organization);
    await expectNothingFor(at.physician);
  });

  it('does not say who it is about to a grant that does not give it', async () => {
    await clinic.revoke(at.grants.practice);
    await clinic.grant(at.patient).to(at.physician.person.organization, { scopes: ['messages'] });
    const [seen] = await post.inbox(at.physician);
    expect(seen).toMatchObject({ patient: null, preview: 'Between us' });
    expect(JSON.stringify(seen)).not.toContain(at.patient.canary);
  });

  it('answers alike whether it is hidden or absent', async () => {
    const stranger = await signedIn(await clinic.person('oncologist').of(await clinic.organization()));
    const ask = (id: string) => post.ask(stranger, `{ thread(id: "${id}") { id } }`);
    const [hidden, absent] = [await ask(thread.id), await ask(randomUUID())];
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(absent));
    await expectNothingFor(stranger);
  });

  it('goes with a record that is joined to another', async () => {
    const survivor = await clinic.patient();
    await clinic.grant(survivor).to(at.physician.person.organization);
    await clinic.merge(at.patient, survivor);
    expect(await post.inbox(at.physician)).toMatchObject([{ id: thread.id, patient: { id: survivor.id } }]);
    await expectNothingFor(at.oncologist);
  });
});

describe('somebody who loses the patient', () => {
  it('is not written to, and the sender is told', async () => {
    const nurse = await signedIn(await clinic.person('oncology-nurse').of(at.oncologist.person.organization));
    await post.change(at.oncologist, `addParticipant(threadId: "${thread.id}", personId: "${nurse.person.id}")`);
    await clinic.revoke(at.grants.practice);
    const sent = await post.send(at.oncologist, { threadId: thread.id, body: 'Still there?' });
    const state = (who: Person) =>
      sent.message.deliveries.find(({ recipient }) => recipient.id === who.person.id)?.state;
    expect([state(at.physician), state(nurse)]).toEqual(['FAILED', 'STORED']);
    const told = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
    expect(told.participants.find(({ person }) => person.id === at.physician.person.id)).toMatchObject({
      mayRead: false,
    });
  });

  it('leaves nobody to write to, and that is refused', async () => {
    await clinic.revoke(at.grants.practice);
    expect(((await post.thread(at.oncologist, thread.id)) as ThreadTold).mayReply).toBe(false);
    expect(await post.send(at.oncologist, { threadId: thread.id, body: 'Anybody?' })).toMatchObject({
      reason: 'NO_RECIPIENT',
    });
  });
});

describe('somebody who is brought in', () => {
  it('sees the thread from its beginning, and has its newest message delivered', async () => {
    const nurse = await signedIn(await clinic.person('oncology-nurse').of(at.oncologist.person.organization));
    const add = `addParticipant(threadId: "${thread.id}", personId: "${nurse.person.id}")`;
    expect(await post.change(at.physician, add)).toMatchObject({ __typename: 'ThreadChanged' });
    expect(await post.change(at.physician, add)).toMatchObject({ __typename: 'ThreadChanged' });
    const [seen] = await post.inbox(nurse);
    expect(seen).toMatchObject({ preview: 'Between us', unreadCount: 1 });
    expect(seen!.participants).toHaveLength(3);
    const deliveries = seen!.messages.edges[0]!.node.deliveries;
    expect(deliveries.find(({ recipient }) => recipient.id === nurse.person.id)).toMatchObject({ state: 'STORED' });
    const { sentAt } = seen!.messages.edges[0]!.node;
    expect(await post.change(nurse, `markThreadRead(id: "${thread.id}", until: "${sentAt}")`)).toMatchObject({
      thread: { unreadCount: 0 },
    });
  });

  it('must be able to read the patient', async () => {
    const stranger = await signedIn(await clinic.person('oncologist').of(await clinic.organization()));
    for (const id of [stranger.person.id, randomUUID(), 'no id']) {
      expect(
        await post.change(at.physician, `addParticipant(threadId: "${thread.id}", personId: "${id}")`),
      ).toMatchObject({
        __typename: 'ThreadRefused',
        reason: 'RECIPIENT_WITHOUT_ACCESS',
      });
    }
    await expectNothingFor(stranger);
  });
});

describe('whoever makes the API run SQL of their own', () => {
  it('writes nothing of messaging but through its functions', async () => {
    for (const table of [...TABLES, 'idempotency']) {
      for (const sql of [
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `select * from ${table} for update`,
      ]) {
        await expect(clinic.read(at.oncologist.token, sql)).rejects.toMatchObject({ code: '42501' });
      }
    }
    await expect(
      clinic.read(at.oncologist.token, `select app.patient_readers($1)`, [at.patient.id]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(clinic.read(at.oncologist.token, `select * from idempotency`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('is told nothing by them without a session, or of somebody else’s patient', async () => {
    const stranger = await signedIn(await clinic.person('oncologist').of(await clinic.organization()));
    for (const token of [undefined, stranger.token]) {
      expect(await clinic.read(token, `select * from app.recipients($1)`, [at.patient.id])).toEqual([]);
      expect(
        (await clinic.read<{ refusal: string | null }>(token, `select * from app.close_thread($1)`, [thread.id]))[0]
          ?.refusal,
      ).toBe('not-found');
      expect((await clinic.read<{ unread_count: number }>(token, `select app.unread_count()`))[0]!.unread_count).toBe(
        0,
      );
    }
  });
});
