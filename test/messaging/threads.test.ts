import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence, type ThreadTold } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

describe('an oncologist who writes to the family physician', () => {
  let thread: ThreadTold;

  it('is told that it is stored, and until when it can be undone', async () => {
    const sent = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Is she eating?' });
    expect(sent).toMatchObject({
      __typename: 'MessageSent',
      message: {
        body: 'Is she eating?',
        mine: true,
        deliveries: [{ recipient: { id: at.physician.person.id }, state: 'STORED' }],
      },
    });
    expect(sent.message.undoUntil).not.toBeNull();
    thread = sent.thread;
  });

  it('is not seen by the physician while it can be undone', async () => {
    expect(await post.inbox(at.physician)).toEqual([]);
    expect(await post.thread(at.physician, thread.id)).toBe('NOT_FOUND');
    expect(await post.unread(at.physician)).toBe(0);
    expect(await post.inbox(at.oncologist)).toMatchObject([{ id: thread.id, unreadCount: 0 }]);
  });

  it('is in the physician’s inbox afterwards, unread', async () => {
    await post.letUndoPass();
    expect(await post.inbox(at.physician)).toMatchObject([
      { id: thread.id, unreadCount: 1, preview: 'Is she eating?', mayReply: true, patient: { id: at.patient.id } },
    ]);
    expect(await post.unread(at.physician)).toBe(1);
    expect(await post.inbox(at.physician, { unread: true })).toHaveLength(1);
    expect(await post.inbox(at.physician, { urgent: true })).toEqual([]);
  });

  it('sees that it was opened, and that it was answered', async () => {
    const told = (await post.thread(at.physician, thread.id)) as ThreadTold;
    const until = told.messages.edges[0]!.node.sentAt;
    expect(await post.change(at.physician, `markThreadRead(id: "${thread.id}", until: "${until}")`)).toMatchObject({
      thread: { unreadCount: 0 },
    });
    expect(await post.unread(at.physician)).toBe(0);
    const opened = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
    expect(opened.messages.edges[0]!.node.deliveries).toMatchObject([{ state: 'OPENED', openedBy: null }]);

    const reply = await post.send(at.physician, { threadId: thread.id, body: 'Yes, well.' });
    expect(reply.__typename).toBe('MessageSent');
    await post.letUndoPass();
    await clinic.owner.query(
      `update message_delivery set answered_at = answered_at - interval '11 seconds' where answered_at is not null`,
    );
    const answered = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
    expect(answered.messages.edges.map(({ node }) => [node.body, node.mine, node.deliveries[0]!.state])).toEqual([
      ['Yes, well.', false, 'STORED'],
      ['Is she eating?', true, 'ANSWERED'],
    ]);
    expect(await post.unread(at.oncologist)).toBe(1);
  });
});
