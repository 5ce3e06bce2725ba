import { Client, Pool } from 'pg';
import { v5 } from 'uuid';
import { ConfigError, readConfig } from '#api/config.ts';
import { openDatabase } from '#api/database/index.ts';
import { importFhir } from '#api/ingest/index.ts';
import { loadDemo } from '#seeds/load-demo.ts';
import { scalePatients, scalePractices } from './scale/index.ts';

const USAGE = 'usage: npm run seed:scale -- N   (how many patients to make, 1 to 1000000)';
// A chunk is one import: large enough to be quick, small enough to show that it goes on.
const CHUNK = 50;
const SEED = 20_261_122;
const NAMESPACE = '5b0e2a52-6f0b-5c7e-9d0e-3d7c1f0a4b11';

/** Makes N statistically similar patients and takes them in by the same door as any other. */
async function main(): Promise<void> {
  const wanted = Number(process.argv[2]);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000_000) throw new ConfigError(USAGE);
  const config = readConfig();
  if (config.production)
    throw new ConfigError('seed:scale makes invented patients, so it refuses when NODE_ENV=production');
  const database = await openDatabase(config);
  const pool = new Pool({ connectionString: database.urls.portage_ingest, max: 2 });
  try {
    await loadDemo(database.urls, config.demoPassword, { announce: (line) => process.stderr.write(`${line}\n`) });
    await loadPhysicians(database.urls.portage_steward);
    const started = Date.now();
    let [made, resources] = [0, 0];
    let chunk: { name: string; bundle: unknown }[] = [];
    const flush = async () => {
      resources += (await importFhir(pool, chunk)).resources;
      made += chunk.length;
      chunk = [];
      process.stderr.write(`\r${made} of ${wanted} patients`);
    };
    for (const bundle of scalePatients(wanted, SEED, new Date())) {
      chunk.push({ name: `scale ${made + chunk.length + 1}`, bundle });
      if (chunk.length === CHUNK) await flush();
    }
    if (chunk.length > 0) await flush();
    const seconds = (Date.now() - started) / 1000;
    process.stdout.write(
      `\nmade: ${made} patients, ${resources} resources, ${Math.round(resources / seconds)} resources/s\n`,
    );
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** The physicians whom the patients name: by their NPIs the import grants their practices access. Demo physicians are there already. */
async function loadPhysicians(stewardUrl: string): Promise<void> {
  const steward = new Client({ connectionString: stewardUrl });
  await steward.connect();
  try {
    for (const { npi, familyName, givenName } of scalePractices) {
      const { rowCount: known } = await steward.query('select from person where npi = $1', [npi]);
      if (known) continue;
      const [organization, person, membership] = ['practice', 'person', 'membership'].map((kind) =>
        v5(`${kind} ${npi}`, NAMESPACE),
      );
      await steward.query(
        `insert into organization (id, kind, name, time_zone) values ($1, 'community-practice', $2, 'America/Phoenix') on conflict do nothing`,
        [organization, `Practice of ${givenName} ${familyName}`],
      );
      await steward.query('insert into person (id, email, family_name, given_name, npi) values ($1, $2, $3, $4, $5)', [
        person,
        `${npi}@scale.example`,
        familyName,
        givenName,
        npi,
      ]);
      await steward.query(
        `insert into membership (id, person_id, organization_id, role) values ($1, $2, $3, 'community-clinician')`,
        [membership, person, organization],
      );
    }
  } finally {
    await steward.end();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message.split('\n')[0]}\n`);
  process.exitCode = 1;
}
