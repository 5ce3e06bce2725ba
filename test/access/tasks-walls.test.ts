// S1 for what is asked by a task's id, and the walls of tasks that concern no patient.
import { randomUUID } from 'node:crypto';
import { getNamedType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic, type PersonInClinic } from '#test/kit/clinic.ts';
import { asking, schema, type Ask } from './asking.ts';
import { everyRoleInEveryState, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import { everythingOf } from './surface.ts';
import { ROOTS_OF_A_TASK, rowMayShow } from './truth-table.ts';

let clinic: Clinic;
let ask: Ask;
let cases: Case[];
let watch: Watch;
beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  cases = await everyRoleInEveryState(clinic);
  watch = new Watch(cases);
});
afterAll(() => clinic.close());

const WORDS: Record<string, string> = {
  declineTask: ', reason: "No"',
  askAboutTask: ', question: "Why?"',
  answerTaskQuestion: ', answer: "So"',
  cancelTask: ', reason: "No"',
  reassignTask: ', ownerId: "00000000-0000-4000-8000-000000000000"',
};
const taskOf = (one: Case) => one.patient.rows.find(({ table }) => table === 'task')!.id;

function askTask(root: string) {
  const everything = everythingOf(getNamedType(schema.getMutationType()!.getFields()[root]!.type));
  return parse(`mutation ($id: ID!) { ${root}(id: $id${WORDS[root] ?? ''}) { ${everything} } }`);
}

