import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Cluster } from './embedded.ts';

/** Waits before each try to start it again: what the dead server leaves behind takes a moment to go. */
const TRIES_MS: readonly number[] = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** A server that dies as often as that within the span is not mended by starting it. */
const DEATHS = { most: 5, withinMs: 10 * 60_000 };

/**
 * Starts the embedded server again when it dies while Portage runs. What was acknowledged is in its log on the disk;
 * meanwhile requests fail and /health/ready says 503.
 * @returns how to let go of it; call before the cluster is stopped
 */
export function keepAlive(
  cluster: Pick<Cluster, 'superuserUrl' | 'revive'>,
  log: Logger,
  tries = TRIES_MS,
): () => Promise<void> {
  const letGo = new AbortController();
  const ended = watch(cluster, log, tries, letGo.signal);
  return async () => {
    letGo.abort();
    await ended;
  };
}

async function watch(
  cluster: Pick<Cluster, 'superuserUrl' | 'revive'>,
  log: Logger,
  tries: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  let deaths: number[] = [];
  for (;;) {
    await connectionLost(cluster.superuserUrl, signal);
    if (signal.aborted) return;
    const lostAt = performance.now();
    const outcome = await revive(cluster, tries, signal);
    if (signal.aborted) return;
    if (typeof outcome === 'string')
      return log.fatal({ reason: outcome }, 'PostgreSQL died and cannot be started again');
    if (!outcome) continue;
    const ms = Math.round(performance.now() - lostAt);
    deaths = [...deaths.filter((at) => lostAt - at < DEATHS.withinMs), lostAt];
    log.error({ ms, deaths: deaths.length }, 'PostgreSQL had died and was started again');
    if (deaths.length >= DEATHS.most)
      return log.fatal({}, 'PostgreSQL dies again and again and is left alone from now on');
  }
}

/** Resolves when a connection that does nothing breaks, or when there can be none. */
async function connectionLost(url: string, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'portage keep-alive', keepAlive: true });
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.connect();
    await lost;
  } catch {
    // Asked again at once it would only be refused again.
    await sleep(100);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @returns whether it had to be started; in words why it could not be, however often it was tried. */
async function revive(
  { revive: start }: Pick<Cluster, 'revive'>,
  tries: readonly number[],
  signal: AbortSignal,
): Promise<boolean | string> {
  let reason = '';
  for (const ms of tries) {
    await sleep(ms, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return false;
    try {
      return await start();
    } catch (error) {
      // Of ours, in a line for the operator.
      reason = (error as Error).message;
    }
  }
  return reason;
}
