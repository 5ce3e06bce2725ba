import { generateKeyPair } from 'jose';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowMaker } from '#test/kit/clinic-row.ts';
import { ago, DAY } from '#test/kit/clinic.ts';
import { A1C, hook, NAMED, openHookRoom, order, SELECT, SIGN, type Claims, type HookRoom } from './hook-room.ts';

let room: HookRoom;
const signed = (claims?: Claims) => room.signed(claims);
const call = (body: unknown, how?: { path?: string; token?: string }) => room.call(body, how);
const ordering = (...entry: { resource: object }[]) =>
  call(hook({}, { draftOrders: { resourceType: 'Bundle', entry } }));
beforeAll(async () => {
  room = await openHookRoom();
});
afterAll(() => room.served.close());

describe('the services', () => {
  it('are found by anybody', async () => {
    const response = await fetch(`${room.served.url}/cds-services`);
    const { services } = (await response.json()) as { services: { hook: string; prefetch: unknown }[] };
    expect(services.map((one) => one.hook)).toEqual(['order-select', 'order-sign']);
    expect(services[0]!.prefetch).toEqual({ patient: 'Patient/{{context.patientId}}' });
  });

  it('give a card within the rules for an order that repeats a test', async () => {
    const { status, cards, text } = await call(hook());
    expect([status, cards.length], text).toEqual([200, 1]);
    const card = cards[0]!;
    expect(card.summary.length).toBeLessThan(140);
    expect(card).toMatchObject({
      indicator: 'warning',
      selectionBehavior: 'any',
      suggestions: [{ actions: [{ type: 'delete', resourceId: 'ServiceRequest/o1' }] }],
    });
    expect(card.overrideReasons.every(({ display }) => display !== '')).toBe(true);
    expect(card.links[0]!.url).toBe(`${room.served.url}/patients/${room.patient.id}`);
    expect(text).not.toContain('null');
  });

  it('look at the selected orders only, and leave others alone', async () => {
    const select = (selections: string[]) => call(hook({ hook: 'order-select' }, { selections }), { path: SELECT });
    expect((await select(['ServiceRequest/o1'])).cards).toHaveLength(1);
    expect((await select(['ServiceRequest/o2'])).cards).toEqual([]);
  });

  it('say nothing of a result that is restricted (S12), nor of a test that is new', async () => {
    const { text } = await ordering(order('c', { text: 'CEA' }), order('d', { text: 'CT chest' }));
    expect(text).toBe('{"cards":[]}');
  });

  it('say that a test was done on a day that nobody wrote down', async () => {
    const { cards } = await ordering(order('u', { text: 'Ferritin' }));
    expect(cards).toMatchObject([{ indicator: 'info', summary: 'Ferritin: Ferritin is recorded without a date.' }]);
    expect(cards[0]).not.toHaveProperty('suggestions');
  });

  it('leave alone what is ordered for a day on which it will be due, and no earlier one', async () => {
    const on = (days: number) => {
      const { resource } = A1C;
      return { resource: { ...resource, occurrenceDateTime: new Date(Date.now() + days * DAY).toISOString() } };
    };
    expect((await ordering(on(400))).cards).toEqual([]);
    expect((await ordering(on(10))).cards).toHaveLength(1);
  });
});

