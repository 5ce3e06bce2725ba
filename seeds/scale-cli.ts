import { Pool } from 'pg';
import { v5 } from 'uuid';
import { ConfigError, readConfig } from '#api/config.ts';
import { openDatabase } from '#api/database/index.ts';
import { registerParties } from '#api/identity/index.ts';
import { importFhir } from '#api/ingest/index.ts';
import { demoPeople } from '#seeds/index.ts';
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
  const strangers = scalePractices.filter(({ npi }) => !demoPeople.some((person) => person.npi === npi));
  const idOf = (kind: 'practice' | 'person', npi: string) => v5(`${kind} ${npi}`, NAMESPACE);
  await registerParties(
    stewardUrl,
    strangers.map(({ npi, givenName, familyName }) => ({
      id: idOf('practice', npi),
      kind: 'community-practice',
      name: `Practice of ${givenName} ${familyName}`,
      timeZone: 'America/Phoenix',
    })),
    strangers.map(({ npi, givenName, familyName }) => ({
      id: idOf('person', npi),
      email: `${npi}@scale.example`,
      familyName,
      givenName,
      npi,
      memberships: [{ organizationId: idOf('practice', npi), role: 'community-clinician' }],
    })),
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message.split('\n')[0]}\n`);
  process.exitCode = 1;
}
