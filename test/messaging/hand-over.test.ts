import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORDINARY_SCOPES } from '#api/access/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence, type Person, type Sending } from './correspondence.ts';

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

const DUE = '2099-03-04';
const handOver = () => ({
  title: 'Check the blood count each week',
  ownerId: at.physician.person.id,
  dueOn: DUE,
  fallbackTelephone: '+1 505 555 0124',
});
const handOverTo = (more: Record<string, unknown> = {}): Promise<Sending> =>
  post.begin(at.oncologist, at.patient, [at.physician], { intent: 'HAND_OVER', handOver: handOver(), ...more });

/** What the job does when the ten seconds are over. */
async function release(message: string): Promise<void> {
  await post.letUndoPass();
  await clinic.pool('portage_worker').query('select app.release_message($1)', [message]);
}

async function requestsSeenBy(who: Person, thread: string) {
  const { data, codes } = await post.ask(
    who,
    `{ thread(id: "${thread}") { tasks { title } messages { edges { node { requests { kind title owner { id } dueOn fallbackTelephone
      task { title detail status dueOn owner { person { id } } requester { id } source { kind id } mayRespond } } } } } } }`,
  );
  expect(codes).toEqual([]);
  const told = data!['thread'] as { tasks: unknown[]; messages: { edges: { node: { requests: unknown[] } }[] } };
  return { tasks: told.tasks, requests: told.messages.edges.flatMap(({ node }) => node.requests) };
}

describe('what is handed over', () => {
  it('becomes a task of its owner, with its day and the number to call, on both sides', async () => {
    const { thread, message } = await handOverTo();
    expect(await requestsSeenBy(at.oncologist, thread.id)).toMatchObject({ tasks: [], requests: [{ task: null }] });
    await release(message.id);
    await release(message.id);
    const physician = at.physician.person.id;
    const expected = {
      kind: 'HAND_OVER',
      owner: { id: physician },
      dueOn: DUE,
      fallbackTelephone: '+1 505 555 0124',
      task: {
        title: 'Check the blood count each week',
        detail: 'If it cannot be done, call +1 505 555 0124.',
        status: 'REQUESTED',
        dueOn: DUE,
        owner: { person: { id: physician } },
        requester: { id: at.oncologist.person.id },
        source: { kind: 'MESSAGE', id: message.id },
      },
    };
    for (const [who, mayRespond] of [
      [at.oncologist, false],
      [at.physician, true],
    ] as const) {
      const { tasks, requests } = await requestsSeenBy(who, thread.id);
      expect(tasks).toHaveLength(1);
      expect(requests).toMatchObject([{ ...expected, task: { ...expected.task, mayRespond } }]);
    }
  });

  it('is no task when the message is taken back, and its words are in the draft', async () => {
    const { message } = await handOverTo();
    expect(await post.undo(at.oncologist, message.id)).toMatchObject({ __typename: 'SendUndone' });
    await release(message.id);
    expect(await clinic.behindTheWall('select id from task where source_id = $1', [message.id])).toEqual([]);
    const { data } = await post.ask(at.oncologist, '{ drafts { task { title dueOn fallbackTelephone } } }');
    expect(data!['drafts']).toEqual([
      { task: { title: handOver().title, dueOn: DUE, fallbackTelephone: handOver().fallbackTelephone } },
    ]);
  });

  it('is told without its task to whoever does not read tasks of this patient', async () => {
    const { thread, message } = await handOverTo();
    await release(message.id);
    await clinic.revoke(at.grants.centre);
    await clinic
      .grant(at.patient)
      .to(at.oncologist.person.organization, { scopes: ORDINARY_SCOPES.filter((scope) => scope !== 'tasks') });
    expect(await requestsSeenBy(at.oncologist, thread.id)).toMatchObject({
      tasks: [],
      requests: [{ title: handOver().title, task: null }],
    });
  });

  it('is refused when its owner takes no tasks about this patient', async () => {
    await clinic.revoke(at.grants.practice);
    await clinic.grant(at.patient).to(at.physician.person.organization, { scopes: ['demographics', 'messages'] });
    expect(await handOverTo()).toMatchObject({ __typename: 'MessageRefused', reason: 'OWNER_NOT_IN_THREAD' });
  });
});

describe('a recommendation', () => {
  it('becomes a task that says so', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician]);
    await post.letUndoPass();
    const recommendation = { title: 'Consider palliative care', ownerId: at.oncologist.person.id, dueOn: DUE };
    const { message } = await post.send(at.physician, { threadId: thread.id, body: 'She is tired.', recommendation });
    await release(message.id);
    const { requests } = await requestsSeenBy(at.oncologist, thread.id);
    expect(requests).toMatchObject([
      {
        kind: 'RECOMMENDATION',
        fallbackTelephone: null,
        task: { source: { kind: 'RECOMMENDATION' }, requester: { id: at.physician.person.id }, mayRespond: true },
      },
    ]);
  });
});
