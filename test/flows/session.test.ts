import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN } from '#test/kit/caller.ts';
import type { OrganizationInClinic, PersonInClinic } from '#test/kit/clinic.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

let served: ServedClinic;
let practice: OrganizationInClinic;

beforeAll(async () => {
  served = await serveClinic();
  practice = await served.clinic.organization();
});
afterAll(() => served.close());

async function physician(): Promise<PersonInClinic> {
  const person = await served.clinic.person('community-clinician').of(practice);
  await served.admit(person);
  return person;
}

async function signedIn(person: PersonInClinic) {
  const caller = served.caller();
  expect((await caller.signIn(person.email, PASSWORD)).__typename).toBe('SignedIn');
  return caller;
}

const inTheSession = (person: PersonInClinic, change: string) =>
  served.clinic.behindTheWall(`update session set ${change} where membership_id = $1`, [person.membershipId]);

describe('signing in', () => {
  it('says who is there, in which role, and until when', async () => {
    const person = await physician();
    const answer = await served.caller().signIn(` ${person.email.toUpperCase()} `, PASSWORD);
    expect(answer.viewer).toMatchObject({
      id: person.id,
      email: person.email,
      role: 'COMMUNITY_CLINICIAN',
      previousSignInAt: null,
      organization: { name: practice.name, kind: 'COMMUNITY_PRACTICE' },
    });
    expect(answer.viewer.scopes).toContain('ONCOLOGY');
    const hours = (Date.parse(answer.viewer.sessionExpiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('remembers the time before', async () => {
    const person = await physician();
    await signedIn(person);
    const { viewer } = await served.caller().signIn(person.email, PASSWORD);
    expect(Math.abs(Date.parse(viewer.previousSignInAt!) - Date.now())).toBeLessThan(10_000);
  });

  it('puts 256 random bits into a cookie that scripts and other sites cannot use, and only their hash into the database', async () => {
    const person = await physician();
    const caller = served.caller();
    const { cookies } = await caller.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^portage=[\w-]{43}; Max-Age=4[23]\d{3}; Path=\/; HttpOnly; SameSite=Strict$/);
    const [row] = await served.clinic.behindTheWall<{ whole: string; hash: string }>(
      `select session::text as whole, encode(token_hash, 'hex') as hash from session where membership_id = $1`,
      [person.membershipId],
    );
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(caller.token));
    expect(row?.hash).toBe(Buffer.from(digest).toString('hex'));
    expect(row?.whole).not.toContain(caller.token);
  });
});

describe('a session', () => {
  it('is never the one that somebody planted (fixation)', async () => {
    const person = await physician();
    const planted = 'A'.repeat(43);
    const caller = served.caller();
    caller.jar.set('portage', planted);
    await caller.signIn(person.email, PASSWORD);
    expect(caller.token).not.toBe(planted);
    const attacker = served.caller();
    attacker.jar.set('portage', planted);
    expect(await attacker.viewer()).toBeNull();
  });

  it('is a new one at each sign-in, and the same browser’s old one ends', async () => {
    const person = await physician();
    const caller = await signedIn(person);
    const before = caller.clone();
    expect((await caller.signIn(person.email, PASSWORD)).__typename).toBe('SignedIn');
    expect(caller.token).not.toBe(before.token);
    expect(await caller.viewer()).toBe(person.email);
    expect(await before.viewer()).toBeNull();
  });

  it('leaves another browser’s session alone', async () => {
    const person = await physician();
    const [one, other] = [await signedIn(person), await signedIn(person)];
    await one.signOut();
    expect(await other.viewer()).toBe(person.email);
  });

  it('ends at sign-out for everybody who has its cookie', async () => {
    const person = await physician();
    const caller = await signedIn(person);
    const thief = caller.clone();
    expect(await caller.signOut()).toBe(true);
    expect(caller.jar.size).toBe(0);
    expect(await thief.viewer()).toBeNull();
    expect((await thief.ask('{ patients { totalCount } }')).json.errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect(await thief.signOut()).toBe(false);
  });

  it('ends after 15 minutes without a request, and not before', async () => {
    const person = await physician();
    const caller = await signedIn(person);
    await inTheSession(person, `last_seen_at = now() - interval '14 minutes 50 seconds'`);
    expect(await caller.viewer()).toBe(person.email);
    // That request was one: the clock began again.
    await inTheSession(person, `last_seen_at = last_seen_at - interval '14 minutes 50 seconds'`);
    expect(await caller.viewer()).toBe(person.email);
    await inTheSession(person, `last_seen_at = now() - interval '15 minutes 1 second'`);
    expect(await caller.viewer()).toBeNull();
    expect(await caller.viewer()).toBeNull();
  });

  it('ends after 12 hours whatever happens', async () => {
    const person = await physician();
    const caller = await signedIn(person);
    await inTheSession(person, `expires_at = expires_at - interval '11 hours 59 minutes'`);
    expect(await caller.viewer()).toBe(person.email);
    await inTheSession(person, `expires_at = now() - interval '1 second'`);
    expect(await caller.viewer()).toBeNull();
  });

  it.each([
    ['the membership', `update membership set ended_at = now() where person_id = $1`],
    ['the person’s account', `update person set disabled_at = now() where id = $1`],
  ])('ends at once with %s', async (_, change) => {
    const person = await physician();
    const caller = await signedIn(person);
    expect(await caller.viewer()).toBe(person.email);
    await served.clinic.pool('portage_steward').query(change, [person.id]);
    expect(await caller.viewer()).toBeNull();
    expect(await served.caller().signIn(person.email, PASSWORD)).toMatchObject({ reason: 'WRONG_CREDENTIALS' });
  });

  it('is not found by what is no token', async () => {
    for (const value of ['', 'x', `${'A'.repeat(42)}'`, 'A'.repeat(5_000), '%00', 'A'.repeat(44)]) {
      const caller = served.caller();
      caller.jar.set('portage', value);
      expect(await caller.viewer()).toBeNull();
    }
  });
});
