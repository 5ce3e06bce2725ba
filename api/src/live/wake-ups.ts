import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { describeFault } from '#api/graphql/fault.ts';

const CHANNEL = 'portage_live';
const CONNECT_WITHIN_MS = 3_000;
const RECONNECT_AFTER_MS = 250;
/** A connection whose other end vanished without a word is found out by asking. */
const ASK_EVERY_MS = 20_000;
const ANSWER_WITHIN_MS = 5_000;

/** Tells open pages of this process that there is something to read for their person. */
export interface WakeUps {
  /** Calls `wake` when one of the persons has news, and whenever news may have been missed. Returns how to leave. */
  on(personIds: readonly string[], wake: () => void): () => void;
  stop(): Promise<void>;
}

/**
 * One listening connection for the whole process. A word that is lost while the database restarts does
 * no harm: whoever listens is woken after each reconnection, and reads on from where it was.
 * @param url of the database as portage_app
 */
export function startWakeUps(url: string, log: Logger): WakeUps {
  return new Listener(url, log);
}

class Listener implements WakeUps {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  readonly #url: string;
  readonly #log: Logger;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
    this.#ended = this.#run();
  }

  on(personIds: readonly string[], wake: () => void): () => void {
    for (const id of personIds) {
      const known = this.#listeners.get(id);
      if (known) known.add(wake);
      else this.#listeners.set(id, new Set([wake]));
    }
    return () => {
      for (const id of personIds) {
        const known = this.#listeners.get(id);
        known?.delete(wake);
        if (known?.size === 0) this.#listeners.delete(id);
      }
    };
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const client = this.#newClient();
      const over = AbortSignal.any([signal, lost(client)]);
      try {
        await client.connect();
        await client.query(`listen ${CHANNEL}`);
        for (const wakes of this.#listeners.values()) for (const wake of wakes) wake();
        for (;;) {
          await sleep(ASK_EVERY_MS, undefined, { signal: over });
          await client.query('select 1');
        }
      } catch (error) {
        if (!signal.aborted) this.#log.warn({ fault: describeFault(error) }, 'live updates lost their connection');
      } finally {
        // A connection whose other end is gone may never say that it is closed.
        await Promise.race([client.end().catch(() => undefined), sleep(1_000)]);
      }
      await sleep(RECONNECT_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  #newClient(): Client {
    const client = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: 'portage live',
    });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => {
      for (const wake of this.#listeners.get(payload ?? '') ?? []) wake();
    });
    return client;
  }
}

function lost(client: Client): AbortSignal {
  const gone = new AbortController();
  client.once('end', () => gone.abort());
  return gone.signal;
}
