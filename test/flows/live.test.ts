// Live updates: told at once, to nobody else, and nothing is missed.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { servePortage, type Portage } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLogger } from '#api/http/index.ts';
import { Caller } from '#test/kit/caller.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';
import { LIVE, openStream, type OpenStream } from '#test/kit/event-stream.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

let served: ServedClinic;
let second: Portage;
let doctor: PersonInClinic;
let colleague: PersonInClinic;
let cover: PersonInClinic;
let caller: Caller;
const open: OpenStream[] = [];

beforeAll(async () => {
  served = await serveClinic();
  const { clinic } = served;
  const practice = await clinic.organization();
  doctor = await clinic.person('community-clinician').of(practice);
  colleague = await clinic.person('community-clinician').of(practice);
  cover = await clinic.person('community-clinician').of(await clinic.organization());
  await clinic.standIn(doctor).by(cover, { kind: 'cover' });
  for (const person of [doctor, colleague, cover]) await served.admit(person);
  // Another process on the same database.
  const config = {
    ...readConfig({ DATA_DIR: '/nowhere', PORT: '0' }),
    secret: SECRET,
    dataDir: `/tmp/${randomUUID()}`,
  };
  second = await servePortage(
    config,
    { urls: clinic.database.urls, stop: async () => undefined },
    { log: createLogger('silent') },
  );
  caller = await signedIn(doctor);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await second.close();
  await served.close();
});

async function signedIn(person: PersonInClinic, url = served.url): Promise<Caller> {
  const browser = new Caller(url);
  expect((await browser.signIn(person.email, PASSWORD)).__typename).toBe('SignedIn');
  return browser;
}

async function listen(browser: Caller, options: Parameters<typeof openStream>[1] = {}): Promise<OpenStream> {
  const stream = await openStream(browser, options);
  open.push(stream);
  expect((await stream.next())?.live?.kind).toBe('READY');
  return stream;
}

const announce = async (person: PersonInClinic, subject = randomUUID(), kind = 'message') => {
  await served.clinic.app.query(`select app.announce(array[$1::uuid], $2, $3)`, [person.id, kind, subject]);
  return subject;
};
const noEventOn = async (stream: OpenStream, ms = 300) =>
  expect(await Promise.race([stream.next(), sleep(ms, 'silence')])).toBe('silence');

