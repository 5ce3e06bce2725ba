import { Client } from 'pg';
import { appendSeal } from './append-seal.ts';
import { reportAuditHealth, type AuditHealth } from './audit-health.ts';
import { GENESIS_HASH } from './seal.ts';
import { auditFolder, openSigningKey } from './signing-key.ts';
import { readTail, TailWatch } from './tail.ts';
import { Witness } from './witness.ts';

const EVERY_MS = 2_000;
const ALARM_AFTER_MS = 10_000;
const REMIND_EVERY_MS = 60_000;
const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 30_000;

/** What the sealer needs of a logger; pino's fits. */
export interface SealerLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface SealerOptions {
  /** Address of the database as portage_sealer. */
  readonly url: string;
  /** Keys and checkpoints are kept in its folder `audit`. */
  readonly dataDir: string;
  readonly log: SealerLog;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
  /** After how many milliseconds an unsealed row, or a failing sealer, is an alarm. */
  readonly alarmAfterMs?: number;
}

export interface Sealer {
  /** Seals and signs what is committed now. Resolves also when that fails: see `health`. */
  sealNow(): Promise<void>;
  health(): AuditHealth;
  /** Seals what is left and closes the connection. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Seals new audit rows every two seconds and signs checkpoints. Any number of processes may run one: the
 * database's lock lets one at a time do it, and the others find nothing left to do.
 * @throws {AuditFolderError} when the signing key cannot be used.
 */
export async function startSealer(options: SealerOptions): Promise<Sealer> {
  const folder = auditFolder(options.dataDir);
  const run = new SealerRun(options, new Witness(folder, await openSigningKey(folder)));
  const leave = reportAuditHealth(() => run.health());
  let timer: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => void run.once().then(again), options.everyMs ?? EVERY_MS);
  };
  // The boot does not wait for a backlog to be sealed.
  void run.once().then(again);
  // By its own clock, since a look that hangs would never say so.
  const watch = setInterval(() => run.speak(), options.everyMs ?? EVERY_MS);
  const stop = async () => {
    clearTimeout(timer);
    clearInterval(watch);
    leave();
    await run.once();
    await run.close();
  };
  return { sealNow: () => run.once(), health: () => run.health(), stop: () => (stopped ??= stop()) };
}

class SealerRun {
  readonly #options: SealerOptions;
  readonly #witness: Witness;
  readonly #tail = new TailWatch();
  #client: Client | undefined;
  #last: Promise<void> = Promise.resolve();
  #signed: string | undefined;
  #error: string | null = null;
  #wellAt = performance.now();
  #alarmAt: number | undefined;

  constructor(options: SealerOptions, witness: Witness) {
    this.#options = options;
    this.#witness = witness;
  }

  /** One look, after those that are under way. */
  once(): Promise<void> {
    this.#last = this.#last.then(() => this.#look());
    return this.#last;
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
    this.#client = undefined;
  }

  health(): AuditHealth {
    const now = performance.now();
    const unsealedForMs = Math.round(this.#tail.waited(now));
    const alarm = this.#options.alarmAfterMs ?? ALARM_AFTER_MS;
    let problem = this.#error;
    if (problem === null && now - this.#wellAt > alarm) problem = 'the sealer does not come to an end';
    if (problem === null && unsealedForMs > alarm)
      problem = `audit rows have waited ${unsealedForMs} ms for their seal`;
    return { ok: problem === null, problem, unsealedForMs };
  }

  async #look(): Promise<void> {
    try {
      await this.#seal(await this.#connected());
      this.#error = null;
      this.#wellAt = performance.now();
    } catch (error) {
      this.#failed(error as Error);
      await this.close();
    }
    this.speak();
  }

  async #seal(client: Client): Promise<void> {
    let tail = await readTail(client);
    // Before anything is built upon the table it must be what was signed.
    if ((tail.sealed ?? GENESIS_HASH) !== this.#signed) await this.#sign(client, new Set());
    if (tail.unsealed !== null) {
      for (;;) {
        const sealing = await appendSeal(client);
        if (sealing.outcome !== 'sealed') break;
        await this.#sign(client, new Set([sealing.seal.hash]));
      }
      tail = await readTail(client);
    }
    this.#tail.see(tail.unsealed, performance.now());
  }

  async #sign(client: Client, madeHere: ReadonlySet<string>): Promise<void> {
    this.#signed = await this.#witness.keepUp(client, madeHere);
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client;
    const client = new Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: 'portage audit sealer',
    });
    // A connection that breaks while idle is noticed at the next look.
    client.on('error', () => undefined);
    client.on('end', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  #failed(error: Error): void {
    const contradiction = error.name === 'AuditContradictionError';
    // A database that restarts is no alarm before its time; a contradiction is one at once.
    const overdue = performance.now() - this.#wellAt > (this.#options.alarmAfterMs ?? ALARM_AFTER_MS);
    if (contradiction || overdue) this.#error = error.message || error.name;
  }

  /** Logs when an alarm begins, every minute while it lasts, and when it is over. */
  speak(): void {
    const { ok, problem, unsealedForMs } = this.health();
    const now = performance.now();
    if (!ok && (this.#alarmAt === undefined || now - this.#alarmAt >= REMIND_EVERY_MS)) {
      this.#options.log.error({ problem, unsealedForMs }, 'audit alarm');
      this.#alarmAt = now;
    } else if (ok && this.#alarmAt !== undefined) {
      this.#options.log.info({}, 'audit alarm is over');
      this.#alarmAt = undefined;
    }
  }
}
