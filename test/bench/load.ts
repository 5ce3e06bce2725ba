// Load on a server, from a process of its own, and what its times come to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answered, Job } from './client.ts';
import type { Server } from './servers.ts';
import type { World } from './world.ts';

/** One round: so many clients at a time ask for the physician's patients in turn. */
export async function load(
  { token, granted }: World,
  { url }: Server,
  query: string,
  clients: number,
  requests: number,
): Promise<Answered> {
  const child = fork(fileURLToPath(new URL('client.ts', import.meta.url)), {
    execArgv: ['--experimental-transform-types', '--no-warnings'],
  });
  const job: Job = { url, cookie: `__Host-portage=${token}`, query, ids: granted, clients, requests };
  child.send(job);
  const [answered] = (await once(child, 'message')) as [Answered];
  child.kill();
  return answered;
}

/** The value below which such a share of them lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => at(values, 0.5);