describe('an order that Portage does not know', () => {
  it('is never answered with silence, which reads as “not done before”', async () => {
    const { cards, text } = await ordering(order('x', { text: 'Ferritni' }));
    expect(cards).toMatchObject([
      {
        indicator: 'info',
        summary: 'Not checked for duplicates: Portage does not know “Ferritni”',
        detail: expect.stringContaining('“Ferritni”: it may be Ferritin'),
        links: [{ url: `${room.served.url}/patients/${room.patient.id}` }],
      },
    ]);
    expect(text).not.toMatch(/null|suggestions|selectionBehavior/);
  });

  it('shares one card with the others of its call, beside the cards of those that are known', async () => {
    const unknown = ['xyzzy', 'CT', '', 'a', 'b', 'c', 'd'].map((text, index) => order(`x${index}`, { text }));
    const { cards } = await ordering(A1C, ...unknown);
    expect(cards.map(({ summary }) => summary)).toEqual([
      expect.stringContaining('Hemoglobin A1c: '),
      'Not checked for duplicates: Portage does not know 7 of these orders',
    ]);
    expect(cards[1]!.detail).toContain('“xyzzy”: no test has a name like it');
    expect(cards[1]!.detail).toMatch(/“CT”: it may be CT .*, or CT .*\n/);
    expect(cards[1]!.detail).toContain('2 more');
  });

  it('has its name cut where it is longer than a card, and read as words where it looks like Markdown', async () => {
    const [card] = (await ordering(order('x', { text: `[qqqq](https://evil.example) ${'q'.repeat(300)}` }))).cards;
    expect(card!.summary.length).toBeLessThan(140);
    expect(card!.detail).toContain('\\[qqqq\\](');
  });

  it('is named by its code where it has no words', async () => {
    const coding = [{ system: 'urn:lab', code: 'QQ77' }];
    expect((await ordering(order('x', { coding }))).cards[0]!.summary).toContain('“QQ77”');
  });

  it('is no test when the EHR files it under referrals, surgery or teaching, and may be one otherwise', async () => {
    const under = async (category: object[]) => {
      const { resource } = order('x', { text: 'xyzzy' });
      return (await ordering({ resource: { ...resource, category } as typeof resource })).cards.length;
    };
    const snomed = (code: string, display?: string) => ({
      coding: [{ system: 'http://snomed.info/sct', code, display }],
    });
    expect(await under([snomed('3457005')])).toBe(0);
    expect(await under([snomed('387713003', 'Surgical procedure')])).toBe(0);
    expect(await under([{ text: 'Referral to physical therapy' }])).toBe(0);
    expect(await under([snomed('108252007', 'Laboratory procedure')])).toBe(1);
    expect(await under([snomed('363679005'), { text: 'Consult' }])).toBe(1);
    expect(await under([])).toBe(1);
  });

  it('is not told of a patient who is not open to the practice', async () => {
    const patient = { resourceType: 'Patient', identifier: [{ system: 'urn:ehr', value: 'nobody' }] };
    const entry = [order('x', { text: 'xyzzy' })];
    const body = hook({ prefetch: { patient } }, { draftOrders: { resourceType: 'Bundle', entry } });
    expect((await call(body)).text).toBe('{"cards":[]}');
  });
});

describe('the patient', () => {
  const ask = async (given: object) =>
    (await call(hook({ prefetch: { patient: { resourceType: 'Patient', ...given } } }))).cards.length;
  const demographics = (more: object = {}) => ({
    name: [{ family: room.patient.rows[0]!.columns['family_name'], given: ['Robin'] }],
    birthDate: '1956-04-12',
    gender: 'female',
    ...more,
  });

  it('is found by identifier, or by all of name, birth date and sex', async () => {
    expect(await ask(demographics())).toBe(1);
    expect(await ask(demographics({ birthDate: '1956-04-13' }))).toBe(0);
    expect(await ask(demographics({ gender: 'male' }))).toBe(0);
    expect(await ask({ identifier: [{ system: 'urn:other', value: 'A1' }] })).toBe(0);
    expect(await ask({})).toBe(0);
  });

  it('is nobody when an identifier leads to somebody of another birth date', async () => {
    const { identifier } = NAMED;
    expect(await ask({ identifier, birthDate: '1956-04-12' })).toBe(1);
    expect(await ask({ identifier, birthDate: '1961-04-12' })).toBe(0);
  });

  it('is found by the official name of several', async () => {
    const official = { ...demographics().name[0], use: 'official' };
    expect(await ask(demographics({ name: [{ use: 'nickname', given: ['Bobbie'] }, official] }))).toBe(1);
  });

  it('is not guessed between two, and not found outside the practice’s grants', async () => {
    const { clinic } = room.served;
    const twins = [await clinic.patient(), await clinic.patient()];
    for (const twin of twins) {
      await clinic.pool('portage_ingest').query(`update patient set family_name = 'Twin' where id = $1`, [twin.id]);
      const make = rowMaker(twin.id, twin.canary);
      await clinic.insert(
        'portage_ingest',
        'observation',
        make('observation', ['results'], {
          category: 'laboratory',
          family: 'hba1c',
          display: 'A1c',
          value_number: 5,
          reference_high: 6,
          status: 'final',
          effective_at: ago(2 * DAY),
        }).columns,
      );
    }
    const twin = demographics({ name: [{ family: 'Twin', given: ['Robin'] }] });
    expect(await ask(twin)).toBe(0);
    await clinic.grant(twins[0]!).to(room.practice);
    expect(await ask(twin)).toBe(1);
    await clinic.grant(twins[1]!).to(room.practice);
    expect(await ask(twin)).toBe(0);
  });

  it('is wanted', async () => {
    expect((await call(hook({ prefetch: {} }))).status).toBe(412);
  });
});

