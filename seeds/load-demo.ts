import { Client, Pool } from 'pg';
import type { RoleUrls } from '#api/database/index.ts';
import { hashPassword, isPassword, registerParties } from '#api/identity/index.ts';
import { importFhir, type ImportOptions } from '#api/ingest/index.ts';
import { loadDemoTasks } from '#seeds/demo-tasks.ts';
import { SOURCES, type SourceKey } from '#seeds/fhir/codes.ts';
import { demoCohort, demoOrganizations, demoPeople } from '#seeds/index.ts';
import { loadConversations } from '#seeds/load-conversations.ts';
import { loadPlans } from '#seeds/load-plans.ts';
import { organizationBy, organizationOf } from '#seeds/people.ts';

/** Stands for the cohort's present state. Raise it when the stories change, and databases take them in anew. */
const STATE = 'cohort 4';

// An arbitrary constant: of several processes that start together, the one with this lock loads.
const LOAD_LOCK = 5_260_919;

export interface LoadOptions {
  /** Under which the portal will be reached; standard: this machine, at the port that is taken where none is set. */
  readonly address?: string;
  /** Told what is being done, for a person who waits. */
  readonly announce?: (line: string) => void;
  /** Gives up between two resources; the next load takes it up again. */
  readonly signal?: AbortSignal;
}

/** The import refused a demo patient: what it takes in and what the stories tell do not fit together. */
export class DemoRejectedError extends Error {
  override readonly name = 'DemoRejectedError';
}

/**
 * Loads the demo once: organisations, people and accounts as the steward, patients through the
 * import. What was interrupted is taken up again; what is there is left alone, except that the
 * accounts get the password given.
 */
export async function loadDemo(urls: RoleUrls, password: string, options: LoadOptions = {}): Promise<void> {
  const steward = new Client({ connectionString: urls.portage_steward });
  await steward.connect();
  try {
    await steward.query('select pg_advisory_lock($1)', [LOAD_LOCK]);
    const { rowCount: isLoaded } = await steward.query('select from demo_load where state = $1', [STATE]);
    if (!isLoaded) {
      options.announce?.('Loading the demo cohort, once…');
      await registerParties(urls.portage_steward, demoOrganizations, demoPeople);
      await confirmContacts(steward);
    }
    await demandPassword(steward, password);
    if (!isLoaded) {
      await loadCohort(urls, options);
      await loadDemoTasks(urls);
      await loadPlans(urls);
      await loadConversations(urls, options.address ?? 'http://localhost:4000');
      await steward.query('insert into demo_load (state) values ($1) on conflict do nothing', [STATE]);
    }
  } finally {
    await steward.end();
  }
}

/** Nobody reads what is written to these addresses: they count as confirmed, so that the demo shows mails and no trouble. */
async function confirmContacts(steward: Client): Promise<void> {
  const ids = demoPeople.map(({ id }) => id);
  await steward.query('update contact set verified_at = now() where person_id = any ($1) and verified_at is null', [
    ids,
  ]);
}

/** Gives the demo accounts this password unless they have it: DEMO_PASSWORD may change between two starts. */
async function demandPassword(steward: Client, password: string): Promise<void> {
  const ids = demoPeople.map(({ id }) => id);
  const { rows } = await steward.query<{ password_hash: string }>(
    'select password_hash from credential where person_id = any ($1) order by person_id',
    [ids],
  );
  // They are set together, in one statement: one that has it speaks for all.
  if (rows.length === ids.length && (await isPassword(password, rows[0]?.password_hash))) return;
  const hashes = await Promise.all(ids.map(() => hashPassword(password)));
  await steward.query(
    `insert into credential (person_id, password_hash) select * from unnest($1::uuid[], $2::text[])
     on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = now()`,
    [ids, hashes],
  );
}

/** Patients come in by the door through which everybody's come: as FHIR. */
async function loadCohort(urls: RoleUrls, { announce, signal }: LoadOptions): Promise<void> {
  const pool = new Pool({ connectionString: urls.portage_ingest, max: 4 });
  try {
    const inputs = demoCohort(new Date()).bundles.map(({ name, bundle }) => ({ name: `demo: ${name}`, bundle }));
    const { patients, resources, rejects } = await importFhir(pool, inputs, {
      sources: feeds(),
      onProgress: () => signal?.throwIfAborted(),
    });
    const [first] = rejects;
    if (first)
      throw new DemoRejectedError(`${rejects.length} demo resources were rejected, one because it ${first.reason}`);
    announce?.(`Loaded ${patients} patients out of ${resources} FHIR resources.`);
  } finally {
    await pool.end();
  }
}

/** Names of the feeds, and whose own record each is. */
function feeds(): NonNullable<ImportOptions['sources']> {
  const entries = (Object.keys(SOURCES) as SourceKey[]).map((key) => {
    const { id, name } = organizationBy(key === 'centre' ? 'three-rivers' : key);
    return [SOURCES[key], { name, custodianId: id }] as const;
  });
  return Object.fromEntries(entries);
}

/** The table of accounts that a start ends with. */
export function demoAccounts(password: string): string {
  const rows = demoPeople.map(({ key, email, memberships }) => [
    email,
    (memberships[0]?.role ?? '').replaceAll('-', ' '),
    organizationOf(key).name,
  ]);
  const head = ['E-mail', 'Role', 'Organisation'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  return [`Demo accounts, password ${password}`, line(head), line(rule), ...rows.map(line)].join('\n');
}
