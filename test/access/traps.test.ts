// Eight ways in which row-level security does not do what it seems to do, each shown to be real on
// this PostgreSQL and then shown to be shut here.
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { runAsSession } from '#api/database/index.ts';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';

let clinic: Clinic;
let mine: PatientInClinic;
let hidden: PatientInClinic;
let token: string;
/** The superuser in a transaction that is undone after each test. */
let owner: PoolClient;

beforeAll(async () => {
  clinic = await openClinic();
  const practice = await clinic.organization();
  const clinician = await clinic.person('community-clinician').of(practice);
  mine = await clinic.patient({ withRecord: true });
  hidden = await clinic.patient({ withRecord: true });
  await clinic.grant(mine).to(practice);
  token = await clinician.signIn();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  owner = await clinic.owner.connect();
  await owner.query('begin');
});
afterEach(async () => {
  await owner.query('rollback');
  owner.release();
});

/** Becomes the API in the reader's session, within the owner's transaction. */
async function becomeReader(): Promise<void> {
  await owner.query('set local role portage_app');
  await owner.query('select app.enter($1)', [token]);
}

const patientsIn = async (from: string) =>
  (await owner.query<{ id: string }>(`select id from ${from}`)).rows.map(({ id }) => id);

describe('trap 1: a table’s owner sees all rows unless row security is forced', () => {
  beforeEach(async () => {
    await owner.query('create role some_owner');
    await owner.query('grant usage on schema app to some_owner');
    await owner.query('alter table observation owner to some_owner');
  });

  it('is real', async () => {
    await owner.query('alter table observation no force row level security');
    await owner.query('set local role some_owner');
    expect((await patientsIn('observation')).length).toBeGreaterThan(0);
  });

  it('is shut: the owner of a table of the record sees nothing', async () => {
    await owner.query('set local role some_owner');
    expect(await patientsIn('observation')).toEqual([]);
  });
});

describe('trap 2: a plain view reads as its owner', () => {
  it('is real, and mended by security_invoker', async () => {
    await owner.query('create view plain as select * from patient; grant select on plain to portage_app');
    await owner.query('create view asking with (security_invoker = true) as select * from patient');
    await owner.query('grant select on asking to portage_app');
    await becomeReader();
    expect(await patientsIn('plain')).toContain(hidden.id);
    expect(await patientsIn('asking')).toEqual([mine.id]);
  });

  it('is shut: there is no view that reads as its owner', async () => {
    const { rows } = await owner.query(
      `select viewname from pg_views where schemaname in ('public', 'app')
       and not exists (select from pg_class c where c.relname = viewname and 'security_invoker=true' = any (c.reloptions))`,
    );
    expect(rows).toEqual([]);
  });
});

describe('trap 3: a foreign key tells whether a hidden patient exists, and lets one be written for', () => {
  const insert = (patientId: string) =>
    owner.query(`insert into note (patient_id) values ($1)`, [patientId]).then(
      () => 'written',
      (error: { code: string }) => error.code,
    );

  it('is real', async () => {
    await owner.query('create table note (patient_id uuid references patient); grant insert on note to portage_app');
    await becomeReader();
    expect(await insert(hidden.id)).toBe('written');
    expect(await insert('00000000-0000-4000-8000-000000000000')).toBe('23503');
  });

  it('is shut: what the API may write takes a hidden and an absent patient alike', async () => {
    await becomeReader();
    const audit = (patientId: string) =>
      owner.query(
        `insert into audit_event (session_id, person_id, organization_id, role, patient_id, action, outcome)
         select session_id, person_id, organization_id, role, $1, 'patient:read', 'denied' from app.current_session()`,
        [patientId],
      );
    expect((await audit(hidden.id)).rowCount).toBe(1);
    expect((await audit('00000000-0000-4000-8000-000000000000')).rowCount).toBe(1);
  });
});