describe('a caller', () => {
  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<Claims>, string]>([
    ['is not registered', async () => ({ iss: 'https://other.example' }), 'issuer is not registered'],
    [
      'signs with another key',
      async () => ({ with: (await generateKeyPair('ES384')).privateKey }),
      'signed with no key',
    ],
    ['signed for another service', async () => ({ path: SELECT }), `aud must be the address that is called: http`],
    ['comes too late', async () => ({ issuedAt: now() - 3600 }), 'has expired'],
    ['signs for a day', async () => ({ lifetime: 86_400 }), 'lives too long'],
    ['names no token', async () => ({ jti: '' }), 'jti must have'],
  ])('is refused that %s, and hears why', async (_, claims, why) => {
    const { status, text } = await call(hook(), { token: await signed(await claims()) });
    expect([status, text]).toEqual([401, expect.stringContaining(why)]);
  });

  it('is refused without a token, with nonsense, and with a token that was used', async () => {
    const headers = { 'content-type': 'application/json' };
    const bare = await fetch(`${room.served.url}${SIGN}`, { method: 'POST', headers, body: '{}' });
    expect(bare.status).toBe(401);
    expect((await call(hook(), { token: 'a.b.c' })).status).toBe(401);
    const token = await signed();
    expect((await call(hook(), { token })).status).toBe(200);
    const again = await call(hook(), { token });
    expect([again.status, again.text]).toEqual([401, expect.stringContaining('used before')]);
  });

  it.each<[string, () => unknown]>([
    ['no hook at all', () => ({})],
    ['another hook', () => hook({ hook: 'patient-view' })],
    ['no orders', () => hook({}, { draftOrders: undefined })],
    ['an instance that is no UUID', () => hook({ hookInstance: '1' })],
    ['no JSON', () => '{'],
    [
      'an order without a code',
      () =>
        hook(
          {},
          {
            draftOrders: { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'ServiceRequest', id: 'x' } }] },
          },
        ),
    ],
  ])('hears what is wrong with %s', async (_, body) => {
    const { status, text } = await call(body());
    expect([status, text.length > 10]).toEqual([400, true]);
  });
});

describe('feedback', () => {
  it('counts for the family that the card told of', async () => {
    const { cards } = await call(hook());
    const feedback = [{ card: cards[0]!.uuid, outcome: 'accepted', outcomeTimestamp: '2026-11-22T10:00:00Z' }];
    expect((await call({ feedback }, { path: `${SIGN}/feedback` })).status).toBe(200);
    const [row] = await room.served.clinic.behindTheWall(
      'select c.family, f.outcome from cds_feedback f join cds_card c on c.card = f.card and c.client_id = f.client_id where f.card = $1',
      [cards[0]!.uuid],
    );
    expect(row).toEqual({ family: 'hba1c', outcome: 'accepted' });
  });

  it('is kept, and wants the form of CDS Hooks', async () => {
    const path = `${SIGN}/feedback`;
    const card = randomUUID();
    const feedback = [
      {
        card,
        outcome: 'overridden',
        outcomeTimestamp: '2026-11-22T10:00:00Z',
        overrideReason: { reason: { code: 'new-symptom' } },
      },
    ];
    expect((await call({ feedback }, { path })).status).toBe(200);
    expect(
      await room.served.clinic.behindTheWall('select outcome, reason from cds_feedback where card = $1', [card]),
    ).toEqual([{ outcome: 'overridden', reason: 'new-symptom' }]);
    expect((await call({ feedback: [{ ...feedback[0], outcome: 'perhaps' }] }, { path })).status).toBe(400);
  });
});

const samples = process.env['FHIR_SAMPLES'] ? join(process.env['FHIR_SAMPLES'], 'cdshooks') : '';
describe.runIf(existsSync(samples))('the published examples', () => {
  const requests = existsSync(samples)
    ? readFileSync(join(samples, 'INDEX.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([, kind, name]) => kind === 'request' && (name === 'order-sign' || name === 'order-select'))
    : [];
  it.each(requests.map(([file = '', , name = '']) => [file, name] as const))('%s is answered', async (file, name) => {
    const body = JSON.parse(readFileSync(join(samples, file), 'utf8')) as { context: { draftOrders?: unknown } };
    const { status, text } = await call(body, { path: name === 'order-select' ? SELECT : SIGN });
    // An example of an older version has no draftOrders; a test order needs its patient.
    const tests = JSON.stringify(body.context.draftOrders ?? null).includes('"ServiceRequest"');
    expect([file, status], text).toEqual([file, body.context.draftOrders === undefined ? 400 : tests ? 412 : 200]);
  });

  it.each(['hl7-index_29.json', 'hl7-index_31.json'])('%s is taken as feedback', async (file) => {
    const body: unknown = JSON.parse(readFileSync(join(samples, file), 'utf8'));
    expect((await call(body, { path: `${SIGN}/feedback` })).status).toBe(200);
  });
});
