import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKeys, registerClient, revokeClient } from '#api/duplicate-tests/hooks/clients.ts';
import { CALLS_A_MINUTE } from '#api/duplicate-tests/hooks/limits.ts';
import { hook, openHookRoom, type Claims, type HookRoom } from './hook-room.ts';

let room: HookRoom;
const signed = (claims?: Claims) => room.signed(claims);
const call = (body: unknown, how?: { path?: string; token?: string }) => room.call(body, how);
beforeAll(async () => {
  room = await openHookRoom();
});
afterAll(() => room.served.close());

describe('who calls', () => {
  const refusals = (detail: string) =>
    room.served.clinic.behindTheWall<{ outcome: string; patient_id: string | null }>(
      `select outcome, patient_id, person_id from audit_event where action = 'duplicate-tests:hook-refused' and detail like $1`,
      [detail],
    );

  it.each<[string, string, () => Promise<string>]>([
    ['an unregistered client', 'unregistered issuer from=%', () => signed({ iss: 'https://stranger.example' })],
    [
      'a signature that does not hold',
      'bad token client=% from=%',
      async () => signed({ with: (await generateKeyPair('ES384')).privateKey }),
    ],
  ])('is in the audit when it is %s, without a patient', async (_, detail, token) => {
    const before = (await refusals(detail)).length;
    expect((await call(hook(), { token: await token() })).status).toBe(401);
    const rows = await refusals(detail);
    expect(rows.length).toBe(before + 1);
    expect(rows[0]).toEqual({ outcome: 'denied', patient_id: null, person_id: null });
  });

  it('is in the audit when a token is replayed', async () => {
    const token = await signed();
    await call(hook(), { token });
    await call(hook(), { token });
    expect((await refusals('replayed token client=%')).length).toBeGreaterThan(0);
  });

  it('may sign with RS384 as well, and with nothing weaker', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS384', { extractable: true });
    const issuer = 'https://rsa.example';
    const keys = await readKeys(JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS384' }] }));
    const steward = room.served.clinic.pool('portage_steward');
    await registerClient(steward, { issuer, name: 'RSA', practice: room.practice.id, keys });
    const good = await call(hook(), { token: await signed({ iss: issuer, with: privateKey, alg: 'RS384' }) });
    expect([good.status, good.cards.length], good.text).toEqual([200, 1]);
    const weak = await crypto.subtle.importKey(
      'jwk',
      await exportJWK(privateKey),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    expect((await call(hook(), { token: await signed({ iss: issuer, with: weak, alg: 'RS256' }) })).status).toBe(401);
    await revokeClient(steward, issuer);
    const revoked = await call(hook(), { token: await signed({ iss: issuer, with: privateKey, alg: 'RS384' }) });
    expect(revoked.status).toBe(401);
  });

  it('is counted, and told when to come again', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true });
    const issuer = 'https://busy.example';
    const steward = room.served.clinic.pool('portage_steward');
    const keys = { keys: [await exportJWK(publicKey)] };
    await registerClient(steward, { issuer, name: 'Busy', practice: room.practice.id, keys });
    const ask = async () => call(hook(), { token: await signed({ iss: issuer, with: privateKey }) });
    expect((await ask()).status).toBe(200);
    const [{ id } = { id: '' }] = await room.served.clinic.behindTheWall<{ id: string }>(
      'select id from cds_client where issuer = $1',
      [issuer],
    );
    await room.served.clinic.behindTheWall('update sign_in_attempt set points = $2 where key = $1', [
      `cds-client:${id}`,
      CALLS_A_MINUTE,
    ]);
    const limited = await ask();
    expect([limited.status, limited.text]).toEqual([429, expect.stringContaining('Try again in')]);
    // another client is not slowed down by it
    expect((await call(hook())).status).toBe(200);
  });
});
