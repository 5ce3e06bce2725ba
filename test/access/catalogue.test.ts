import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRANT_BASES, ROLES, ROLE_SCOPES, SCOPES } from '#api/access/index.ts';
import { migrations } from '#migrations/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { catalogueFaults, recordTables } from './catalogue.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

/** What the catalogue audit says after `sql`, which is then undone. */
async function faultsAfter(sql: string): Promise<string> {
  const client = await clinic.owner.connect();
  try {
    await client.query('begin');
    await client.query(sql);
    return (await catalogueFaults(client)).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the catalogue', () => {
  it('comes from every migration that there is, in order', async () => {
    const files = await readdir(new URL('../../migrations/', import.meta.url));
    const written = files.filter((file) => file.startsWith('Migration')).map((file) => file.replace('.ts', ''));
    expect(migrations.map(({ name }) => name)).toEqual(written.sort());
  });

  it('has no breach', async () => {
    expect(await catalogueFaults(clinic.owner)).toEqual([]);
  });

  it('holds no table of the record that the clinic does not fill', async () => {
    const tables = await recordTables(clinic.owner);
    const patient = await clinic.patient({ withRecord: true });
    expect(tables.length).toBeGreaterThanOrEqual(24);
    const imported = patient.rows.filter(({ writtenBy }) => writtenBy === 'portage_ingest');
    expect([...new Set(imported.map(({ table }) => table))].sort()).toEqual(tables);
  });
});

describe('the catalogue audit finds', () => {
  const planted: [what: string, sql: string, found: string][] = [
    ['a table without row security', 'create table public.letter (id uuid)', 'forced: public.letter'],
    [
      'a patient table whose policy is missing',
      `create table letter (id uuid, patient_id uuid, needs text[]); alter table letter enable row level security; alter table letter force row level security`,
      'letter: 0 policies, none',
    ],
    ['a patient table that is not forced', 'alter table observation no force row level security', 'public.observation'],
    [
      'a policy that admits more',
      'create policy more on observation for select to portage_app using (true)',
      'observation: 2 policies',
    ],
    [
      'a policy of another shape',
      'drop policy granted on goal; create policy granted on goal for select to portage_app using (patient_id is not null)',
      'goal: 1 policies, granted',
    ],
    ['a policy for everybody', 'create policy all_of_us on organization using (true)', 'organization.all_of_us'],
    ['a right to write', 'grant update (note) on observation to portage_app', 'portage_app may UPDATE observation'],
    [
      'a wall of the record that was bent under another name',
      `alter policy of_patient on task using (needs <@ (select reader.scopes from app.reader() reader))`,
      'under another name is the wall of the record: task.of_patient',
    ],
    [
      'a right to change what was not reviewed',
      'grant update (title) on task to portage_app',
      'portage_app may change task.title',
    ],
    ['a right to empty a table', 'grant truncate on flag to portage_app', 'portage_app may TRUNCATE flag'],
    [
      'a foreign key that answers',
      'alter table audit_event add foreign key (patient_id) references patient',
      'audit_event.',
    ],
    ['a role above the walls', 'alter role portage_app bypassrls', 'portage_app has an attribute'],
    ['a role that inherits', 'grant portage_ingest to portage_app', 'portage_app is a member of portage_ingest'],
    ['a role that owns', 'alter table flag owner to portage_app', 'portage_app owns'],
    ['a right to make objects', 'grant create on schema public to portage_app', 'portage_app may create in public'],
    [
      'a right to temporary tables',
      `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
      'portage_app may TEMPORARY in',
    ],
    ['a definer view', 'create view everybody as select * from patient', 'public.everybody'],
    ['a materialised view', 'create materialized view kept as select * from patient', 'public.kept'],
    [
      'a definer function of somebody else',
      `create function app.peek() returns bigint language sql security definer set search_path = pg_catalog, public, pg_temp as 'select count(*) from patient'`,
      'ends in pg_temp: app.peek()',
    ],
    [
      'a search path that pg_temp comes before',
      'alter function app.current_session() set search_path = pg_catalog, public',
      'ends in pg_temp: app.current_session()',
    ],
    [
      'a function that the public executes',
      'grant execute on function app.grantees() to public',
      'no function of ours: app.grantees()',
    ],
    [
      'a session for whoever can run SQL',
      'grant execute on function app.open_session(uuid, bytea, uuid, timestamptz) to portage_app',
      'app.open_session',
    ],
  ];
  it.each(planted)('%s', async (_, sql, found) => {
    expect(await faultsAfter(sql)).toContain(found);
  });

  it('nothing in a view that asks as its reader, or in a table that went through app.protect', async () => {
    expect(await faultsAfter('create view mine with (security_invoker = true) as select * from patient')).toBe('');
    const table = `create table letter (id uuid primary key, patient_id uuid not null references patient, needs text[] not null)`;
    expect(await faultsAfter(`${table}; call app.protect('letter')`)).toBe('');
  });
});

describe('the matrix of roles', () => {
  it('is the same in code and in the database', async () => {
    const rows = await clinic.behindTheWall<{ role: string; scope: string }>('select role, scope from role_scope');
    const inDatabase = Object.fromEntries(ROLES.map((role) => [role, [] as string[]]));
    for (const { role, scope } of rows) inDatabase[role]!.push(scope);
    for (const scopes of Object.values(inDatabase)) scopes.sort();
    expect(inDatabase).toEqual(Object.fromEntries(ROLES.map((role) => [role, [...ROLE_SCOPES[role]].sort()])));
  });

  it('names the same roles, scopes and bases as the columns accept', async () => {
    const accepted = async (table: string, column: string) => {
      const [row] = await clinic.behindTheWall<{ definition: string }>(
        `select pg_get_constraintdef(oid) as definition from pg_constraint
         where conrelid = $1::regclass and contype = 'c' and conname = $2`,
        [table, `${table}_${column}_check`],
      );
      return (row!.definition.match(/(?<=')[a-z-]+(?='::text)/g) ?? []).toSorted();
    };
    expect(await accepted('membership', 'role')).toEqual([...ROLES].sort());
    expect(await accepted('access_grant', 'scopes')).toEqual([...SCOPES].sort());
    expect(await accepted('access_grant', 'basis')).toEqual([...GRANT_BASES].sort());
  });
});
