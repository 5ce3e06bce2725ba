import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSealer } from '#api/audit/index.ts';
import { SEALED_COLUMNS } from '#api/audit/row-encoding.ts';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';

let clinic: Clinic;
let patient: PatientInClinic;
let token: string;
let dataDir: string;

const count = async () =>
  (await clinic.behindTheWall<{ n: number }>('select count(*)::int as n from audit_event'))[0]?.n;
/** As the summary will be: what is read, and in the same statement the row that says so. */
const audited = (action: string) => `
  with seen as (select id, family_name from patient where id = $1),
    audit as (
      insert into audit_event (session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
      select s.session_id, s.person_id, s.organization_id, s.role, $1, ${action}, 'done', array(select id from seen)
      from app.current_session() s)
  select * from seen`;

beforeAll(async () => {
  clinic = await openClinic();
  const physician = await clinic.person('community-clinician').of(await clinic.organization());
  patient = await clinic.patient();
  await clinic.grant(patient).to(physician);
  token = await physician.signIn();
  dataDir = await mkdtemp(join(tmpdir(), 'portage-audit-'));
});
afterAll(async () => {
  await clinic.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('S9: a read and its audit row are one', () => {
  it('names every row that was returned', async () => {
    const rows = await clinic.read<{ id: string }>(token, audited(`'patient:read'`), [patient.id]);
    const [event] = await clinic.behindTheWall<{ row_ids: string[] }>(
      'select row_ids from audit_event order by id desc limit 1',
    );
    expect(rows.map(({ id }) => id)).toEqual([patient.id]);
    expect(event?.row_ids).toEqual([patient.id]);
  });

  it('is refused when the audit row cannot be written', async () => {
    const before = await count();
    const read = (action: string) => clinic.read(token, audited(action), [patient.id]);
    await expect(read('null')).rejects.toMatchObject({ code: '23502' });

    await clinic.behindTheWall('revoke insert (action) on audit_event from portage_app');
    await expect(read(`'patient:read'`)).rejects.toMatchObject({ code: '42501' });
    await clinic.behindTheWall('grant insert (action) on audit_event to portage_app');

    await clinic.behindTheWall('alter table audit_event add constraint full_disk check (false) not valid');
    await expect(read(`'patient:read'`)).rejects.toMatchObject({ code: '23514' });
    await clinic.behindTheWall('alter table audit_event drop constraint full_disk');

    expect(await count()).toBe(before);
    expect(await read(`'patient:read'`)).toHaveLength(1);
    expect(await count()).toBe((before ?? 0) + 1);
  });

  it('is refused when it is audited in the name of somebody else', async () => {
    const other = await clinic.person('oncologist').of(await clinic.organization());
    const forged = audited(`'patient:read'`).replace('s.person_id,', `'${other.id}',`);
    await expect(clinic.read(token, forged, [patient.id])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the audit is append-only', () => {
  beforeAll(async () => {
    const log = { info: () => undefined, error: () => undefined };
    const sealer = await startSealer({ url: clinic.database.urls.portage_sealer, dataDir, log });
    await clinic.read(token, audited(`'patient:read'`), [patient.id]);
    await sealer.stop();
    expect(await clinic.behindTheWall('select batch from audit_seal')).not.toEqual([]);
  });

  const changes = [
    `update audit_event set detail = 'x'`,
    'update audit_event set xid = xid',
    'delete from audit_event',
    'truncate audit_event',
    `update audit_seal set sealed_at = now()`,
    'delete from audit_seal',
    'truncate audit_seal',
    'drop table audit_seal',
    'alter table audit_event disable trigger all',
    'alter table audit_event disable row level security',
    `set session_replication_role = replica`,
  ];
  const roles = [
    'portage_app',
    'portage_door',
    'portage_ingest',
    'portage_steward',
    'portage_sealer',
    'portage_worker',
  ] as const;

  it.each(roles)('for %s', async (role) => {
    for (const sql of changes) {
      await expect(clinic.pool(role).query(sql), sql).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(roles.filter((role) => role !== 'portage_sealer'))('%s neither reads nor writes seals', async (role) => {
    for (const sql of ['select 1 from audit_seal', 'insert into audit_seal select * from audit_seal']) {
      await expect(clinic.pool(role).query(sql), sql).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(roles)('%s chooses no id, transaction or time for a row', async (role) => {
    for (const column of ['id', 'xid', 'at']) {
      const value = { id: '1', xid: `'5'`, at: 'now()' }[column];
      const sql = `insert into audit_event (${column}, action, outcome) overriding system value values (${value}, 'x', 'done')`;
      await expect(clinic.pool(role).query(sql), sql).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('for its owner, who would have to mean it', async () => {
    for (const sql of changes.slice(0, 7)) {
      await expect(clinic.owner.query(sql), sql).rejects.toMatchObject({ code: '42501', message: /append-only/ });
    }
  });

  it('seals every column that the table has', async () => {
    const columns = await clinic.behindTheWall<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = 'audit_event'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    expect(columns.map(({ name }) => name)).toEqual([...SEALED_COLUMNS]);
  });
});
