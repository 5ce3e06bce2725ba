import { join } from 'node:path';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '#api/config.ts';
import { damaged, openCluster } from './embedded.ts';
import { keepAlive } from './keep-alive.ts';
import { migrate } from './migrate.ts';
import { admitRoles, roleUrls, type RoleUrls } from './roles.ts';
import { installationSecret } from './secret.ts';

export interface Database {
  /** Connection address of each login role. */
  readonly urls: RoleUrls;
  /** Migrations that ran while opening; empty when it was up to date. */
  readonly migrated: readonly string[];
  /** Stops the embedded server if this process started it. */
  stop(): Promise<void>;
}

/** A database that cannot be used; the message says which and why, in one line. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** SQLSTATEs of broken pages and of files that are gone: the server runs, and its data cannot be read. */
const BROKEN = /^(XX00[12]|58)/;

/**
 * Opens the database that the configuration names, embedded or external, migrated and with its
 * roles admitted.
 * @param log of a server that goes on for long: an embedded database that dies is started again, and the log told
 * @throws {DatabaseUnavailableError} when DATABASE_URL leads nowhere.
 * @throws {DamagedDataFolderError} when the embedded database cannot be read.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'secret'>,
  log?: Logger,
): Promise<Database> {
  const secret = await installationSecret(config.dataDir, config.secret);
  if (config.databaseUrl !== undefined) {
    await demandConnection(config.databaseUrl);
    return { ...(await prepare(config.databaseUrl, secret)), stop: async () => undefined };
  }
  const cluster = await openCluster(config.dataDir);
  try {
    const ownerUrl = await demandDatabase(cluster.superuserUrl, 'portage');
    const prepared = await prepare(ownerUrl, secret);
    const letGo = log && keepAlive(cluster, log);
    const stop = async () => {
      await letGo?.();
      await cluster.stop();
    };
    return { ...prepared, stop };
  } catch (error) {
    await cluster.stop();
    const { code = '', message } = error as Error & { code?: string };
    throw BROKEN.test(code) ? damaged({ folder: join(config.dataDir, 'postgres') }, message) : error;
  }
}

async function prepare(ownerUrl: string, secret: string): Promise<Omit<Database, 'stop'>> {
  const migrated = await migrate(ownerUrl);
  await admitRoles(ownerUrl, secret);
  return { urls: roleUrls(ownerUrl, secret), migrated };
}

async function demandConnection(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new DatabaseUnavailableError(
      `DATABASE_URL (${host}${pathname}) cannot be used: ${(error as Error).message || 'no answer'}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the database in an embedded cluster on first use; returns its address. */
async function demandDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}
