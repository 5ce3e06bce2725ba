// R5: many people answer the same tasks at once. Each change is one person's, none is lost and none is done twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { answer, openOffice, type Became, type Office } from './office.ts';

/** `OPERATIONS=10000` for the figure; fewer in each run of the tests. */
const OPERATIONS = Number(process.env.OPERATIONS ?? 600);
const TASKS = Math.max(10, Math.round(OPERATIONS / 12));
const AT_ONCE = 8;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

const WAYS: readonly [who: 'pcp' | 'colleague' | 'oncologist', verb: string, more: Record<string, unknown>][] = [
  ['pcp', 'acceptTask', {}],
  ['colleague', 'acceptTask', {}],
  ['pcp', 'startTask', {}],
  ['colleague', 'declineTask', { reason: 'no' }],
  ['pcp', 'askAboutTask', { question: 'why?' }],
  ['oncologist', 'answerTaskQuestion', { answer: 'so' }],
  ['pcp', 'undoTaskAnswer', {}],
  ['colleague', 'undoTaskAnswer', {}],
  ['oncologist', 'cancelTask', { reason: 'not needed' }],
];

it(`${OPERATIONS} answers to the same tasks at once leave no anomaly`, { timeout: 1_200_000 }, async () => {
  const { clinic, tokens, pcp } = office;
  const ids: string[] = [];
  for (let index = 0; index < TASKS; index++) {
    const role = { ownerId: null, ownerOrganizationId: pcp.organization.id, ownerRole: 'COMMUNITY_CLINICIAN' };
    ids.push((await office.ask({ ...role, title: `Task ${index}` })).id);
  }
  const acknowledged: { id: string; version: number }[] = [];
  const broken: string[] = [];
  let refused = 0;
  let next = 0;
  const worker = async () => {
    while (next < OPERATIONS) {
      const turn = next++;
      // Neighbours meet on the same task, and each task is come back to.
      const id = ids[Math.floor(turn / AT_ONCE) % TASKS]!;
      const [who, verb, more] = WAYS[Math.floor(Math.random() * WAYS.length)]!;
      const became: Became = await answer(clinic, tokens[who], verb, { id, ...more });
      if (became.codes.length > 0) broken.push(`${verb}: ${became.codes.join()}`);
      else if (became.changed) acknowledged.push({ id, version: became.task!.version });
      else refused++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const events = await clinic.behindTheWall<{ task_id: string; version: number; status: string; from_status: string }>(
    'select task_id, version, status, from_status from task_event order by task_id, version',
  );
  const tasks = await clinic.behindTheWall<{ id: string; version: number; status: string }>(
    'select id, version, status from task',
  );
  const anomalies: string[] = [];
  for (const task of tasks) {
    const own = events.filter(({ task_id }) => task_id === task.id);
    // Versions without a gap or a double, each starting where the last ended, the last being how the task stands.
    own.forEach((event, index) => {
      if (event.version !== index + 2) anomalies.push(`${task.id}: version ${event.version} in place ${index}`);
      if (event.from_status !== (own[index - 1]?.status ?? 'requested'))
        anomalies.push(`${task.id}: a state came from nowhere`);
    });
    if (task.version !== own.length + 1)
      anomalies.push(`${task.id}: version ${task.version} after ${own.length} changes`);
    if (task.status !== (own.at(-1)?.status ?? 'requested'))
      anomalies.push(`${task.id}: stands where its history does not end`);
  }
  const written = new Set(events.map(({ task_id, version }) => `${task_id} ${version}`));
  const told = acknowledged.map(({ id, version }) => `${id} ${version}`);
  if (new Set(told).size !== told.length) anomalies.push('one change was acknowledged to two');
  anomalies.push(...told.filter((one) => !written.has(one)).map((one) => `acknowledged and lost: ${one}`));
  const [audited] = await clinic.behindTheWall<{ count: number }>(
    `select count(*)::int as count from audit_event where action in ('tasks:answer','tasks:direct') and outcome = 'done'`,
  );
  if (audited!.count !== events.length) anomalies.push(`${events.length} changes, ${audited!.count} in the audit`);
  if (acknowledged.length !== events.length)
    anomalies.push(`${events.length} changes, ${acknowledged.length} acknowledged`);
  figure(
    `R5 tasks: ${OPERATIONS} operations on ${TASKS} tasks, ${AT_ONCE} at once: ${acknowledged.length} changed, ${refused} refused, ${anomalies.length} anomalies`,
  );
  expect(broken).toEqual([]);
  expect(anomalies).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(TASKS);
});
