// Whoever is asked for a task is told by mail: how many things wait, and nothing of what they are.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '#api/http/index.ts';
import { jobList } from '#api/job-list.ts';
import { startJobs, type JobsRunning } from '#api/jobs/index.ts';
import { openChannels } from '#api/notifications/index.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { openMailServer, type MailServer } from '#test/kit/smtp.ts';
import { openOffice, type Office } from '#test/tasks/office.ts';

let office: Office;
let server: MailServer;
let jobs: JobsRunning;

beforeAll(async () => {
  office = await openOffice();
  server = await openMailServer();
  await office.clinic.pool('portage_steward').query('update contact set verified_at = now()');
  const channels = openChannels({ url: server.url, from: 'portage@centre.example' }, true);
  const list = jobList({ channels, linkTo: (path) => `https://portage.example${path}` });
  jobs = startJobs({
    url: office.clinic.database.urls.portage_worker,
    jobs: list,
    log: createLogger('silent'),
    lookEveryMs: 200,
  });
});
afterEach(() => void (server.received.length = 0));
afterAll(async () => {
  await jobs.stop();
  await server.close();
  await office.clinic.close();
});

/** What is planned for somebody's mail; that old wake-ups are cleared away, now and then, is nobody's. */
const planned = async () =>
  (
    await office.clinic.behindTheWall<{ task: string; payload: { person?: string } }>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'notifications.%'`,
    )
  ).map(({ task, payload }) => `${task} ${payload.person ?? ''}`.trim());
const settled = () =>
  vi.waitFor(async () => expect((await planned()).filter((one) => one.startsWith('notifications.task'))).toEqual([]), {
    timeout: 10_000,
  });
/** It is the hour of the daily mail. */
const dailyMail = () =>
  office.clinic.owner.query(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
const mailsTo = ({ email }: PersonInClinic) => server.received.filter(({ to }) => to === email);
const text = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
const soon = { timeout: 10_000, interval: 50 };

describe('whoever is asked for a task', () => {
  it('hears of all that waits in one mail a day, which counts and tells nothing', async () => {
    await office.ask({ title: 'Order the breast MRI of Robin' });
    await office.ask({ title: 'Check the ferritin' });
    await settled();
    expect(mailsTo(office.pcp)).toEqual([]);
    expect(await planned()).toEqual([`notifications.notify ${office.pcp.id}`]);
    await dailyMail();
    await vi.waitFor(() => expect(mailsTo(office.pcp)).toHaveLength(1), soon);
    const mail = text(mailsTo(office.pcp)[0]!.raw);
    expect(mail).toContain('You have 2 items in Portage');
    expect(mail).toContain('https://portage.example/tasks');
    for (const fact of ['MRI', 'ferritin', 'Robin', office.patient.id, office.patient.canary])
      expect(mail).not.toContain(fact);
    // What was told once is not told again.
    await office.ask({ title: 'Send the last HbA1c' });
    await settled();
    await dailyMail();
    await vi.waitFor(() => expect(mailsTo(office.pcp)).toHaveLength(2), soon);
    expect(text(mailsTo(office.pcp)[1]!.raw)).toContain('You have 1 item in Portage');
  });

  it('hears of an urgent one at once', async () => {
    await office.ask({ title: 'Call today', priority: 'URGENT' });
    await vi.waitFor(() => expect(mailsTo(office.pcp)).toHaveLength(1), soon);
    expect(text(mailsTo(office.pcp)[0]!.raw)).toContain('You have 1 urgent item in Portage');
  });

  it('hears nothing of what they have answered, or asked of themselves', async () => {
    const { id } = await office.ask({ title: 'Soon answered' });
    await settled();
    await office.as('pcp', 'acceptTask', { id });
    await office.ask({ title: 'For myself', ownerId: office.oncologist.id });
    await settled();
    await dailyMail();
    await vi.waitFor(async () => expect(await planned()).toEqual([]), soon);
    expect(server.received).toEqual([]);
  });

  it('hears of what was handed on to them', async () => {
    const { id } = await office.ask({ title: 'For somebody else' });
    await settled();
    await office.clinic.owner.query('delete from graphile_worker._private_jobs');
    await office.as('oncologist', 'reassignTask', { id, ownerId: office.colleague.id });
    await settled();
    await dailyMail();
    await vi.waitFor(() => expect(mailsTo(office.colleague)).toHaveLength(1), soon);
    expect(mailsTo(office.pcp)).toEqual([]);
  });

  it('hears of what anybody with their role is to do, until one of them answers', async () => {
    const anybody = {
      ownerId: undefined,
      ownerOrganizationId: office.pcp.organization.id,
      ownerRole: 'COMMUNITY_CLINICIAN',
    };
    await office.ask({ title: 'Book the wound check', ...anybody });
    const { id } = await office.ask({ title: 'Soon answered by one', ...anybody });
    await settled();
    expect((await planned()).toSorted()).toEqual(
      [office.pcp, office.colleague].map(({ id: person }) => `notifications.notify ${person}`).toSorted(),
    );
    await office.as('colleague', 'acceptTask', { id });
    await dailyMail();
    for (const person of [office.pcp, office.colleague]) {
      await vi.waitFor(() => expect(mailsTo(person)).toHaveLength(1), soon);
      expect(text(mailsTo(person)[0]!.raw)).toContain('You have 1 item in Portage');
    }
    expect(server.received).toHaveLength(2);
  });

  it('hears of what was handed on to their role', async () => {
    const { id } = await office.ask({ title: 'For the front desk' });
    await settled();
    await office.clinic.owner.query('delete from graphile_worker._private_jobs');
    const toStaff = { id, ownerOrganizationId: office.staff.organization.id, ownerRole: 'PRACTICE_STAFF' };
    await office.as('pcp', 'reassignTask', toStaff);
    await settled();
    expect(await planned()).toEqual([`notifications.notify ${office.staff.id}`]);
    await office.clinic.owner.query('delete from graphile_worker._private_jobs');
  });

  it('hears nothing more of a patient whom they have lost since, asked by name or by role', async () => {
    await office.ask({ title: 'Asked before it was lost' });
    await settled();
    expect(await planned()).toEqual([`notifications.notify ${office.pcp.id}`]);
    const anybody = {
      ownerId: undefined,
      ownerOrganizationId: office.pcp.organization.id,
      ownerRole: 'COMMUNITY_CLINICIAN',
    };
    await office.ask({ title: 'Anybody, before it was lost', ...anybody });
    await settled();
    await office.clinic.revoke(office.grantId);
    await dailyMail();
    await vi.waitFor(async () => expect(await planned()).toEqual([]), soon);
    expect(server.received).toEqual([]);
    // Whoever has the patient back is told of what still waits.
    await office.clinic.grant(office.patient).to(office.pcp.organization);
    await office.ask({ title: 'Asked since' });
    await settled();
    await dailyMail();
    await vi.waitFor(() => expect(mailsTo(office.pcp)).toHaveLength(1), soon);
    expect(text(mailsTo(office.pcp)[0]!.raw)).toContain('You have 3 items in Portage');
  });
});

describe('work that failed for good', () => {
  const raised = () =>
    office.clinic.behindTheWall<{ id: string; status: string; owner_role: string; patient_id: string | null }>(
      `select id, status, owner_role, patient_id from task where source_kind = 'job' order by created_at`,
    );
  const die = () =>
    office.clinic.owner.query(`
      select graphile_worker.add_job('notifications.send', json_build_object('mail', gen_random_uuid()), max_attempts => 1, run_at => now() + interval '1 hour');
      update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now()`);

  it('becomes a task of the centre’s administrators, once, and again only when more of it dies', async () => {
    await die();
    await die();
    await vi.waitFor(async () => expect(await raised()).toHaveLength(1), soon);
    const [task] = await raised();
    expect(task).toMatchObject({ status: 'requested', owner_role: 'centre-administrator', patient_id: null });
    const looks = () => new Promise((resolve) => setTimeout(resolve, 700));
    await looks();
    expect(await raised()).toHaveLength(1);
    await office.clinic.owner.query(`update task set status = 'completed' where id = $1`, [task!.id]);
    await looks();
    expect(await raised()).toHaveLength(1);
    await die();
    await vi.waitFor(async () => expect(await raised()).toHaveLength(2), soon);
    await office.clinic.owner.query('delete from graphile_worker._private_jobs');
  });
});
