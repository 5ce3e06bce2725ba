// S2: the policy in code, the policies in SQL and an oracle decide alike on random organisations.
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayRead, type GrantFact } from '#api/access/index.ts';
import type { RecordRow } from '#test/kit/clinic-row.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { recordTables } from './catalogue.ts';
import { figure } from './figure.ts';
import { namesOf, readableBy } from './oracle.ts';
import { seenBy, type Seen } from './world-in-database.ts';
import { DECISIONS_PER_WORLD, world, type World, type WorldPerson } from './world.ts';

const DECISIONS = 100_000;

let clinic: Clinic;
let owner: PoolClient;
/** A row of each table of the record, after which the world's rows are made. */
let templates: RecordRow[];

beforeAll(async () => {
  clinic = await openClinic();
  owner = await clinic.owner.connect();
  const { rows } = await clinic.patient({ withRecord: true });
  const tables = await recordTables(clinic.owner);
  templates = tables.filter((table) => table !== 'patient').map((table) => rows.find((row) => row.table === table)!);
});
afterAll(async () => {
  owner.release();
  await clinic.close();
});

/** What the policy in code lets a person read, from the facts that the API has when it decides. */
function readableInCode(of: World, { role }: WorldPerson, { session }: Seen): Set<string> {
  if (session === undefined) return new Set();
  const now = new Date(0);
  const moment = (seconds: number) => new Date(seconds * 1000);
  const grants = of.grants.map((grant): GrantFact => ({
    ...grant,
    validFrom: moment(grant.from),
    validUntil: grant.until === null ? null : moment(grant.until),
    revokedAt: grant.revoked ? now : null,
  }));
  const places = of.seats.filter(({ personId, shown }) => shown && session.grantees.includes(personId));
  const rows = [
    ...of.patients.map((patient) => ({ ...patient, patientId: patient.id })),
    ...of.rows,
    ...places.map((seat) => ({ ...seat, needs: ['messages' as const] })),
  ];
  const readable = rows.filter(({ patientId, needs }) => {
    const facts = {
      role,
      grantees: session.grantees,
      restricted: of.restrictions.some(
        (one) => one.patientId === patientId && !one.lifted && session.grantees.includes(one.granteeId),
      ),
      merged: of.patients.some(({ id, mergedIntoId }) => id === patientId && mergedIntoId !== null),
      now,
    };
    return mayRead(facts, patientId, grants, needs).allow;
  });
  return new Set(readable.map(({ id }) => id));
}

interface Tally {
  decisions: number;
  allowed: number;
  worlds: number;
}

/** Where the three come to different ends, one line for each row and person. */
async function disagreements(of: World, tally: Tally, sabotage?: (table: string) => string): Promise<string[]> {
  const template = templates[tally.worlds++ % templates.length]!;
  const seen = await seenBy(owner, of, template, sabotage?.(template.table));
  const ids = [...of.patients.map(({ id }) => id), ...of.rows.map(({ id }) => id), ...of.seats.map(({ id }) => id)];
  return of.people.flatMap((person, index) => {
    const inDatabase = seen[index]!;
    const inCode = readableInCode(of, person, inDatabase);
    const byOracle = readableBy(of, person);
    const lines = ids.flatMap((id) => {
      const ends = [inCode.has(id), inDatabase.rows.has(id), byOracle.has(id)];
      tally.decisions++;
      if (ends[2]) tally.allowed++;
      return new Set(ends).size === 1 ? [] : [`${person.role} ${id}: code, SQL, oracle say ${ends.join(', ')}`];
    });
    const foreign = [...inDatabase.rows].filter((id) => !ids.includes(id));
    const names = inDatabase.session ? [...new Set(inDatabase.session.grantees)].sort().join() : '';
    const expected = inDatabase.session ? [...namesOf(of, person)].sort().join() : '';
    return [
      ...lines,
      ...foreign.map((id) => `${person.role} sees ${id} of nobody in this world`),
      ...(names === expected ? [] : [`${person.id} reads for ${names} and not for ${expected}`]),
    ];
  });
}

