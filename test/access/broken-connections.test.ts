// A connection that ends in the middle of a read or a sign-in is that request's misfortune, and nobody else's.
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAsSession } from '#api/database/index.ts';
import { createDoor } from '#api/identity/index.ts';
import { openClinic, type Clinic, type PersonInClinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';

let clinic: Clinic;
let person: PersonInClinic;
let token: string;
beforeAll(async () => {
  clinic = await openClinic();
  person = await clinic.person('oncologist').of(await clinic.organization());
  token = await person.signIn();
});
afterAll(() => clinic.close());

/** Ends every connection of a role as soon as one of them waits for the lock that the owner holds. */
async function endWhileWaiting(role: string, table: string, work: () => Promise<unknown>): Promise<unknown> {
  const owner = await clinic.owner.connect();
  try {
    await owner.query(`begin; lock table ${table} in access exclusive mode`);
    const outcome = work().catch((error: unknown) => error);
    for (let ended = 0; ended === 0;) {
      // asked outside of the transaction, which would go on seeing what it saw first
      const { rowCount } = await clinic.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where usename = $1 and datname = current_database() and wait_event_type = 'Lock'`,
        [role],
      );
      ended = rowCount ?? 0;
    }
    await owner.query('rollback');
    return await outcome;
  } finally {
    owner.release();
  }
}

it('a read', async () => {
  const read = () => runAsSession(clinic.app, token, { sql: 'select id from observation', parameters: [] });
  expect(await endWhileWaiting('portage_app', 'observation', read)).toBeInstanceOf(Error);
  await expect(read()).resolves.toMatchObject({ rows: [] });
});

it('a sign-in', async () => {
  const pool: Pool = clinic.pool('portage_door');
  const door = createDoor(pool, SECRET);
  const open = () =>
    door.open({ personId: person.id, membershipId: person.membershipId }, undefined, {
      requestId: '00000000-0000-4000-8000-000000000001',
      address: '127.0.0.1',
    });
  expect(await endWhileWaiting('portage_door', 'session', open)).toBeInstanceOf(Error);
  const opened = await open();
  expect(await clinic.read(opened, 'select person_id from app.current_session()')).toEqual([{ person_id: person.id }]);
});