describe('trap 4: a unique key on the record number tells whether a hidden patient has it', () => {
  it('is real', async () => {
    await owner.query('create table label (mrn text unique, patient_id uuid)');
    await owner.query('alter table label enable row level security');
    await owner.query('create policy append on label for insert to portage_app with check (true)');
    await owner.query('grant select, insert on label to portage_app');
    await owner.query('insert into label values ($1, $2)', [`MRN-${hidden.canary}`, hidden.id]);
    await becomeReader();
    expect((await owner.query('select * from label')).rows).toEqual([]);
    await expect(
      owner.query('insert into label values ($1, $2)', [`MRN-${hidden.canary}`, mine.id]),
    ).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('is shut: no record number is unique, so two feeds may even use the same', async () => {
    const { rows } = await owner.query(
      `select i.indexrelid::regclass from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indisunique and a.attname in ('mrn', 'value', 'name_search', 'birth_date')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('trap 5: a function that tells what it is shown is shown hidden rows in a definer view', () => {
  const told: string[] = [];
  const listen = (notice: { message?: string | undefined }) => told.push(notice.message ?? '');
  const tell = `create function tell(text) returns boolean language plpgsql cost 0.0000001 as
    $$ begin raise notice '%', $1; return true; end $$`;
  beforeEach(() => {
    told.length = 0;
    owner.on('notice', listen);
  });
  afterEach(() => {
    owner.off('notice', listen);
  });

  it('is real', async () => {
    await owner.query(`${tell}; grant execute on function tell(text) to portage_app`);
    await owner.query(
      `create view chosen as select family_name from patient where family_name = '${mine.rows[0]!.mark}'`,
    );
    await owner.query('grant select on chosen to portage_app');
    await becomeReader();
    await owner.query('select * from chosen where tell(family_name)');
    expect(told.join()).toContain(hidden.canary);
  });

  it('is shut: the policies come before any such function, and the API may not make one', async () => {
    await owner.query(`${tell}; grant execute on function tell(text) to portage_app`);
    await becomeReader();
    await owner.query('select id from patient where tell(family_name)');
    await owner.query('select id from observation where tell(display)');
    expect(told.join()).toContain(mine.canary);
    expect(told.join()).not.toContain(hidden.canary);
    for (const schema of ['public', 'app', 'pg_temp']) {
      const refused = runAsSession(clinic.app, token, { sql: tell.replace('tell', `${schema}.tell`), parameters: [] });
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('trap 6: SET stays on the connection after COMMIT', () => {
  const who = `select current_setting('app.session', true) as token`;

  it('is real', async () => {
    const client = await clinic.app.connect();
    await client.query('begin');
    await client.query(`select set_config('app.session', $1, false)`, [token]);
    await client.query('commit');
    expect((await client.query(who)).rows).toEqual([{ token }]);
    expect((await client.query('select id from patient')).rows).toEqual([{ id: mine.id }]);
    client.release(true);
  });

  it('is shut: a session ends with its transaction, whether that succeeds or fails', async () => {
    const client = await clinic.app.connect();
    for (const end of ['commit', 'rollback']) {
      await client.query('begin');
      await client.query('select app.enter($1)', [token]);
      expect((await client.query('select id from patient')).rows).toEqual([{ id: mine.id }]);
      await client.query(end);
      expect((await client.query(who)).rows[0].token ?? '').toBe('');
      expect((await client.query('select id from patient')).rows).toEqual([]);
    }
    client.release();
    await expect(runAsSession(clinic.app, token, { sql: 'select 1/0', parameters: [] })).rejects.toThrow();
    expect((await clinic.app.query('select id from patient')).rows).toEqual([]);
  });
});

describe('trap 7: a setting that was used once is empty and not null', () => {
  it('is real', async () => {
    const client = await clinic.app.connect();
    await client.query('begin');
    await client.query(`select set_config('app.x', 'used', true)`);
    await client.query('commit');
    const { rows } = await client.query(`select current_setting('app.x', true) as x`);
    expect(rows).toEqual([{ x: '' }]);
    await expect(client.query(`select current_setting('app.x', true)::uuid`)).rejects.toMatchObject({ code: '22P02' });
    client.release();
  });

  it('is shut: an empty token is nobody, even where somebody’s token is the empty text', async () => {
    await owner.query(`update session set token_hash = sha256('')`);
    await owner.query('set local role portage_app');
    for (const nobody of ['', null]) {
      expect((await owner.query('select * from app.enter($1)', [nobody])).rows).toEqual([]);
      expect(await patientsIn('patient')).toEqual([]);
    }
  });
});

describe('trap 8: whoever runs SQL as the API sets what the policies trust', () => {
  it('is real where that is a user’s id', async () => {
    await owner.query(
      `create policy by_id on patient for select to portage_app using (id = nullif(current_setting('app.user', true), '')::uuid)`,
    );
    await owner.query('set local role portage_app');
    await owner.query(`select set_config('app.user', $1, true)`, [hidden.id]);
    expect(await patientsIn('patient')).toEqual([hidden.id]);
  });

  it('is shut: only a secret opens a session, and nothing readable or executable leads to one', async () => {
    const guesses = [
      `select set_config('app.session', (select id::text from person limit 1), true)`,
      `select set_config('app.session', (select grantee_id::text from access_grant limit 1), true)`,
      `select set_config('role', 'portage_ingest', true)`,
      `select set_config('session_authorization', 'portage_ingest', true)`,
      `select set_config('row_security', 'off', true)`,
      `select set_config('search_path', 'pg_temp, public', true)`,
      'create temporary table session (id uuid)',
      `select app.open_session(gen_random_uuid(), sha256('x'), gen_random_uuid(), now() + interval '1 hour')`,
      `select * from app.credentials('somebody@clinic.example')`,
      'select token_hash from session',
    ];
    const client = await clinic.app.connect();
    for (const guess of guesses) {
      await client.query('begin');
      const outcome = await client
        .query(guess)
        .then(() => client.query('select id from patient'))
        .then(({ rows }) => rows.length)
        .catch((error: { code: string }) => error.code);
      // Refused for want of rights, or of no use.
      expect([0, '42501']).toContain(outcome);
      await client.query('rollback');
    }
    client.release();
  });

  it('is shut to temporary tables, even if somebody were allowed to make them', async () => {
    await owner.query('create temporary table session (like public.session) on commit drop');
    await owner.query('create temporary table membership (like public.membership) on commit drop');
    await owner.query('create temporary table person (like public.person) on commit drop');
    await owner.query(
      `insert into pg_temp.session select gen_random_uuid(), sha256('forged'), id, now(), now(), now() + interval '1 hour' from public.membership`,
    );
    await owner.query(`insert into pg_temp.membership select * from public.membership`);
    await owner.query(`insert into pg_temp.person select * from public.person`);
    await owner.query('grant all on pg_temp.session, pg_temp.membership, pg_temp.person to public');
    await owner.query('set local role portage_app');
    expect((await owner.query(`select * from app.enter('forged')`)).rows).toEqual([]);
    expect(await patientsIn('patient')).toEqual([]);
  });
});

describe('also: a write refused by GRANT', () => {
  it('arrives as 42501, without a word about a policy', async () => {
    const refused = runAsSession(clinic.app, token, { sql: 'delete from observation', parameters: [] });
    await expect(refused).rejects.toMatchObject({ code: '42501', message: 'permission denied for table observation' });
  });
});
