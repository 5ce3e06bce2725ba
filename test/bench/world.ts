// The world that is measured: charts by the thousand, and one physician who may read three hundred of them.
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { openCluster } from '#api/database/embedded.ts';
import { openDatabase } from '#api/database/open.ts';
import { multiplyPatients } from './multiply.ts';

const ORDINARY = [
  'demographics',
  'referral',
  'oncology',
  'clinical',
  'results',
  'palliative',
  'documents',
  'access-log',
  'messages',
  'tasks',
  'care-plan',
];
/** Patients that come in as FHIR, besides the demo cohort; the rest are copies of these. */
const ORIGINALS = 40;

export interface World {
  readonly folder: string;
  readonly ownerUrl: string;
  /** Address for the role that the API reads as. */
  readonly appUrl: string;
  /** Patients that the physician may read. */
  readonly granted: readonly string[];
  /** Session token of the physician. */
  readonly token: string;
  readonly rows: { readonly patients: number; readonly observations: number };
  close(): Promise<void>;
}

/** How many patients there shall be, or how many results in all. */
export type Size = { readonly patients: number } | { readonly results: number };

/** Opens a database in `folder`, durable as in production, of a size, `granted` patients of it to one practice. */
export async function openWorld(folder: string, size: Size, granted: number): Promise<World> {
  const cluster = await openCluster(folder);
  const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, secret: undefined });
  const close = async () => {
    await database.stop();
    await cluster.stop();
  };
  const ownerUrl = cluster.superuserUrl.replace(/\/postgres$/, '/portage');
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await seed(folder, 'patients' in size ? Math.min(ORIGINALS, size.patients) : ORIGINALS);
    const seeded = await counted(owner);
    const patients =
      'patients' in size ? size.patients : Math.ceil((size.results * seeded.patients) / seeded.observations);
    await multiplyPatients(owner, patients);
    const physician = await grantPractices(owner, granted);
    await owner.query('vacuum (analyze)');
    // What is measured should not pay for what was loaded.
    await owner.query('checkpoint');
    return { folder, ownerUrl, appUrl: database.urls.portage_app, ...physician, rows: await counted(owner), close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await owner.end();
  }
}

async function counted(owner: Client): Promise<World['rows']> {
  const { rows } = await owner.query<World['rows']>(
    'select (select count(*)::int from patient) as patients, (select count(*)::int from observation) as observations',
  );
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}

/** The demo cohort and statistically similar patients, by the door through which everybody's come. */
async function seed(folder: string, patients: number): Promise<void> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [join('.build', 'api', 'seed-scale.js'), String(patients)], {
    env: { ...environment, NODE_ENV: 'development', DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the patients could not be made: ${said.trim().split('\n').at(-1)}`);
}

/**
 * Shares every patient with one practice, `size` with each; the first practice has the physician. Of each original each
 * practice has about as many copies, so that two physicians in worlds of different size read patients of like size.
 */
async function grantPractices(owner: Client, size: number): Promise<{ granted: string[]; token: string }> {
  const { rows } = await owner.query<{ id: string }>(`
    with copies as (select id, split_part(source_id, ' ', 1) as original from patient)
    select id from copies
    order by row_number() over (partition by original order by md5(id::text)), md5(original)`);
  const ids = rows.map(({ id }) => id);
  const practices: string[] = [];
  for (let from = 0; from < ids.length; from += size) {
    const practice = randomUUID();
    practices.push(practice);
    await owner.query(
      `insert into organization (id, kind, name, time_zone) values ($1, 'community-practice', $2, 'America/Chicago')`,
      [practice, `Practice ${practices.length}`],
    );
    await owner.query(
      `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, scopes)
       select gen_random_uuid(), id, $2, 'organization', 'primary-care-of-record', $3 from unnest($1::uuid[]) id`,
      [ids.slice(from, from + size), practice, ORDINARY],
    );
  }
  const [first] = practices;
  if (first === undefined) throw new Error('there is no patient to share');
  return { granted: ids.slice(0, size), token: await signedIn(owner, first) };
}

/** A session as the door opens it after a password. */
async function signedIn(owner: Client, practice: string): Promise<string> {
  const [person, membership] = [randomUUID(), randomUUID()];
  await owner.query(
    `insert into person (id, email, family_name, given_name) values ($1, 'bench@clinic.example', 'Reader', 'Pat')`,
    [person],
  );
  await owner.query(
    `insert into membership (id, person_id, organization_id, role) values ($1, $2, $3, 'community-clinician')`,
    [membership, person, practice],
  );
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await owner.query(`select app.open_session($1, $2, $3, now() + interval '1 hour')`, [randomUUID(), hash, membership]);
  return token;
}