describe('live updates', () => {
  it('come within a moment, from whichever process wrote them, ids only', async () => {
    const here = await listen(caller);
    const there = await listen(await signedIn(doctor, second.url));
    const begun = performance.now();
    const subject = await announce(doctor);
    for (const stream of [here, there])
      expect((await stream.next())?.live).toMatchObject({ kind: 'MESSAGE', subjectId: subject });
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(here.response.headers.get('content-type')).toContain('text/event-stream');
    expect(here.response.headers.get('cache-control')).toBe('no-store');
    expect(here.response.headers.get('content-encoding')).toBeNull();
  });

  it('come to the person they are for, and to who stands in for them, and to nobody else', async () => {
    const [other, standIn] = [await listen(await signedIn(colleague)), await listen(await signedIn(cover))];
    const subject = await announce(doctor);
    expect((await standIn.next())?.live?.subjectId).toBe(subject);
    await noEventOn(other);
  });

  it('that came while the line was broken come when it is mended', async () => {
    const stream = await listen(caller);
    await announce(doctor);
    const seen = (await stream.next())!;
    stream.close();
    const missed = [await announce(doctor), await announce(doctor, undefined, 'task')];
    const again = await openStream(caller, { lastEventId: seen.id });
    open.push(again);
    expect((await again.next())?.live?.kind).toBe('READY');
    expect([(await again.next())?.live?.subjectId, (await again.next())?.live?.subjectId]).toEqual(missed);
    await noEventOn(again);
  });

  it('are not missed when transactions end in another order than they began', async () => {
    const stream = await listen(caller);
    const [early, late] = [randomUUID(), randomUUID()];
    const slow = await served.clinic.app.connect();
    await slow.query('begin');
    await slow.query(`select app.announce(array[$1::uuid], 'message', $2)`, [doctor.id, early]);
    await announce(doctor, late);
    const first = (await stream.next())!;
    expect(first.live?.subjectId).toBe(late);
    stream.close();
    await slow.query('commit');
    slow.release();
    const again = await openStream(caller, { lastEventId: first.id });
    open.push(again);
    await again.next();
    expect((await again.next())?.live?.subjectId).toBe(early);
    await noEventOn(again);
  });

  it('that came while no connection listened come when it listens again', async () => {
    const stream = await listen(caller);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portage live' and datname = current_database()`;
    await served.clinic.owner.query(cut);
    const subject = await announce(doctor);
    expect((await stream.next())?.live?.subjectId).toBe(subject);
  });

  it('end when the session does, at once', async () => {
    const browser = await signedIn(doctor);
    const stream = await listen(browser);
    const begun = performance.now();
    await browser.signOut();
    expect((await stream.next())?.codes).toEqual(['UNAUTHENTICATED']);
    expect((await stream.next())?.event).toBe('complete');
    expect(await stream.next()).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('do not keep a session alive that nobody uses', async () => {
    const browser = await signedIn(colleague);
    const past = `update session set last_seen_at = now() - interval '14 minutes' where membership_id = $1`;
    await served.clinic.owner.query(past, [colleague.membershipId]);
    const stream = await listen(browser);
    await announce(colleague);
    await stream.next();
    const [session] = await served.clinic.behindTheWall<{ old: boolean }>(
      `select max(last_seen_at) < now() - interval '13 minutes' as old from session where membership_id = $1`,
      [colleague.membershipId],
    );
    expect(session?.old).toBe(true);
  });
});

describe('the stream is refused', () => {
  it.each([
    ['without a session', {}, 401, 'UNAUTHENTICATED'],
    ['to another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'FORBIDDEN'],
    ['to a neighbouring site', { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'FORBIDDEN'],
    ['for a query', { query: '{ viewer { id } }' }, 400, 'BAD_USER_INPUT'],
    ['for a mutation', { query: 'mutation { signOut }' }, 400, 'BAD_USER_INPUT'],
    ['for two fields', { query: 'subscription { a: live { id } b: live { id } }' }, 400, 'BAD_USER_INPUT'],
    ['for what does not parse', { query: 'subscription {' }, 400, 'BAD_USER_INPUT'],
    ['for thousands of tokens', { query: `subscription { live { ${'id '.repeat(3_000)} } }` }, 400, 'BAD_USER_INPUT'],
    ['for a place that is none', { lastEventId: '7:3:' }, 400, 'BAD_USER_INPUT'],
    ['for a place that is SQL', { lastEventId: "1:1:'" }, 400, 'BAD_USER_INPUT'],
  ] as const)('%s', async (what, options, status, code) => {
    const { response } = await openStream(what === 'without a session' ? served.caller() : caller, options);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe(code);
  });

  it('to more pages than anybody looks at', async () => {
    const browser = await signedIn(doctor);
    for (let n = 0; n < 12; n += 1) await listen(browser);
    expect((await openStream(browser)).response.status).toBe(429);
  });

  it('at /graphql, where questions are answered', async () => {
    const { json } = await caller.ask(LIVE);
    expect(json.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

it('a stop closes what is open, and does not wait for it', async () => {
  const third = await servePortage(
    { ...readConfig({ PORT: '0' }), secret: SECRET, dataDir: `/tmp/${randomUUID()}` },
    { urls: served.clinic.database.urls, stop: async () => undefined },
    { log: createLogger('silent') },
  );
  const stream = await listen(await signedIn(doctor, third.url));
  const begun = performance.now();
  const [last] = await Promise.all([stream.next().catch(() => undefined), third.close()]);
  expect(last).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(3_000);
});
