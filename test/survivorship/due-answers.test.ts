// What is due is answered where it stands: who may, and what the list tells then.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { openSharedCare, type SharedCare } from './shared-care.ts';

let care: SharedCare;
beforeAll(async () => {
  care = await openSharedCare();
  await care.does(care.oncologist, 'draftCarePlan');
  await care.does(care.oncologist, 'signCarePlan', { version: 1 });
  await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
}, 60_000);
afterAll(() => care.clinic.close());

interface Item {
  id: string;
  owner: string;
  response: string;
  responseWords: string | null;
  mayRespond: boolean;
}

async function worklist(reader: PersonInClinic): Promise<Record<string, Item>> {
  const { data } = await care.ask(
    reader,
    '{ dueItems(filter: { within: 365 }, first: 100) { edges { node { id title owner response responseWords mayRespond } } } }',
  );
  const { edges } = data!['dueItems'] as { edges: { node: Item & { title: string } }[] };
  return Object.fromEntries(edges.map(({ node }) => [node.title, node]));
}
const answers = async (reader: PersonInClinic) =>
  Object.values(await worklist(reader)).filter(({ mayRespond }) => mayRespond);

it('asks the one to whom the plan was sent, of the lines of primary care alone', async () => {
  const asked = await answers(care.physician);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ owner, response }) => owner !== 'PRIMARY_CARE' || response !== 'NONE')).toEqual([]);
  for (const reader of [care.oncologist, care.bystander]) {
    expect(Object.keys(await worklist(reader)).length).toBeGreaterThan(asked.length);
    expect(await answers(reader)).toEqual([]);
  }
});

it('tells everybody what was answered, and drops what was declined', async () => {
  const titles = Object.entries(await worklist(care.physician)).flatMap(([title, line]) =>
    line.mayRespond && title !== 'HbA1c' ? title : [],
  );
  const [questioned, refused] = titles as [string, string];
  const respond = async (title: string, response: string, words?: string) => {
    const line = (await worklist(care.physician))[title];
    return care.does(care.physician, 'respondToCarePlanLine', { lineIds: [line!.id], response, words });
  };
  await respond('HbA1c', 'ACCEPTED');
  await respond(questioned, 'ASKED', 'Which target?');
  await respond(refused, 'DECLINED', 'Done elsewhere already');
  for (const reader of [care.physician, care.oncologist]) {
    const told = await worklist(reader);
    expect(told['HbA1c']).toMatchObject({ response: 'ACCEPTED', responseWords: null });
    expect(told[questioned]).toMatchObject({ response: 'ASKED', responseWords: 'Which target?' });
    expect(told[refused]).toBeUndefined();
  }
});

it('takes another answer later: what was accepted can be handed back', async () => {
  const { HbA1c: accepted } = await worklist(care.physician);
  expect(accepted?.mayRespond).toBe(true);
  const answer = { lineIds: [accepted!.id], response: 'DECLINED', words: 'Done elsewhere already' };
  await care.does(care.physician, 'respondToCarePlanLine', answer);
  expect((await worklist(care.physician))['HbA1c']).toBeUndefined();
  const { data } = await care.ask(
    care.oncologist,
    '{ tasks(filter: { owner: MINE, open: true }, first: 20) { edges { node { title detail dueOn } } } }',
  );
  const tasks = (data!['tasks'] as { edges: { node: { title: string } }[] }).edges.map(({ node }) => node);
  expect(tasks).toContainEqual({
    title: 'Settle what was declined: HbA1c',
    detail: 'Done elsewhere already',
    dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});
