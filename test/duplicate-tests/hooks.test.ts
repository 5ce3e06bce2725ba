import { generateKeyPair } from 'jose';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowMaker } from '#test/kit/clinic-row.ts';
import { ago, DAY } from '#test/kit/clinic.ts';
import { hook, openHookRoom, order, SELECT, SIGN, type Claims, type HookRoom } from './hook-room.ts';

let room: HookRoom;
const signed = (claims?: Claims) => room.signed(claims);
const call = (body: unknown, how?: { path?: string; token?: string }) => room.call(body, how);
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
    const entry = [order('c', { text: 'CEA' }), order('d', { text: 'CT chest' }), order('e', { text: 'xyzzy' })];
    expect((await call(hook({}, { draftOrders: { resourceType: 'Bundle', entry } }))).text).toBe('{"cards":[]}');
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
  it.each<[string, () => Promise<Claims>]>([
    ['is not registered', async () => ({ iss: 'https://other.example' })],
    ['signs with another key', async () => ({ with: (await generateKeyPair('ES384')).privateKey })],
    ['signed for another service', async () => ({ path: SELECT })],
    ['comes too late', async () => ({ issuedAt: now() - 3600 })],
    ['signs for a day', async () => ({ lifetime: 86_400 })],
  ])('is refused that %s', async (_, claims) => {
    expect((await call(hook(), { token: await signed(await claims()) })).status).toBe(401);
  });

  it('is refused without a token, with nonsense, and with a token that was used', async () => {
    expect(
      (
        await fetch(`${room.served.url}${SIGN}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
    ).toBe(401);
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
