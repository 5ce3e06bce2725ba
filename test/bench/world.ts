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

/** Opens a database in `folder`, durable as in production, with so many patients, `granted` of them to one practice. */
export async function openWorld(folder: string, patients: number, granted: number): Promise<World> {
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
    await seed(folder, Math.min(ORIGINALS, patients));
    await multiplyPatients(owner, patients);
    const physician = await grantPractices(owner, granted);
    await owner.query('vacuum (analyze)');
    // What is measured should not pay for what was loaded.
    await owner.query('checkpoint');
    const { rows } = await owner.query<World['rows']>(
      'select (select count(*)::int from patient) as patients, (select count(*)::int from observation) as observations',
    );
    const [counted] = rows;
    if (counted === undefined) throw new Error('nothing was counted');
    return { folder, ownerUrl, appUrl: database.urls.portage_app, ...physician, rows: counted, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await owner.end();
  }
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

/** Shares every patient with one practice, `size` with each; the first practice has the physician. */
async function grantPractices(owner: Client, size: number): Promise<{ granted: string[]; token: string }> {
  const { rows } = await owner.query<{ id: string }>('select id from patient order by md5(id::text)');
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
