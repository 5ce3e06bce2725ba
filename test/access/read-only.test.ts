// S4: whoever can run SQL as the API cannot change a record.
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '#api/access/index.ts';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { recordTables } from './catalogue.ts';

// What the API can see of a record beside the tables of the record itself.
const AROUND = [
  'access_grant',
  'organization',
  'membership',
  'role_scope',
  'source_system',
  'practitioner',
  'location',
];
const INSUFFICIENT_PRIVILEGE = '42501';

let clinic: Clinic;
let patient: PatientInClinic;
let token: string;
let client: PoolClient;
let tables: string[];

beforeAll(async () => {
  clinic = await openClinic();
  const centre = await clinic.organization('cancer-centre');
  const oncologist = await clinic.person('oncologist').of(centre);
  patient = await clinic.patient({ withRecord: true });
  // the strongest reader there is
  await clinic.grant(patient).to(centre, { basis: 'care-team', scopes: SCOPES });
  token = await oncologist.signIn();
  tables = await recordTables(clinic.owner);
  client = await clinic.app.connect();
});
afterAll(async () => {
  client.release();
  await clinic.close();
});

/** SQLSTATE of a statement run in the reader's session; undefined when it succeeded. */
async function attempt(sql: string, parameters: unknown[] = []): Promise<string | undefined> {
  await client.query('begin');
  try {
    await client.query('select app.enter($1)', [token]);
    await client.query(sql, parameters);
    await client.query('commit');
    return undefined;
  } catch (error) {
    await client.query('rollback');
    return (error as { code?: string }).code;
  }
}

/** A fingerprint of every row of every table. */
async function contents(): Promise<string> {
  const sums = tables.map((table) => `select '${table}', count(*), sum(hashtextextended(t::text, 0)) from ${table} t`);
  return JSON.stringify(await clinic.behindTheWall(`${sums.join(' union all ')} order by 1`));
}

describe('read scope', () => {
  it('refuses every write on every table of the record, and leaves it as it was', async () => {
    const before = await contents();
    const outcomes: string[] = [];
    for (const table of tables) {
      const row = patient.rows.find((one) => one.table === table)!;
      const columns = { ...row.columns, id: randomUUID() };
      const names = Object.keys(columns);
      const places = names.map((_, index) => `$${index + 1}`);
      const insert = `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`;
      const values = Object.values(columns);
      const writes: [sql: string, parameters?: unknown[]][] = [
        [insert, values],
        [`${insert} on conflict (id) do update set source_version = 'x'`, values],
        [`insert into ${table} select * from ${table}`],
        [`update ${table} set source_version = 'changed'`],
        [`update ${table} set needs = '{demographics}' where id = $1`, [row.id]],
        [`delete from ${table}`],
        [`delete from ${table} where id = $1`, [row.id]],
        [`with gone as (delete from ${table} returning id) select count(*) from gone`],
        [
          `merge into ${table} t using (select $1::uuid as id) s on t.id = s.id when matched then update set source_version = 'x'`,
          [row.id],
        ],
        [`truncate ${table} cascade`],
        [`copy ${table} from stdin`],
        [`copy ${table} from program 'true'`],
        [`copy ${table} to '/dev/null'`],
        [`select id from ${table} for update`],
        [`lock table ${table} in exclusive mode`],
        [`alter table ${table} disable row level security`],
        [`create policy mine on ${table} using (true)`],
        [`create index on ${table} (id)`],
        [`create rule mine as on select to ${table} do instead nothing`],
        [`drop table ${table} cascade`],
        [`vacuum ${table}`],
      ];
      for (const [sql, parameters] of writes) {
        const code = await attempt(sql, parameters);
        // VACUUM is refused for being in a transaction before anybody looks at rights.
        const refused = code === INSUFFICIENT_PRIVILEGE || (sql.startsWith('vacuum') && code === '25001');
        if (!refused) outcomes.push(`${table}: ${sql.slice(0, 60)} → ${code ?? 'done'}`);
      }
    }
    expect(outcomes).toEqual([]);
    expect(await contents()).toBe(before);
  });

  it('refuses writes on what decides about access', async () => {
    const writes = [
      ...AROUND.map((table) => `insert into ${table} select * from ${table}`),
      ...AROUND.map((table) => `delete from ${table}`),
      ...AROUND.map((table) => `truncate ${table} cascade`),
      `update access_grant set valid_until = null, scopes = '{demographics}'`,
      `insert into role_scope values ('navigator', 'oncology')`,
      'update session set expires_at = now()',
      'select token_hash from session',
      'select password_hash from credential',
      'select * from access_restriction',
      'select * from delegation',
      'select email from person',
      'select reason from import_reject',
      'select row_ids from audit_event',
      'update audit_event set outcome = null',
      'delete from audit_event',
      'truncate audit_event',
      'insert into audit_seal select * from audit_seal',
      `select * from app.credentials('x')`,
      `select app.open_session(gen_random_uuid(), sha256('x'), gen_random_uuid(), now())`,
      `call app.protect('patient')`,
      `alter role portage_app bypassrls`,
      `set role portage_ingest`,
      `set session authorization portage_ingest`,
      `create function public.mine() returns int language sql as 'select 1'`,
      `create temporary table session (id uuid)`,
      `select pg_read_file('postgresql.conf')`,
    ];
    const outcomes: string[] = [];
    for (const sql of writes) {
      const code = await attempt(sql);
      if (code !== INSUFFICIENT_PRIVILEGE) outcomes.push(`${sql} → ${code ?? 'done'}`);
    }
    expect(outcomes).toEqual([]);
  });

  it('lets the door read nothing and write nothing', async () => {
    const door = clinic.pool('portage_door');
    for (const table of tables) {
      await expect(door.query(`select count(*) from ${table}`)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
      await expect(door.query(`delete from ${table}`)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    }
  });
});
