// Jobs: asked for in the transaction of a write, done once, tried again, never lost in silence.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { jobList } from '#api/job-list.ts';
import { jobsHealth, startJobs, type Job, type JobsRunning } from '#api/jobs/index.ts';
import { createLogger } from '#api/http/index.ts';
import { openChannels } from '#api/notifications/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';

let clinic: Clinic;
let running: JobsRunning[] = [];
beforeAll(async () => {
  clinic = await openClinic();
  await clinic.owner.query(`insert into job_task (name, attempts) values ('test.note', 25), ('test.fail', 1)`);
});
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
  await clinic.owner.query('delete from graphile_worker._private_jobs');
});
afterAll(() => clinic.close());

function start(note: Job, lookEveryMs = 100): JobsRunning {
  const url = clinic.database.urls.portage_worker;
  const jobs = { 'test.note': note, 'test.fail': note };
  const started = startJobs({ url, jobs, log: createLogger('silent'), lookEveryMs });
  running.push(started);
  return started;
}

const enqueue = (id: string, task = 'test.note', key: string | null = null) =>
  clinic.app.query(`select app.enqueue($1, jsonb_build_object('id', $2::uuid), now(), $3)`, [task, id, key]);
const waiting = async () =>
  (await clinic.behindTheWall<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]!.n;

describe('a job', () => {
  it('is every name that the database takes, and no other', async () => {
    const rows = await clinic.behindTheWall<{ name: string }>(`select name from job_task where name !~ '^test'`);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(jobList({ channels: openChannels(undefined, true), linkTo: (path) => path })).toSorted(),
    );
  });

  it('is done once, within half a second, by whichever of two processes comes first', async () => {
    const done: string[] = [];
    const note: Job = async ({ id }) => void done.push(id!);
    start(note);
    start(note);
    await sleep(300);
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const begun = performance.now();
    for (const id of ids) await enqueue(id);
    await vi.waitFor(() => expect(done).toHaveLength(20), { interval: 10 });
    expect(performance.now() - begun).toBeLessThan(1_500);
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(done.toSorted()).toEqual(ids.toSorted());
  });

  it('is not there when the write that asked for it is undone', async () => {
    const client = await clinic.app.connect();
    await client.query('begin');
    await client.query(`select app.enqueue('test.note', '{}')`);
    await client.query('rollback');
    client.release();
    expect(await waiting()).toBe(0);
  });

  it('with the same key waits once', async () => {
    const id = randomUUID();
    await enqueue(id, 'test.note', 'one');
    await enqueue(id, 'test.note', 'one');
    expect(await waiting()).toBe(1);
  });

  it.each([
    ['a task that nobody knows', `'test.other'`, `'{}'`],
    ['words', `'test.note'`, `'{"title":"Breast cancer"}'`],
    ['a number', `'test.note'`, `'{"mrn":77}'`],
    ['an object inside', `'test.note'`, `'{"a":{"b":"c"}}'`],
    ['a list', `'test.note'`, `'[]'`],
    ['nothing', `'test.note'`, 'null'],
  ])('is refused with %s', async (_, task, payload) => {
    await expect(clinic.app.query(`select app.enqueue(${task}, ${payload}::jsonb)`)).rejects.toMatchObject({
      code: '22023',
    });
  });

  it('is nothing that the API can read, change or take', async () => {
    for (const sql of [
      'select 1 from graphile_worker._private_jobs',
      'select 1 from job_task',
      'select 1 from graphile_worker.jobs',
    ]) {
      await expect(clinic.app.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('that fails is tried again', async () => {
    let tries = 0;
    start(async () => {
      tries += 1;
      if (tries === 1) throw new Error('Robin Begay has no such row');
    });
    await enqueue(randomUUID());
    await vi.waitFor(() => expect(tries).toBe(1));
    await vi.waitFor(async () => {
      const [job] = await clinic.behindTheWall<{ last_error: string }>(
        `select last_error from graphile_worker._private_jobs`,
      );
      // What is kept of the failure says nothing of whom it was about.
      expect(job?.last_error).toBe('Error');
    });
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 8_000, interval: 100 });
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
  });

  it('that fails for good stays, and alarms', async () => {
    const jobs = start(() => Promise.reject(new Error('no')));
    await enqueue(randomUUID(), 'test.fail');
    await vi.waitFor(
      () => expect(jobs.health()).toEqual({ ok: false, problem: 'jobs failed for good: 1 of test.fail' }),
      {
        timeout: 5_000,
      },
    );
    expect(jobsHealth().ok).toBe(false);
    expect(await waiting()).toBe(1);
  });

  it('in the hands of a worker that died is taken up by another', async () => {
    await enqueue(randomUUID());
    await clinic.owner.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'dead', attempts = 1`,
    );
    let done = 0;
    start(async () => void (done += 1));
    await vi.waitFor(() => expect(done).toBe(1), { timeout: 5_000 });
  });

  it('goes on after every connection was cut', async () => {
    let done = 0;
    start(async () => void (done += 1));
    await sleep(300);
    await clinic.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portage_worker' and datname = current_database()`,
    );
    await enqueue(randomUUID());
    await vi.waitFor(() => expect(done).toBe(1), { timeout: 10_000 });
  });
});

describe('a stop', () => {
  it('waits for what is under way', async () => {
    let ended = false;
    const jobs = start(async () => {
      await sleep(800);
      ended = true;
    });
    await enqueue(randomUUID());
    await sleep(400);
    await jobs.stop();
    expect(ended).toBe(true);
    expect(await waiting()).toBe(0);
  });

  it('cuts off what takes too long, and leaves it to be tried again', { timeout: 20_000 }, async () => {
    const jobs = start(() => new Promise(() => undefined));
    await enqueue(randomUUID());
    await sleep(400);
    const begun = performance.now();
    await jobs.stop();
    expect(performance.now() - begun).toBeLessThan(7_000);
    expect(await waiting()).toBe(1);
  });
});
