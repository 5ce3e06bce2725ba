import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The data folder holds something that this version cannot open; the message is one line for the operator. */
export class DamagedDataFolderError extends Error {
  override name = 'DamagedDataFolderError';
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Opening and closing take a second or two, first creation some more; what is older was left behind. */
const LOCK_EXPIRES_MS = 10 * 60_000;
const locksHeldHere = new Set<string>();

/** Runs `work` while no other process opens or closes the same data folder. */
export async function withFolderLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataDir, 'opening.lock');
  for (;;) {
    if (!locksHeldHere.has(path)) {
      locksHeldHere.add(path);
      if (await tryLock(path)) break;
      locksHeldHere.delete(path);
    }
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
    locksHeldHere.delete(path);
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
  const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
  // In a container every run has the same process id: a lock under our own id that we do not hold is a dead one's.
  const abandoned = age > LOCK_EXPIRES_MS || (holder > 0 && (holder === process.pid || !isAlive(holder)));
  if (abandoned) await rm(path, { force: true });
  return false;
}

const registeredHere = new Set<string>();

/** Notes that this process uses the cluster, so that whoever leaves last stops it. Call within the folder lock. */
export async function registerUser(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'in-use');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`);
  await writeFile(path, '');
  registeredHere.add(path);
  return path;
}

/** Takes the note back; answers whether nobody else uses the cluster. Call within the folder lock. */
export async function unregisterUser(dataDir: string, path: string): Promise<boolean> {
  registeredHere.delete(path);
  await rm(path, { force: true });
  return (await liveUsers(dataDir)) === 0;
}

/** How many users the cluster has; notes of processes that died are cleared away. */
export async function liveUsers(dataDir: string): Promise<number> {
  const folder = join(dataDir, 'in-use');
  let live = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const pid = Number.parseInt(name, 10);
    if (pid === process.pid ? registeredHere.has(path) : isAlive(pid)) live += 1;
    else await rm(path, { force: true });
  }
  return live;
}
