// Home of a physician with 300 patients, alone and among many tasks of others. HOME_TASKS=10000,50000 for the figure.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const AMONG = (process.env['HOME_TASKS'] ?? '10000').split(',').map(Number);
const PATIENTS = 300;
const ROUNDS = 60;
const ITEM =
  'id kind title detail count at dueOn patient { id name } task { id title status overdue history { kind } }';
const HOME = `{ home { since asksYou { ${ITEM} } changes { ${ITEM} } forInformation { ${ITEM} } } }`;

interface Scene {
  readonly clinic: Clinic;
  readonly token: string;
}
const scenes: Scene[] = [];
let alone: Scene;
beforeAll(async () => {
  alone = await openScene();
}, 240_000);
afterAll(() => Promise.all(scenes.map(({ clinic }) => clinic.close())));

/** A physician with 300 patients, who share as many tasks with four others. */
async function openScene(): Promise<Scene> {
  const clinic = await openClinic();
  const practice = await clinic.organization();
  const physician = await clinic.person('community-clinician').of(practice);
  const patients: string[] = [];
  for (let n = 0; n < PATIENTS; n++) {
    const patient = await clinic.patient();
    await clinic.grant(patient).to(practice);
    patients.push(patient.id);
  }
  // The queue and the open pages are not what is measured.
  await clinic.owner.query('alter table task disable trigger user');
  await addTasks(clinic, PATIENTS, patients, [physician.id, ...(await uuids(clinic, 4))], practice.id);
  const scene = { clinic, token: await physician.signIn() };
  scenes.push(scene);
  return scene;
}

/** Tasks of these patients, asked by some of the people of others of them; one in three is closed. */
async function addTasks(
  clinic: Clinic,
  count: number,
  of: readonly string[],
  people: readonly string[],
  organization: string,
): Promise<void> {
  await clinic.owner.query(
    `insert into task (patient_id, title, status, owner_person_id, owner_organization_id, owner_role, requester_id, due_on, source_kind)
     select ($1::uuid[])[1 + n % cardinality($1::uuid[])], 'Task ' || n, (array['requested','accepted','completed'])[1 + n % 3],
       ($2::uuid[])[1 + n % cardinality($2::uuid[])], $3, 'community-clinician',
       ($2::uuid[])[1 + (n / 7) % cardinality($2::uuid[])], current_date + n % 60 - 10, 'person'
     from generate_series(1, $4::integer) n`,
    [of, people, organization, count],
  );
  await clinic.owner.query('analyze');
}

async function uuids(clinic: Clinic, count: number): Promise<string[]> {
  const sql = 'select gen_random_uuid() as id from generate_series(1, $1::integer)';
  return (await clinic.behindTheWall<{ id: string }>(sql, [count])).map(({ id }) => id);
}

async function time({ clinic, token }: Scene): Promise<number> {
  const begun = performance.now();
  const { codes } = await execute(clinic, token, HOME);
  expect(codes).toEqual([]);
  return performance.now() - begun;
}
const middle = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[ROUNDS / 2]!;

it(`costs no more among ${AMONG.join(' and ')} tasks of others`, { timeout: 600_000 }, async () => {
  for (const many of AMONG) {
    // A database of its own, so that no connection goes on with what it planned for fewer.
    const among = await openScene();
    const { clinic } = among;
    const elsewhere = await clinic.organization();
    await addTasks(clinic, many - PATIENTS, await uuids(clinic, many / 10), await uuids(clinic, 50), elsewhere.id);
    const [few, all]: [number[], number[]] = [[], []];
    // In turn, so that a busy machine is as busy for both.
    for (let round = 0; round < ROUNDS; round++) {
      few.push(await time(alone));
      all.push(await time(among));
    }
    const ratio = middle(all) / middle(few);
    figure(
      `home: ${PATIENTS} patients, ${PATIENTS} → ${many} tasks: median ${middle(few).toFixed(1)} → ${middle(all).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
    );
    expect(ratio).toBeLessThanOrEqual(1.5);
  }
  const asked = vi.spyOn(Client.prototype, 'query');
  await time(alone);
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  figure(`home: ${statements} statements, BEGIN, session and COMMIT included`);
  expect(statements).toBeLessThanOrEqual(4);
});
