import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reader } from '#api/database/index.ts';
import { requestTask } from '#api/tasks/index.ts';
import { list, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

const compose = (patientId: string, ownerId: string) =>
  sql`
    with line (id, title) as (values (gen_random_uuid(), 'Order the mammogram'), (gen_random_uuid(), 'Check the TSH')),
    asked as (${requestTask(
      {
        patientId: sql`${patientId}::uuid`,
        title: sql`line.title`,
        detail: sql`null`,
        priority: sql`'routine'`,
        ownerId: sql`${ownerId}::uuid`,
        requesterId: sql`s.person_id`,
        dueOn: sql`current_date + 30`,
        sourceKind: sql`'plan'`,
        sourceId: sql`line.id`,
      },
      sql`line`,
    )})
    select count(*)::int as made from asked`.compile(reader);

it('another slice’s write asks for tasks in its own statement, one for each of its rows', async () => {
  const { sql: text, parameters } = compose(office.patient.id, office.pcp.id);
  expect(await office.clinic.read(office.tokens.oncologist, text, [...parameters])).toEqual([{ made: 2 }]);
  const { tasks } = await list(office.clinic, office.tokens.pcp, { owner: 'MINE' });
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(['Check the TSH', 'Order the mammogram']);
  expect(tasks[0]).toMatchObject({
    source: { kind: 'PLAN' },
    requester: { id: office.oncologist.id },
    mayRespond: true,
  });
});

it('and all of it fails when the wall refuses the patient', async () => {
  const { sql: text, parameters } = compose(office.patient.id, office.pcp.id);
  await expect(office.clinic.read(office.tokens.stranger, text, [...parameters])).rejects.toMatchObject({
    code: '42501',
  });
});

const toldOf = ({ id }: { id: string }) =>
  office.clinic.behindTheWall<{ person_id: string; kind: string }>(
    'select person_id, kind from live_event where subject_id = $1',
    [id],
  );

it('who is asked, and who asks, are told on their open pages', async () => {
  const told = await toldOf(await office.ask());
  expect(told.map(({ person_id }) => person_id).toSorted()).toEqual([office.pcp.id, office.oncologist.id].toSorted());
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['task']));
});

it('who has lost the patient since is told of it no more, by name or by role', async () => {
  const anybody = {
    ownerId: undefined,
    ownerOrganizationId: office.pcp.organization.id,
    ownerRole: 'COMMUNITY_CLINICIAN',
  };
  const tasks = [await office.ask(), await office.ask(anybody)];
  await office.clinic.revoke(office.grantId);
  const lost = new Set([office.pcp.id, office.colleague.id]);
  for (const { id } of tasks) {
    const before = (await toldOf({ id })).filter(({ person_id }) => lost.has(person_id)).length;
    expect(before).toBeGreaterThan(0);
    expect((await office.as('oncologist', 'cancelTask', { id, reason: 'Moved' })).changed).toBe(true);
    const told = await toldOf({ id });
    expect(told.filter(({ person_id }) => lost.has(person_id))).toHaveLength(before);
    expect(told.filter(({ person_id }) => person_id === office.oncologist.id)).toHaveLength(2);
  }
});
