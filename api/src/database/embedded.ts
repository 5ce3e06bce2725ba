import { chown, mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  DamagedDataFolderError,
  exists,
  isAlive,
  registerUser,
  unregisterUser,
  withFolderLock,
} from './data-folder.ts';
import { dataFolderSecrets } from './secret.ts';
import {
  ClusterStartError,
  binaryFolder,
  logSince,
  reachableHome,
  runQuietly,
  serverUser,
  sizeOf,
} from './postgres-binaries.ts';
import type { ServerUser } from './postgres-binaries.ts';

const MAJOR = '18';
const START_SECONDS = 300;
const LOG_LIMIT_BYTES = 5_000_000;

export interface Cluster {
  /** Connection URL of the superuser to the database `postgres`, on 127.0.0.1. */
  superuserUrl: string;
  /** Whether the server ran already. */
  reused: boolean;
  /** Starts the server again at its address if it is no longer there. @returns whether it was not */
  revive(): Promise<boolean>;
  /** Leaves the cluster; the process that leaves last stops the server. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** false only for data that is thrown away: a crash then loses everything. */
  durable?: boolean;
}

interface Place {
  dataDir: string;
  folder: string;
  logFile: string;
  binaries: string;
  user: ServerUser;
  password: string;
}

/**
 * Opens the PostgreSQL that lives in `dataDir`, creating or starting it when needed.
 * Several processes may hold it open at once (the server and an import).
 * @throws {DamagedDataFolderError} when what is in the folder cannot be opened
 * @throws {ClusterStartError} when the machine does not let the server run
 */
export async function openCluster(dataDir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return withFolderLock(home, async () => {
    const { superuserPassword } = await dataFolderSecrets(home);
    const user = await serverUser();
    const place: Place = {
      dataDir: home,
      folder: await realpath(join(home, 'postgres')).catch(() => join(home, 'postgres')),
      logFile: join(home, 'postgres.log'),
      binaries: await binaryFolder(user, await reachableHome(home, user)),
      user,
      password: superuserPassword,
    };
    const durable = options.durable ?? true;
    const running = await findRunning(place);
    const url = running ?? (await startCluster(place, durable));
    const note = await registerUser(home);
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= leaveCluster(place, note));
    const revive = () =>
      withFolderLock(home, async () => {
        if ((await findRunning(place)) !== undefined) return false;
        await startCluster(place, durable, Number(new URL(url).port));
        return true;
      });
    return { superuserUrl: url, reused: running !== undefined, revive, stop };
  });
}

async function leaveCluster(place: Place, note: string): Promise<void> {
  await withFolderLock(place.dataDir, async () => {
    if (!(await unregisterUser(place.dataDir, note))) return;
    await pgCtl(place, ['stop', '-m', 'fast', '-w', '-t', String(START_SECONDS)]);
  });
}

