import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence, type Person, type ThreadTold, type Undoing } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
});
beforeEach(async () => {
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

const EXPIRED = { __typename: 'ThreadRefused', reason: 'UNDO_EXPIRED' };

describe('a message that is taken back', () => {
  it('was never there for anybody else, and its text is a draft again', async () => {
    const { message, thread } = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Wrong patient' });
    const undone = (await post.undo(at.oncologist, message.id)) as Undoing;
    expect(undone).toMatchObject({
      __typename: 'SendUndone',
      thread: null,
      draft: { subject: 'Follow-up', body: 'Wrong patient' },
    });
    await post.letUndoPass();
    expect(await post.inbox(at.physician)).toEqual([]);
    expect(await post.inbox(at.oncologist)).toEqual([]);
    expect(await post.thread(at.physician, thread.id)).toBe('NOT_FOUND');
    expect(await post.undo(at.oncologist, message.id)).toMatchObject({
      __typename: 'SendUndone',
      draft: { id: undone.draft.id },
    });
  });

  it('as a reply leaves the thread as it was', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'How is she?' });
    await post.letUndoPass();
    const reply = await post.send(at.physician, { threadId: thread.id, body: 'Who?' });
    expect(await post.undo(at.physician, reply.message.id)).toMatchObject({
      __typename: 'SendUndone',
      thread: { id: thread.id },
      draft: { body: 'Who?' },
    });
    await post.letUndoPass();
    const [seen] = await post.inbox(at.oncologist);
    expect(seen).toMatchObject({ preview: 'How is she?', unreadCount: 0 });
    expect(
      seen!.messages.edges.map(({ node }) => [node.body, node.deliveries.map(({ answeredAt }) => answeredAt)]),
    ).toEqual([['How is she?', [null]]]);
    const own = (await post.thread(at.physician, thread.id)) as ThreadTold;
    expect(own.draft).toMatchObject({ body: 'Who?' });
    expect(own.messages.edges.map(({ node }) => [node.body, node.undone])).toEqual([
      ['Who?', true],
      ['How is she?', false],
    ]);
  });

  it('neither leaves the thread urgent nor opens one that was closed; what stands does both', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician]);
    await post.letUndoPass();
    await post.change(at.oncologist, `closeThread(id: "${thread.id}")`);
    const told = async () => {
      const { state, priority } = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
      return [state, priority];
    };
    const urgent = () => post.send(at.physician, { threadId: thread.id, body: 'Fever', priority: 'URGENT' });
    const { message } = await urgent();
    expect(await told()).toEqual(['CLOSED', 'ROUTINE']);
    await post.undo(at.physician, message.id);
    await post.release(message.id);
    expect(await told()).toEqual(['CLOSED', 'ROUTINE']);
    expect(await post.inbox(at.oncologist, { urgent: true })).toEqual([]);
    await post.release((await urgent()).message.id);
    expect(await told()).toEqual(['OPEN', 'URGENT']);
    expect(await post.inbox(at.oncologist, { urgent: true })).toHaveLength(1);
  });

  it('ends the haste of an urgent message once it stands, which a further word of its sender does not', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician], { priority: 'URGENT' });
    await post.letUndoPass();
    await post.send(at.oncologist, { threadId: thread.id, body: 'And a rash' });
    await post.letUndoPass();
    const haste = async () => [
      ((await post.thread(at.oncologist, thread.id)) as ThreadTold).priority,
      (await post.inbox(at.oncologist, { urgent: true })).length,
    ];
    expect(await haste()).toEqual(['URGENT', 1]);
    const { message } = await post.send(at.physician, { threadId: thread.id, body: 'Seen at noon' });
    expect(await haste()).toEqual(['URGENT', 1]);
    await post.release(message.id);
    expect(await haste()).toEqual(['ROUTINE', 0]);
  });

  it('shows its writer at once that the thread is open again, who may close it again', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician], { subject: 'Port' });
    await post.letUndoPass();
    const close = () => post.change(at.physician, `closeThread(id: "${thread.id}")`);
    const stateFor = async (who: Person) => ((await post.thread(who, thread.id)) as ThreadTold).state;
    const told = async () => [await stateFor(at.physician), await stateFor(at.oncologist)];
    const open = async () => (await post.inbox(at.physician, { state: 'OPEN' })).map(({ subject }) => subject);
    const reply = () => post.send(at.physician, { threadId: thread.id, body: 'One more thing' });
    await close();
    const first = await reply();
    expect(await told()).toEqual(['OPEN', 'CLOSED']);
    expect(await open()).toContain('Port');
    await post.undo(at.physician, first.message.id);
    expect(await told()).toEqual(['CLOSED', 'CLOSED']);
    expect(await open()).not.toContain('Port');
    const last = await reply();
    await close();
    expect(await told()).toEqual(['CLOSED', 'CLOSED']);
    await post.release(last.message.id);
    expect(await told()).toEqual(['CLOSED', 'CLOSED']);
  });

  it('does not push out what was being written meanwhile', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician]);
    const { message } = await post.send(at.oncologist, { threadId: thread.id, body: 'First' });
    const save = `mutation ($input: DraftInput!) { saveDraft(input: $input) { __typename } }`;
    await post.ask(at.oncologist, save, { input: { threadId: thread.id, version: 0, body: 'Second' } });
    expect(await post.undo(at.oncologist, message.id)).toMatchObject({ draft: { body: 'Second\n\nFirst' } });
  });

  it('is refused when the ten seconds are over', async () => {
    const { message } = await post.begin(at.oncologist, at.patient, [at.physician]);
    await post.letUndoPass();
    expect(await post.undo(at.oncologist, message.id)).toMatchObject(EXPIRED);
    expect(await post.inbox(at.physician)).toHaveLength(1);
  });

  it('is only ever taken back by whoever sent it; for others it is not there', async () => {
    const { message } = await post.begin(at.oncologist, at.patient, [at.physician]);
    expect(await post.undo(at.physician, message.id)).toBe('NOT_FOUND');
    expect(await post.undo(at.physician, 'no id')).toBe('NOT_FOUND');
    await post.letUndoPass();
    expect(await post.inbox(at.physician)).toHaveLength(1);
  });
});
