// S5: sessions share connections, and none ever sees another's rows, whatever is cancelled or breaks between them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAsSession } from '#api/database/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { figure } from './figure.ts';

const TRANSACTIONS = 10_000;
const AT_ONCE = 16;
const READERS = 8;

interface Reader {
  readonly token: string;
  readonly patients: ReadonlySet<string>;
}

let clinic: Clinic;
const readers: Reader[] = [];

beforeAll(async () => {
  clinic = await openClinic();
  for (let index = 0; index < READERS; index++) {
    const practice = await clinic.organization();
    const clinician = await clinic.person('community-clinician').of(practice);
    const patients = [await clinic.patient({ withRecord: true }), await clinic.patient({ withRecord: true })];
    for (const patient of patients) await clinic.grant(patient).to(practice);
    readers.push({ token: await clinician.signIn(), patients: new Set(patients.map(({ id }) => id)) });
  }
  // Somebody who is signed in and was granted nothing, and nobody at all.
  const stranger = await clinic.person('oncologist').of(await clinic.organization());
  readers.push({ token: await stranger.signIn(), patients: new Set() }, { token: '', patients: new Set() });
});
afterAll(() => clinic.close());

interface Row {
  patient_id: string;
  token: string | null;
}

const SELECT = `select patient_id, current_setting('app.session', true) as token from observation`;
const KINDS: Record<string, string> = {
  read: SELECT,
  grants: `select patient_id, current_setting('app.session', true) as token from access_grant`,
  slow: `${SELECT}, pg_sleep(0.002) limit 3`,
  abort: `select patient_id, (1 / (length(patient_id::text) - 36))::text as token from observation`,
  'no such table': 'select 1 from nothing',
};
const kinds = Object.keys(KINDS);

// The same order of kinds and readers on every run; what the server cancels is left to chance.
let state = 20261122;
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

it(
  `gives 0 foreign rows in ${TRANSACTIONS} interleaved transactions on 4 connections`,
  { timeout: 300_000 },
  async () => {
    const tally = { done: 0, cancelled: 0, failed: 0, lost: 0, rows: 0, foreign: 0, silent: 0 };
    const failures = new Set<string>();
    let started = 0;

    const work = async () => {
      while (started++ < TRANSACTIONS) {
        const reader = readers[random(readers.length)]!;
        const kind = kinds[random(kinds.length)]!;
        try {
          const { rows } = await runAsSession<Row>(clinic.app, reader.token, { sql: KINDS[kind]!, parameters: [] });
          tally.done++;
          tally.rows += rows.length;
          if (rows.length === 0 && reader.patients.size > 0) tally.silent++;
          tally.foreign += rows.filter(
            (row) => !reader.patients.has(row.patient_id) || row.token !== reader.token,
          ).length;
        } catch (error) {
          const { code } = error as { code?: string };
          if (code === '57014') tally.cancelled++;
          else if (code === undefined || code.startsWith('57P') || code.startsWith('08')) tally.lost++;
          else {
            tally.failed++;
            failures.add(code);
          }
        }
      }
    };

    let over = false;
    const disturb = async () => {
      const others = `from pg_stat_activity where usename = 'portage_app' and datname = current_database() and state = 'active'`;
      for (let round = 0; !over; round++) {
        const blow =
          round % 50 === 49 ? `pg_terminate_backend(pid) ${others} limit 1` : `pg_cancel_backend(pid) ${others}`;
        await clinic.owner.query(`select ${blow}`);
        await new Promise((resolve) => setTimeout(resolve, random(12)));
      }
    };

    const disturbing = disturb();
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    over = true;
    await disturbing;

    figure(`S5: ${JSON.stringify(tally)}`);
    expect(tally.done + tally.cancelled + tally.failed + tally.lost).toBe(TRANSACTIONS);
    expect(tally.foreign).toBe(0);
    // Only what these statements do wrong themselves: no transaction was left open for the next (25P02).
    expect([...failures].sort()).toEqual(['22012', '42P01']);
    // A read that answers at all answers in full: never a partial record in silence.
    expect(tally.silent).toBe(0);
    expect(tally.cancelled).toBeGreaterThan(20);
    expect(tally.lost).toBeGreaterThan(0);
    expect(tally.rows).toBeGreaterThan(TRANSACTIONS);

    const left = await Promise.all(
      Array.from({ length: 4 }, () => clinic.app.query(`select current_setting('app.session', true) as token`)),
    );
    for (const { rows } of left) expect(rows[0].token ?? '').toBe('');
  },
);
