import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post } from './correspondence.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

it('stands on home until it is read: urgent before what is due, the rest after it', async () => {
  const post = new Post(clinic);
  const at = await correspond(clinic);
  const ask = (subject: string, more: Record<string, unknown> = {}) =>
    post.begin(at.oncologist, at.patient, [at.physician], { intent: 'ASK', subject, ...more });
  const handOver = {
    title: 'Check the blood count each week',
    ownerId: at.physician.person.id,
    dueOn: '2099-03-04',
    fallbackTelephone: '+1 505 555 0124',
  };
  const { message } = await ask('After the third cycle', { intent: 'HAND_OVER', handOver });
  const routine = await ask('Which pharmacy?');
  const { thread } = await ask('Fever since this morning', { priority: 'URGENT' });
  // What she adds takes nothing of the haste away.
  await post.send(at.oncologist, { threadId: thread.id, body: 'And a rash' });
  await post.release(message.id);

  const asked = async () => {
    const { data } = await post.ask(at.physician, '{ home { asksYou { kind title urgent } } }');
    return (data!['home'] as { asksYou: { kind: string; title: string; urgent: boolean }[] }).asksYou;
  };
  expect(await asked()).toEqual([
    { kind: 'MESSAGE', title: 'Fever since this morning', urgent: true },
    { kind: 'TASK', title: 'Check the blood count each week', urgent: false },
    { kind: 'MESSAGE', title: 'Which pharmacy?', urgent: false },
    { kind: 'MESSAGE', title: 'After the third cycle', urgent: false },
  ]);

  const until = routine.thread.messages.edges[0]!.node.sentAt;
  await post.ask(
    at.physician,
    'mutation ($id: ID!, $until: DateTime!) { markThreadRead(id: $id, until: $until) { __typename } }',
    { id: routine.thread.id, until },
  );
  expect((await asked()).map(({ title }) => title)).not.toContain('Which pharmacy?');
});
