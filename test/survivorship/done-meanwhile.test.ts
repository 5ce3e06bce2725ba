// What is done while a plan is in force moves the worklist by itself.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { before, openSharedCare, type SharedCare } from './shared-care.ts';

let care: SharedCare;
beforeAll(async () => {
  care = await openSharedCare();
  await care.does(care.oncologist, 'draftCarePlan');
  await care.does(care.oncologist, 'signCarePlan', { version: 1 });
  await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
}, 60_000);
afterAll(() => care.clinic.close());

interface Item {
  title: string;
  state: string;
  dueOn: string;
  neverRecorded: boolean;
  every: unknown;
  lastDone: unknown;
}

async function worklist(): Promise<Record<string, Item>> {
  const { data } = await care.ask(
    care.physician,
    '{ dueItems(filter: { within: 365 }, first: 100) { edges { node { title state dueOn neverRecorded every { least most unit } lastDone { on text source { resourceType } } } } } }',
  );
  const { edges } = data!['dueItems'] as { edges: { node: Item }[] };
  return Object.fromEntries(edges.map(({ node }) => [node.title, node]));
}

it('a new result puts its line off, and the list tells when, by which row and how often', async () => {
  const asked = (await worklist())['HbA1c'];
  expect(asked).toMatchObject({ state: 'DUE', neverRecorded: true, lastDone: null });
  await care.record('observation', ['results'], {
    category: 'laboratory',
    family: 'hba1c',
    display: 'Hemoglobin A1c',
    value_number: 7.1,
    unit: '%',
    status: 'final',
    effective_at: new Date(`${before(2)}T18:00:00Z`),
  });
  const now = (await worklist())['HbA1c'];
  expect(now).toMatchObject({
    state: 'NOT_YET_DUE',
    neverRecorded: false,
    every: { least: 3, most: 6, unit: 'MONTH' },
    lastDone: { on: before(2), text: 'Hemoglobin A1c: 7.1 %', source: { resourceType: expect.any(String) } },
  });
  expect(now!.dueOn > asked!.dueOn).toBe(true);
  expect(Object.keys(await worklist())).toContain('Mammogram');
});
