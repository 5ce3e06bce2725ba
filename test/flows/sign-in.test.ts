import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN } from '#test/kit/caller.ts';
import type { OrganizationInClinic, PersonInClinic } from '#test/kit/clinic.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { apart } from '#test/kit/apart.ts';

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

/** Each test counts its own guesses. */
const forgetAttempts = () => served.clinic.behindTheWall('delete from sign_in_attempt');

describe('a refusal', () => {
  it('is the same for an unknown account and a wrong password, to the byte', async () => {
    await forgetAttempts();
    const person = await physician();
    const ask = (email: string) => served.caller().ask(SIGN_IN, { input: { email, password: 'wrong password' } });
    const [wrong, unknown] = [await ask(person.email), await ask('nobody@clinic.example')];
    expect(wrong.json.data?.['signIn']).toMatchObject({ reason: 'WRONG_CREDENTIALS', retryAfterSeconds: null });
    expect(unknown.text).toBe(wrong.text);
    const names = (reply: typeof wrong) => [...reply.headers.keys()].toSorted();
    expect(names(unknown)).toEqual(names(wrong));
    expect(unknown.status).toBe(wrong.status);
  });

  it('takes as long for an unknown account as for a wrong password', { timeout: 120_000 }, async () => {
    const person = await physician();
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 60; round += 1) {
      await forgetAttempts();
      for (const [kind, email] of [
        ['known', person.email],
        ['unknown', `nobody-${round}@clinic.example`],
      ] as const) {
        const started = performance.now();
        await served.caller().signIn(email, 'wrong password');
        if (round >= 10) times[kind].push(performance.now() - started);
      }
    }
    expect(apart(times.known, times.unknown)).toBeLessThan(4.5);
  });

  it.each(['', ' ', '\u0000', 'a\u0000@b', 'x'.repeat(5_000), "' or 1=1 --", '\ud800'])(
    'meets whatever is typed: %j',
    async (text) => {
      await forgetAttempts();
      expect(await served.caller().signIn(text, text)).toMatchObject({ reason: 'WRONG_CREDENTIALS' });
    },
  );
});

describe('guessing', () => {
  it('is slowed down after five attempts, whoever the account is, and asking meanwhile makes it no longer', async () => {
    const person = await physician();
    for (const email of [person.email, 'nobody-to-guess@clinic.example']) {
      await forgetAttempts();
      const answers = [];
      for (let attempt = 0; attempt < 12; attempt += 1)
        answers.push(await served.caller().signIn(email, `guess ${attempt}`));
      expect(answers.slice(0, 6).map(({ reason }) => reason)).toEqual(
        Array.from({ length: 6 }, () => 'WRONG_CREDENTIALS'),
      );
      expect(answers.slice(6).map(({ reason }) => reason)).toEqual(
        Array.from({ length: 6 }, () => 'TOO_MANY_ATTEMPTS'),
      );
      for (const { retryAfterSeconds } of answers.slice(6)) {
        expect(retryAfterSeconds).toBeGreaterThan(0);
        expect(retryAfterSeconds).toBeLessThanOrEqual(10);
      }
    }
  });

  it('does not get ahead by asking all at once', async () => {
    await forgetAttempts();
    const person = await physician();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => served.caller().signIn(person.email, `guess ${n}`)),
    );
    expect(answers.filter(({ reason }) => reason === 'WRONG_CREDENTIALS').length).toBeLessThanOrEqual(6);
  });

  it('does not lock the owner out: after the wait the right password opens, and all is forgotten', async () => {
    await forgetAttempts();
    const person = await physician();
    for (let attempt = 0; attempt < 8; attempt += 1) await served.caller().signIn(person.email, 'wrong');
    expect(await served.caller().signIn(person.email, PASSWORD)).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS' });
    await served.clinic.behindTheWall(`update sign_in_attempt set expires_at = now() where key like 'turn:%'`);
    expect((await served.caller().signIn(person.email, PASSWORD)).__typename).toBe('SignedIn');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await served.caller().signIn(person.email, 'wrong')).toMatchObject({ reason: 'WRONG_CREDENTIALS' });
    }
  });

  it('at one account leaves the others alone', async () => {
    await forgetAttempts();
    const [victim, colleague] = [await physician(), await physician()];
    for (let attempt = 0; attempt < 20; attempt += 1) await served.caller().signIn(victim.email, 'wrong');
    expect((await served.caller().signIn(colleague.email, PASSWORD)).__typename).toBe('SignedIn');
  });

  it('is counted under hashes that nobody can look up', async () => {
    const rows = await served.clinic.behindTheWall<{ key: string }>('select key from sign_in_attempt');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(turn:)?(pair|account|address):[\w-]{43}$/);
  });
});

describe('the audit', () => {
  it('has sign-in, refusal, replacement and sign-out, in the name of whom it was', async () => {
    await forgetAttempts();
    const person = await physician();
    const caller = await signedIn(person);
    await caller.signIn(person.email, 'wrong');
    await caller.signIn(person.email, PASSWORD);
    await caller.signOut();
    const rows = await served.clinic.behindTheWall<{
      action: string;
      outcome: string;
      person_id: string | null;
      session_id: string | null;
      detail: string;
    }>(
      `select action, outcome, person_id, session_id, detail from audit_event where person_id = $1 or detail like '%' || $1 || '%' order by id`,
      [person.id],
    );
    expect(rows.map(({ action, outcome, detail }) => [action, outcome, detail.split(' from=')[0]])).toEqual([
      ['identity:sign-in', 'done', 'from=127.0.0.1'],
      ['identity:sign-in-refused', 'denied', `wrong-credentials person=${person.id}`],
      ['identity:sign-out', 'done', 'replaced by a new session'],
      ['identity:sign-in', 'done', 'from=127.0.0.1'],
      ['identity:sign-out', 'done', 'signed out'],
    ]);
    // Before there is a session nobody may write in a person's name.
    expect(rows.map(({ person_id }) => person_id !== null)).toEqual([true, false, true, true, true]);
  });

  it('keeps one row for each wait, however often somebody knocks', async () => {
    await forgetAttempts();
    const person = await physician();
    const count = async () =>
      (
        await served.clinic.behindTheWall<{ n: number }>(
          `select count(*)::int as n from audit_event where detail like 'too-many-attempts%'`,
        )
      )[0]!.n;
    const before = await count();
    for (let attempt = 0; attempt < 20; attempt += 1) await served.caller().signIn(person.email, 'wrong');
    expect((await count()) - before).toBe(1);
  });

  it('is the condition: without it nobody signs in', async () => {
    await forgetAttempts();
    const person = await physician();
    await served.clinic.behindTheWall(
      `alter table audit_event add constraint broken check (action <> 'identity:sign-in') not valid`,
    );
    try {
      const caller = served.caller();
      const { json, status } = await caller.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
      expect(status).toBe(500);
      expect(json.errors?.[0]?.extensions['code']).toBe('INTERNAL');
      expect(caller.jar.size).toBe(0);
      expect(
        await served.clinic.behindTheWall('select from session where membership_id = $1', [person.membershipId]),
      ).toHaveLength(0);
    } finally {
      await served.clinic.behindTheWall('alter table audit_event drop constraint broken');
    }
  });
});