describe('the walls and the oracle', () => {
  it(`agree on ${DECISIONS} decisions`, { timeout: 180_000 }, async () => {
    const tally: Tally = { decisions: 0, allowed: 0, worlds: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        expect(await disagreements(drawn, tally)).toEqual([]);
      }),
      { numRuns: Math.ceil(DECISIONS / DECISIONS_PER_WORLD), endOnFailure: false },
    );
    figure(
      `S2: ${tally.decisions} decisions in ${tally.worlds} random organisations, ${tally.allowed} allowed, 0 disagreements`,
    );
    expect(tally.decisions).toBeGreaterThanOrEqual(DECISIONS);
    // Neither side of the question may be rare.
    expect(tally.allowed / tally.decisions).toBeGreaterThan(0.05);
    expect(tally.allowed / tally.decisions).toBeLessThan(0.6);
  });

  // A comparison that cannot fail proves nothing: each condition of the wall is taken away in turn.
  const conditions: [missing: string, from: string, to: string][] = [
    ['the grant is not revoked', '(g.revoked_at IS NULL)', 'true'],
    ['the grant is active', `(g.status = 'active'::text)`, 'true'],
    ['the grant has begun', '(g.valid_from <= now())', 'true'],
    ['the grant has not ended', '(g.valid_until > now())', 'true'],
    ['it ends at its very moment', '(g.valid_until > now())', '(g.valid_until >= now())'],
    ['the grant is the reader’s', 'g.grantee_id = ANY', 'g.granted_at is not null or g.grantee_id = ANY'],
    ['the grant gives what is needed', 'needs <@ g.scopes', 'needs && g.scopes'],
    ['the role reads what is needed', 'needs <@ ', 'needs @> needs or needs <@ '],
    ['the patient has not restricted it', '<> ALL', '<> ANY'],
  ];
  it.each(conditions)('are told apart when nobody asks whether %s', { timeout: 60_000 }, async (_, from, to) => {
    const changed = await policyWithout('granted', 'observation', from, to);
    await expectNoticed(
      (table) => `alter policy granted on ${table} using (${changed.replaceAll('observation.', `${table}.`)})`,
    );
  });

  const ofPlaces: typeof conditions = [
    [
      'the place is the reader’s',
      'thread_seat.person_id = ANY',
      'thread_seat.person_id is not null or g.grantee_id = ANY',
    ],
    ['it is shown yet', '(visible_from <= now())', 'true'],
    ['the grant gives messages', `('messages'::text = ANY (g.scopes))`, 'true'],
    ['the role reads messages', `('messages'::text = ANY (reader.scopes))`, 'true'],
    ['the grant is not revoked', '(g.revoked_at IS NULL)', 'true'],
    ['the grant has not ended', '(g.valid_until > now())', 'true'],
    ['the patient has not restricted it', '<> ALL', '<> ANY'],
  ];
  it.each(ofPlaces)(
    'are told apart when of a place nobody asks whether %s',
    { timeout: 60_000 },
    async (_, from, to) => {
      const changed = await policyWithout('seated', 'thread_seat', from, to);
      await expectNoticed(() => `alter policy seated on thread_seat using (${changed})`);
    },
  );

  async function policyWithout(policy: string, table: string, from: string, to: string): Promise<string> {
    const { rows } = await owner.query<{ qual: string }>(
      'select pg_get_expr(polqual, polrelid) as qual from pg_policy where polname = $1 and polrelid = $2::regclass',
      [policy, table],
    );
    const changed = rows[0]!.qual.replace(from, to);
    expect(changed).not.toBe(rows[0]!.qual);
    return changed;
  }

  async function expectNoticed(alter: (table: string) => string): Promise<void> {
    // Grants have a wall of their own, so that one has to go as well.
    const sabotage = (table: string) =>
      `create policy all_of_them on access_grant for select to portage_app using (true); ${alter(table)}`;
    const tally: Tally = { decisions: 0, allowed: 0, worlds: 0 };
    const outcome = await fc.check(
      fc.asyncProperty(world, async (drawn) => (await disagreements(drawn, tally, sabotage)).length === 0),
      { numRuns: 60, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  }
});
