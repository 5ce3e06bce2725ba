// vitest global set-up: one throw-away PostgreSQL cluster for each project of the run.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { liveUsers } from '#api/database/data-folder.ts';
import { openCluster } from '#api/database/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's URL of the project's cluster: `inject('clusterUrl')`. */
    clusterUrl: string;
  }
}

const PREFIX = 'portage-test-cluster-';
/** Vitest loads this file once for each project, so what one of them has open the other knows by name only. */
const OWN_PREFIX = `${PREFIX}${process.pid}-`;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), OWN_PREFIX));
  // As root, the server runs as another user, who must pass through this folder.
  await chmod(folder, 0o711);
  const cluster = await openCluster(folder, { durable: false });
  project.provide('clusterUrl', cluster.superuserUrl);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server behind; the next run stops and deletes it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || name.startsWith(OWN_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      const entries = await readdir(folder);
      // Another run that is just being set up has no users yet.
      if (!entries.includes('in-use') || (await liveUsers(folder)) > 0) continue;
      await (await openCluster(folder, { durable: false })).stop();
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's folder, or one that is being removed: not ours to judge.
    }
  }
}
