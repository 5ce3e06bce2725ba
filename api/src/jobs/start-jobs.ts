import { Logger as QueueLogger, run, type Runner, type TaskList } from 'graphile-worker';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { describeFault } from '#api/graphql/fault.ts';
import { reportJobsHealth, type JobsHealth } from './jobs-health.ts';
import type { Jobs } from './job.ts';
import { deadJobs, reportDeadJobs, rescueJobs } from './rescue.ts';
import { taskOf } from './run-job.ts';

const LOOK_EVERY_MS = 15_000;
const RESTART_AFTER_MS = 1_000;
/** Of the ten seconds that a stop may take. */
const JOBS_MAY_TAKE_MS = 4_000;
const ALARM_AFTER_MS = 60_000;

export interface JobsOptions {
  /** Address of the database as portage_worker. */
  readonly url: string;
  readonly log: Logger;
  readonly jobs: Jobs;
  /** Milliseconds between two looks for lost and dead jobs. */
  readonly lookEveryMs?: number;
}

export interface JobsRunning {
  health(): JobsHealth;
  /** Takes no more jobs, and lets those under way end for a few seconds; what is cut off is tried again. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Runs jobs in this process; any number of processes may. A job wakes it at once (LISTEN), and it looks
 * by itself twice a second, for what was put off until now. It outlives the database's restarts.
 */
export function startJobs(options: JobsOptions): JobsRunning {
  const worker = new JobsWorker(options);
  const leave = reportJobsHealth(() => worker.health());
  let stopped: Promise<void> | undefined;
  return {
    health: () => worker.health(),
    stop: () => {
      leave();
      return (stopped ??= worker.stop());
    },
  };
}

/** The queue's own lines quote errors and payloads. */
const silent = new QueueLogger(() => () => undefined);

// Without batches nobody waits for a job to be taken off the queue: a stop would come before it, and a database
// that dies in between would end the process with a rejection that nothing handles.
const IN_BATCHES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

class JobsWorker {
  readonly #log: Logger;
  readonly #pool: Pool;
  readonly #tasks: TaskList;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<unknown>;
  #runner: Runner | undefined;
  #dead: string | undefined;
  #wellAt = performance.now();

  constructor({ url, log, jobs, lookEveryMs = LOOK_EVERY_MS }: JobsOptions) {
    this.#log = log;
    this.#pool = new Pool({
      connectionString: url,
      max: 8,
      connectionTimeoutMillis: 5_000,
      application_name: 'portage jobs',
    });
    // A connection that breaks is replaced by the next one.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    this.#tasks = Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [name, taskOf(name, job, this.#pool, log)]),
    );
    this.#ended = Promise.all([this.#work(), this.#look(lookEveryMs)]);
  }

  health(): JobsHealth {
    let problem = this.#dead ?? null;
    if (performance.now() - this.#wellAt > ALARM_AFTER_MS) problem = 'the job queue cannot be reached';
    return { ok: problem === null, problem };
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const runner = this.#runner;
    const cut = setTimeout(() => void runner?.kill().catch(() => undefined), JOBS_MAY_TAKE_MS);
    await runner?.stop().catch(() => undefined);
    clearTimeout(cut);
    await this.#ended;
    await this.#pool.end();
  }

  async #work(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        this.#runner = await run({
          pgPool: this.#pool,
          taskList: this.#tasks,
          parsedCronItems: [],
          concurrency: 4,
          pollInterval: 500,
          noHandleSignals: true,
          logger: silent,
          preset: IN_BATCHES,
        });
        if (this.#stopping.signal.aborted) await this.#runner.stop();
        await this.#runner.promise;
      } catch (error) {
        this.#log.warn({ fault: describeFault(error) }, 'the job worker broke off and starts again');
      }
      await this.#pause(RESTART_AFTER_MS);
    }
  }

  async #look(everyMs: number): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await rescueJobs(this.#pool);
        const dead = await deadJobs(this.#pool);
        if (dead.length > 0) await reportDeadJobs(this.#pool);
        this.#speak(dead.map(({ task, dead: jobs }) => `${jobs} of ${task}`).join(', ') || undefined);
        this.#wellAt = performance.now();
      } catch (error) {
        this.#log.warn({ fault: describeFault(error) }, 'the job queue could not be looked at');
      }
      await this.#pause(everyMs);
    }
  }

  /** Logs when the list of dead jobs changes. */
  #speak(dead: string | undefined): void {
    const problem = dead && `jobs failed for good: ${dead}`;
    if (problem === this.#dead) return;
    this.#dead = problem;
    if (problem) this.#log.error({ problem }, 'jobs alarm');
    else this.#log.info({}, 'jobs alarm is over');
  }

  /** Ends early when the worker is to stop. */
  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
