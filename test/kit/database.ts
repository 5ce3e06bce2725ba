// One database for one test file: a clone of a template that the run migrates once.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { admitRoles, migrate, roleUrls, type RoleUrls } from '#api/database/index.ts';

export const TEMPLATE = 'portage_template';
/** The installation's secret of every test database: roles' passwords come from it, and roles are the cluster's. */
export const SECRET = 'known to every worker of the run';
// An arbitrary constant: of the run's workers, the one that holds this lock prepares the template.
const TEMPLATE_LOCK = 7_310_442;

export interface TestDatabase {
  readonly name: string;
  /** Connection address of the superuser, whom no policy binds. */
  readonly ownerUrl: string;
  readonly urls: RoleUrls;
  drop(): Promise<void>;
}

/** A migrated database of its own for the caller, who drops it. About 0.1 s; the first of a run 2 s. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject('clusterUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(clusterUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await prepareTemplate(client, clusterUrl);
    await client.query(`create database ${name} template ${TEMPLATE}`);
    // A clone does not inherit what was granted or revoked on its template as a whole.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  const ownerUrl = addressOf(clusterUrl, name);
  return {
    name,
    ownerUrl,
    urls: roleUrls(ownerUrl, SECRET),
    drop: () =>
      withClient(clusterUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/** Made under another name and renamed, so that a template that exists is a template that is complete. */
async function prepareTemplate(client: Client, clusterUrl: string): Promise<void> {
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await migrate(addressOf(clusterUrl, unfinished));
  await admitRoles(addressOf(clusterUrl, unfinished), SECRET);
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}

function addressOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
