import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { migrations } from '#migrations/index.ts';
import { migrateJobQueue } from './job-queue.ts';

// An arbitrary constant: whoever holds this advisory lock is the one process that migrates.
const MIGRATION_LOCK = 4_211_961;

/**
 * Brings the database to the newest migration, as its owner.
 * Processes that start together wait for one another.
 * @returns names of the migrations that ran.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const orm = await MikroORM.init({
      clientUrl: ownerUrl,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      migrations: { migrationsList: migrations, snapshot: false, silent: true },
      pool: { min: 0, max: 1 },
    });
    try {
      const ran = await orm.migrator.up();
      await migrateJobQueue(ownerUrl);
      return ran.map(({ name }) => name);
    } finally {
      await orm.close();
    }
  } finally {
    await lock.end();
  }
}
