import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeKeys,
  HookClientError,
  listClients,
  readKeys,
  registerClient,
  revokeClient,
} from '#api/duplicate-tests/hooks/clients.ts';
import { openClinic, type Clinic, type OrganizationInClinic } from '#test/kit/clinic.ts';

let clinic: Clinic;
let practice: OrganizationInClinic;
beforeAll(async () => {
  clinic = await openClinic();
  practice = await clinic.organization('community-practice', { npi: '1234567893' });
});
afterAll(() => clinic.close());

const steward = () => clinic.pool('portage_steward');
async function publicKeys(kid = 'one') {
  const { publicKey } = await generateKeyPair('ES384', { extractable: true });
  return readKeys(JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES384', use: 'sig' }] }));
}

describe('a hook client', () => {
  it('is registered, listed, given other keys and revoked, each with its audit row', async () => {
    const issuer = 'https://ehr.example';
    await registerClient(steward(), { issuer, name: 'EHR', practice: '1234567893', keys: await publicKeys() });
    await changeKeys(steward(), issuer, await publicKeys('two'));
    expect(await listClients(steward())).toEqual([
      { issuer, name: 'EHR', practice: practice.name, keys: ['ES384 two'], revokedAt: null },
    ]);
    await revokeClient(steward(), issuer);
    expect((await listClients(steward()))[0]?.revokedAt).toBeInstanceOf(Date);
    const rows = await clinic.behindTheWall<{ action: string }>(
      `select action from audit_event where detail = 'issuer=https://ehr.example' order by id`,
    );
    expect(rows.map(({ action }) => action.replace('duplicate-tests:client-', ''))).toEqual([
      'registered',
      'keys-changed',
      'revoked',
    ]);
  });

  it('has an account of the practice that nobody can sign in with', async () => {
    const issuer = 'https://account.example';
    await registerClient(steward(), { issuer, name: 'EHR', practice: practice.name, keys: await publicKeys() });
    const [row] = await clinic.behindTheWall(
      `select m.role, m.organization_id, k.person_id as credential from cds_client c join membership m on m.id = c.membership_id
       left join credential k on k.person_id = m.person_id where c.issuer = $1`,
      [issuer],
    );
    expect(row).toEqual({ role: 'practice-staff', organization_id: practice.id, credential: null });
  });

  it('is refused twice, for no practice, and when there is none to change', async () => {
    const client = { issuer: 'https://twice.example', name: 'EHR', practice: practice.id, keys: await publicKeys() };
    await registerClient(steward(), client);
    await expect(registerClient(steward(), client)).rejects.toThrow('registered already');
    await expect(registerClient(steward(), { ...client, practice: 'nobody' })).rejects.toThrow('no practice nobody');
    await expect(revokeClient(steward(), 'https://none.example')).rejects.toThrow(HookClientError);
    const people = await clinic.behindTheWall(`select 1 from person where given_name = 'EHR'`);
    expect(people).toHaveLength((await listClients(steward())).length);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['no JSON', async () => '{', 'not JSON'],
    ['no key set', async () => '[]', 'no JSON Web Key Set'],
    [
      'a private key',
      async () => keySet((await generateKeyPair('ES384', { extractable: true })).privateKey),
      'key 1 is a private key',
    ],
    [
      'another curve',
      async () => keySet((await generateKeyPair('ES256', { extractable: true })).publicKey),
      'neither EC with curve P-384 nor RSA',
    ],
    ['a secret', async () => JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }), 'private key'],
    [
      'no point of the curve',
      async () => JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' }] }),
      'be read',
    ],
    ['a short RSA key', async () => JSON.stringify({ keys: [{ kty: 'RSA', e: 'AQAB', n: 'AAAA' }] }), '2048 bits'],
  ])('is refused with %s', async (_, text, fault) => {
    await expect(readKeys(await text())).rejects.toThrow(fault);
  });
});

const keySet = async (key: CryptoKey) => JSON.stringify({ keys: [await exportJWK(key)] });
