// A whole Portage with the demo cohort, on a database that is thrown away: what browser tests look at.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { servePortage } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { roleUrls } from '#api/database/index.ts';
import { createLogger } from '#api/http/index.ts';
import { loadDemo } from '#seeds/load-demo.ts';
import { openTestDatabase, SECRET } from './database.ts';

const DEMO_TEMPLATE = 'portage_demo_template';
// An arbitrary constant: of the run's workers, the one that holds this lock loads the demo.
const DEMO_LOCK = 7_310_443;

export interface DemoPortage {
  readonly url: string;
  /** Password of every account of the demo. */
  readonly demoPassword: string;
  /** Address of its database as the superuser. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts Portage with the portal as it was last built. The first of a run loads the demo; the others get a copy.
 * @param environment as of the process that serves, such as SMTP_URL
 */
export async function startPortage(environment: NodeJS.ProcessEnv = {}): Promise<DemoPortage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portage-demo-'));
  const config = { ...readConfig({ DATA_DIR: dataDir, PORT: '0', ...environment }), secret: SECRET };
  const name = `demo_${randomUUID().replaceAll('-', '')}`;
  const clusterUrl = inject('clusterUrl');
  await withCluster(clusterUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [DEMO_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO_TEMPLATE]);
    if (rowCount === 0) {
      const database = await openTestDatabase();
      await loadDemo(database.urls, config.demoPassword);
      await client.query(`alter database ${database.name} rename to ${DEMO_TEMPLATE}`);
    }
    await client.query(`create database ${name} template ${DEMO_TEMPLATE}`);
    await client.query(`revoke temporary on database ${name} from public`);
  });
  const ownerUrl = Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).href;
  const database = {
    urls: roleUrls(ownerUrl, SECRET),
    stop: () =>
      withCluster(clusterUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
  const portage = await servePortage(config, database, { log: createLogger('silent') });
  return {
    url: portage.url,
    demoPassword: config.demoPassword,
    ownerUrl,
    async stop() {
      await portage.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function withCluster(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
