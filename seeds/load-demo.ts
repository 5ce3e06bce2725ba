import { Client } from 'pg';
import { v5 } from 'uuid';
import type { RoleUrls } from '#api/database/index.ts';
import { hashPassword, isPassword } from '#api/identity/index.ts';
import { demoOrganizations, demoPeople, organizationOf } from '#seeds/people.ts';

/** Stands for the cohort's present state. Raise it when the stories change, and databases load them anew. */
const STATE = 'cohort 1';

const MEMBERSHIPS = '0b3f2f0e-1f0c-5a55-8f5b-6a4d6c0c2f31';
// An arbitrary constant: of several processes that start together, the one with this lock loads.
const LOAD_LOCK = 5_260_919;

/**
 * Loads the demo once: organisations, people and accounts as the steward, patients as FHIR through
 * the import. What was interrupted is taken up again; what is there is left alone, except that the
 * accounts get the password given.
 */
export async function loadDemo(
  urls: RoleUrls,
  password: string,
  announce: (line: string) => void = () => undefined,
): Promise<void> {
  const steward = new Client({ connectionString: urls.portage_steward });
  await steward.connect();
  try {
    await steward.query('select pg_advisory_lock($1)', [LOAD_LOCK]);
    const { rowCount: isLoaded } = await steward.query('select from demo_load where state = $1', [STATE]);
    if (!isLoaded) {
      announce('Loading the demo cohort (once)…');
      await loadPlaces(steward);
      await loadPeople(steward);
    }
    await demandPassword(steward, password);
    if (!isLoaded) {
      await loadCohort(urls);
      await steward.query('insert into demo_load (state) values ($1) on conflict do nothing', [STATE]);
    }
  } finally {
    await steward.end();
  }
}

async function loadPlaces(steward: Client): Promise<void> {
  for (const { id, kind, name, npi, telephone, telephone24x7, timeZone } of demoOrganizations) {
    await steward.query(
      `insert into organization (id, kind, name, npi, telephone, telephone_24x7, time_zone) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set kind = excluded.kind, name = excluded.name, npi = excluded.npi,
         telephone = excluded.telephone, telephone_24x7 = excluded.telephone_24x7, time_zone = excluded.time_zone`,
      [id, kind, name, npi, telephone, telephone24x7 ?? null, timeZone],
    );
  }
}

async function loadPeople(steward: Client): Promise<void> {
  for (const { id, email, familyName, givenName, npi, memberships } of demoPeople) {
    await steward.query(
      `insert into person (id, email, family_name, given_name, npi) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set email = excluded.email, family_name = excluded.family_name,
         given_name = excluded.given_name, npi = excluded.npi`,
      [id, email, familyName, givenName, npi ?? null],
    );
    for (const { organizationId, role } of memberships) {
      const key = v5(`${id} ${organizationId} ${role}`, MEMBERSHIPS);
      await steward.query(
        `insert into membership (id, person_id, organization_id, role) values ($1, $2, $3, $4) on conflict (id) do nothing`,
        [key, id, organizationId, role],
      );
    }
  }
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

async function loadCohort(_urls: RoleUrls): Promise<void> {
  // TODO
}

/** The table of accounts that a start ends with. */
export function demoAccounts(password: string): string {
  const rows = demoPeople.map(({ key, email, memberships }) => [
    email,
    (memberships[0]?.role ?? '').replaceAll('-', ' '),
    organizationOf(key).name,
  ]);
  const head = ['E-mail', 'Role', 'Organisation'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  return [`Demo accounts, password ${password}`, line(head), line(rule), ...rows.map(line)].join('\n');
}