/** The URL of a server that already runs on this folder; waits for one that is still starting or stopping. */
async function findRunning(place: Place): Promise<string | undefined> {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const text = await readFile(join(place.folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
    const lines = text?.split('\n').map((line) => line.trim());
    const pid = Number(lines?.[0]);
    if (!lines || !pid || !isAlive(pid)) return undefined;
    const url = urlOf(place, Number(lines[3]));
    if (lines[7] === 'ready') return (await answersAs(url, place.folder)) ? url : undefined;
    if (Date.now() > deadline) return undefined;
    await sleep(100);
  }
}

/** Whether our password opens the server at `url` and that server really keeps its data in `folder`. */
async function answersAs(url: string, folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return resolve(rows[0]?.data_directory ?? '') === folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param wanted the port that others know it by; standard: one that is free */
async function startCluster(place: Place, durable: boolean, wanted?: number): Promise<string> {
  if (!(await exists(place.folder))) await createCluster(place);
  const version = await readFile(join(place.folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() !== MAJOR) {
    const found =
      version === undefined ? 'it is not a PostgreSQL data folder' : `it is of PostgreSQL ${version.trim()}`;
    throw damaged(place, `${found}, and PostgreSQL ${MAJOR} is needed`);
  }
  if ((await sizeOf(place.logFile)) > LOG_LIMIT_BYTES) await truncate(place.logFile);

  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    const from = await sizeOf(place.logFile);
    const options = serverSettings(port, durable).map(([key, value]) => `-c ${key}='${value}'`);
    const code = await pgCtl(place, ['start', '-w', '-t', String(START_SECONDS), '-o', options.join(' ')]);
    const url = urlOf(place, port);
    if (code === 0) {
      if (await answersAs(url, place.folder)) return url;
      await pgCtl(place, ['stop', '-m', 'fast', '-w']);
      throw damaged(place, 'the password in secret.json is not its own');
    }
    const lines = await logSince(place.logFile, from);
    const portTaken = lines.some((line) => line.includes('could not bind'));
    if (!portTaken || wanted !== undefined || attempt === 3) throw startError(place, lines);
  }
}

function serverSettings(port: number, durable: boolean): [string, string | number][] {
  const settings: [string, string | number][] = [
    ['port', port],
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['shared_buffers', '256MB'],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    // A failed statement's text and details would put patients' data into a log file.
    ['log_min_error_statement', 'panic'],
    ['log_error_verbosity', 'terse'],
  ];
  if (!durable) settings.push(['fsync', 'off'], ['synchronous_commit', 'off'], ['full_page_writes', 'off']);
  return settings;
}

/** Makes a new cluster beside its final name: an interrupted creation never looks like a database. */
async function createCluster(place: Place): Promise<void> {
  const { uid, gid } = place.user;
  const home = await reachableHome(place.dataDir, place.user);
  const aside = await mkdtemp(join(home, 'creating-'));
  try {
    const passwordFile = join(aside, 'password');
    await writeFile(passwordFile, place.password, { mode: 0o600 });
    const target = join(aside, 'postgres');
    await mkdir(target, { mode: 0o700 });
    if (uid !== undefined && gid !== undefined) {
      for (const path of [aside, passwordFile, target]) await chown(path, uid, gid);
    }
    const from = await sizeOf(place.logFile);
    const flags = [
      `--pgdata=${target}`,
      '--username=portage_superuser',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order and case rules on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    const code = await runQuietly(join(place.binaries, 'initdb'), flags, place.user, place.logFile);
    if (code !== 0) {
      const reason = (await logSince(place.logFile, from)).findLast((line) => line.includes('error:'));
      throw new ClusterStartError(
        `A new database could not be made in ${place.dataDir}: ${reason ?? `initdb ended with ${code}`}`,
      );
    }
    if (home === place.dataDir) {
      await rename(target, place.folder);
      return;
    }
    const elsewhere = await mkdtemp(join(home, 'data-'));
    if (uid !== undefined && gid !== undefined) await chown(elsewhere, uid, gid);
    await rename(target, elsewhere);
    await symlink(elsewhere, place.folder);
    place.folder = elsewhere;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** pg_ctl puts the server into a session of its own, so the terminal's Ctrl+C reaches us and not the database. */
function pgCtl(place: Place, args: string[]): Promise<number | null> {
  return runQuietly(join(place.binaries, 'pg_ctl'), ['-D', place.folder, ...args], place.user, place.logFile);
}

function urlOf(place: Place, port: number): string {
  return `postgres://portage_superuser:${place.password}@127.0.0.1:${port}/postgres`;
}

export function damaged({ folder }: Pick<Place, 'folder'>, why: string): DamagedDataFolderError {
  return new DamagedDataFolderError(
    `The database in ${folder} cannot be opened: ${why}. Restore it from a backup, or move it away to start empty.`,
  );
}

/** What the machine is to blame for; anything else that keeps the server from starting is in the folder itself. */
const MACHINE_AT_FAULT = /no space left|shared memory|semaphore|could not bind|permission denied|out of memory/i;

function startError(place: Place, lines: string[]): Error {
  const line = lines.findLast((text) => /FATAL|PANIC/.test(text)) ?? lines.findLast((text) => /error/i.test(text));
  const reason = line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it gave no reason';
  if (MACHINE_AT_FAULT.test(lines.join('\n'))) return new ClusterStartError(`PostgreSQL could not start: ${reason}.`);
  return damaged(place, reason);
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolvePort(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export { ClusterStartError, DamagedDataFolderError };