it.each(ROOTS_OF_A_TASK)(
  '%s finds the task of a patient whose tasks are open, and no other',
  { timeout: 120_000 },
  async (root) => {
    const document = askTask(root);
    const wrong: string[] = [];
    for (const one of cases) {
      const before = await clinic.behindTheWall('select * from task where id = $1', [taskOf(one)]);
      const answer = await ask(one.token, document, { id: taskOf(one) });
      const outcome = answer.codes[0] ?? 'told';
      const expected = rowMayShow(one, ['tasks']) ? 'told' : 'NOT_FOUND';
      if (outcome !== expected) wrong.push(`${one.role} ${one.state}: ${outcome}, not ${expected}`);
      wrong.push(...watch.leaksIn(answer, one.token).map((leak) => `${one.role} ${one.state} ${leak}`));
      // None of them is its owner or requester, so none may change it.
      expect(await clinic.behindTheWall('select * from task where id = $1', [taskOf(one)])).toEqual(before);
    }
    for (const id of [randomUUID(), 'x'])
      expect((await ask(cases[0]!.token, document, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await ask(undefined, document, { id: taskOf(cases[0]!) })).codes).toEqual(['UNAUTHENTICATED']);
    figure(`S1 ${root}: ${cases.length} roles and states, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  },
);

it('the list holds the tasks of patients whose tasks are open, and no other', { timeout: 60_000 }, async () => {
  const document = parse(
    '{ tasks(first: 100) { totalCount edges { node { id title patient { name } history { words } } } } }',
  );
  const wrong: string[] = [];
  for (const token of new Set(cases.map((one) => one.token))) {
    const answer = await ask(token, document);
    const { totalCount, edges } = answer.data!['tasks'] as { totalCount: number; edges: { node: { id: string } }[] };
    const own = cases.filter((one) => one.token === token && rowMayShow(one, ['tasks']));
    const told = edges.map(({ node }) => node.id).toSorted();
    if (totalCount !== own.length || told.join() !== own.map(taskOf).toSorted().join())
      wrong.push(`${cases.find((one) => one.token === token)!.role}: ${totalCount}, not ${own.length}`);
    wrong.push(...watch.leaksIn(answer, token));
  }
  expect(wrong).toEqual([]);
});

describe('a task that concerns no patient', () => {
  let administrator: PersonInClinic;
  let requester: PersonInClinic;
  let id: string;

  const request = async (more: Partial<Record<'person' | 'role', string | null>> = {}) => {
    const [row] = (
      await clinic
        .pool('portage_worker')
        .query<{ id: string }>(
          `select app.request_task(null, 'Correct the fax number', null, 'routine', $1, $2, $3, $4, current_date, 'contact', $5) as id`,
          [
            more.person ?? null,
            administrator.organization.id,
            more.role ?? 'practice-administrator',
            requester.id,
            randomUUID(),
          ],
        )
    ).rows;
    return row!.id;
  };

  beforeAll(async () => {
    const practice = await clinic.organization();
    administrator = await clinic.person('practice-administrator').of(practice);
    requester = await clinic.person('oncologist').of(await clinic.organization('cancer-centre'));
    id = await request();
  });

  const sees = async (person: PersonInClinic) =>
    (await clinic.read<{ id: string }>(await person.signIn(), 'select id from task where patient_id is null')).some(
      (row) => row.id === id,
    );

  it('is seen by its role in its organisation, by its requester, and by who stands in for them', async () => {
    const deputy = await clinic.person('practice-staff').of(requester.organization);
    expect([await sees(administrator), await sees(requester), await sees(deputy)]).toEqual([true, true, false]);
    await clinic.standIn(requester).by(deputy);
    expect(await sees(deputy)).toBe(true);
  });

  it('is hidden from others of the practice, from the same role elsewhere, and from nobody signed in', async () => {
    const colleague = await clinic.person('community-clinician').of(administrator.organization);
    const other = await clinic.person('practice-administrator').of(await clinic.organization());
    expect([await sees(colleague), await sees(other)]).toEqual([false, false]);
    expect(await clinic.read(undefined, 'select id from task')).toEqual([]);
    const answer = await ask(await colleague.signIn(), askTask('acceptTask'), { id });
    expect(answer.codes).toEqual(['NOT_FOUND']);
  });

  it('is claimed by its role, and asked for again by a job it is the same task', async () => {
    const token = await administrator.signIn();
    const answer = await ask(
      token,
      parse(
        'mutation ($id: ID!) { acceptTask(id: $id) { ... on TaskChanged { task { status owner { person { id } } } } } }',
      ),
      { id },
    );
    expect(answer.data).toEqual({
      acceptTask: { task: { status: 'ACCEPTED', owner: { person: { id: administrator.id } } } },
    });
    const source = randomUUID();
    const same = async () =>
      (
        await clinic
          .pool('portage_worker')
          .query<{ id: string }>(
            `select app.request_task(null, 'Call', null, null, $1, null, null, null, current_date, 'delivery', $2) as id`,
            [requester.id, source],
          )
      ).rows[0]!.id;
    const [first, second] = await Promise.all([same(), same()]);
    expect(first).toBe(second);
  });
});

describe('whoever can run SQL as the API', () => {
  const attempt = async (token: string, sql: string, parameters: unknown[] = []) => {
    try {
      return await clinic.read(token, sql, parameters);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const VALUES = `insert into task (patient_id, title, owner_person_id, owner_organization_id, owner_role, requester_id, due_on, source_kind, created_by, updated_by)
    values ($1, 'x', $2, $3, 'oncologist', $4, current_date, 'person', $4, $4) returning id`;

  it('asks for nothing in another’s name, and for no hidden patient more than for one who is absent', async () => {
    const [open, hidden] = [
      cases.find(({ role, state }) => role === 'oncologist' && state === 'primary-care')!,
      cases.find(({ role, state }) => role === 'oncologist' && state === 'none')!,
    ];
    const [me] = await clinic.read<{ person_id: string; organization_id: string }>(
      open.token,
      'select * from app.current_session()',
    );
    const values = (patient: string, requester: string) => [patient, randomUUID(), me!.organization_id, requester];
    expect(await attempt(open.token, VALUES, values(open.patient.id, me!.person_id))).toHaveLength(1);
    expect(await attempt(open.token, VALUES, values(open.patient.id, randomUUID()))).toBe('42501');
    expect(await attempt(open.token, VALUES, values(hidden.patient.id, me!.person_id))).toBe('42501');
    expect(await attempt(open.token, VALUES, values(randomUUID(), me!.person_id))).toBe('42501');
  });

  it('changes no task of others, and writes no history of a task that it cannot see', async () => {
    const open = cases.find(({ role, state }) => role === 'oncologist' && state === 'primary-care')!;
    expect(
      await attempt(
        open.token,
        `update task set status = 'completed', updated_by = (select person_id from app.current_session()) where id = $1 returning id`,
        [taskOf(open)],
      ),
    ).toEqual([]);
    expect(await attempt(open.token, `update task set title = 'x'`)).toBe('42501');
    const event = `insert into task_event (task_id, patient_id, kind, version, status, session_id, person_id, organization_id, from_status, from_owner_organization_id, from_owner_role)
      select $1, $2, 'accepted', 3, 'accepted', s.session_id, s.person_id, s.organization_id, 'requested', s.organization_id, s.role from app.current_session() s`;
    const hidden = cases.find(({ role, state }) => role === 'oncologist' && state === 'none')!;
    expect(await attempt(open.token, event, [taskOf(hidden), open.patient.id])).toBe('42501');
    expect(await attempt(open.token, event, [randomUUID(), open.patient.id])).toBe('42501');
  });

  it('learns of no patient by asking who may read them', async () => {
    const [open, hidden] = [
      cases.find(({ role, state }) => role === 'oncologist' && state === 'primary-care')!,
      cases.find(({ role, state }) => role === 'oncologist' && state === 'none')!,
    ];
    const [me] = await clinic.read<{ person_id: string }>(open.token, 'select person_id from app.current_session()');
    const readers = (patient: string) =>
      clinic.read(open.token, `select app.readers_among(array[$2::uuid], $1, '{demographics}') as ids`, [
        patient,
        me!.person_id,
      ]);
    expect(await readers(open.patient.id)).toEqual([{ ids: [me!.person_id] }]);
    expect(await readers(hidden.patient.id)).toEqual([{ ids: [] }]);
    expect(await clinic.read(undefined, 'select * from app.directory(array[$1::uuid])', [me!.person_id])).toEqual([]);
  });
});

it('a record that is joined to another takes its tasks along', async () => {
  const [from, into] = [await clinic.patient({ withRecord: true }), await clinic.patient()];
  await clinic.merge(from, into);
  const moved = await clinic.behindTheWall(
    'select patient_id from task where patient_id in ($1, $2) union all select patient_id from task_event where patient_id in ($1, $2)',
    [from.id, into.id],
  );
  expect(moved).toEqual([{ patient_id: into.id }, { patient_id: into.id }]);
});
