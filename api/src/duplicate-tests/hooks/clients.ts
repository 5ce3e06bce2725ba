import { importJWK, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';

/** What was asked of a client cannot be done; the message is for the person at the keyboard. */
export class HookClientError extends Error {
  override readonly name = 'HookClientError';
}

export interface RegisteredClient {
  readonly issuer: string;
  readonly name: string;
  readonly practice: string;
  /** "ES384 one", by algorithm and key id. */
  readonly keys: readonly string[];
  readonly revokedAt: Date | null;
}

const keySet = z.looseObject({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .min(1)
    .max(10),
});
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];
const RSA_BITS = 2048;

/**
 * A JSON Web Key Set of public keys that calls can be signed with.
 * @throws {HookClientError} saying what is wrong with which key.
 */
export async function readKeys(text: string): Promise<{ keys: JWK[] }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HookClientError('the keys are not JSON');
  }
  const read = keySet.safeParse(json);
  if (!read.success) throw new HookClientError('the keys are no JSON Web Key Set: {"keys":[…]}, 1 to 10 of them');
  const keys = read.data.keys as JWK[];
  for (const [index, key] of keys.entries()) {
    const fault = await faultOf(key);
    if (fault !== undefined) throw new HookClientError(`key ${index + 1} ${fault}`);
  }
  return { keys };
}

async function faultOf(key: JWK): Promise<string | undefined> {
  if (PRIVATE.some((part) => part in key)) return 'is a private key: that stays in the EHR, register its public part';
  const algorithm = algorithmOf(key);
  if (algorithm === undefined) return 'is neither EC with curve P-384 nor RSA';
  if (key.alg !== undefined && key.alg !== algorithm) return `says ${key.alg}; calls are signed with ${algorithm}`;
  if (key.kty === 'RSA' && Buffer.from(key.n ?? '', 'base64url').length * 8 < RSA_BITS)
    return `has fewer than ${RSA_BITS} bits`;
  try {
    await importJWK(key, algorithm);
    return undefined;
  } catch {
    return 'cannot be read as a key';
  }
}

const algorithmOf = ({ kty, crv }: JWK) =>
  kty === 'RSA' ? 'RS384' : kty === 'EC' && crv === 'P-384' ? 'ES384' : undefined;

/**
 * Registers an EHR with an account of its own in the practice that runs it. @param pool of the role `portage_steward`
 * @param practice the organisation's id, NPI or exact name
 * @throws {HookClientError} when there is no such practice, or the issuer is registered already.
 */
export async function registerClient(
  pool: Pool,
  { issuer, name, practice, keys }: { issuer: string; name: string; practice: string; keys: { keys: JWK[] } },
): Promise<void> {
  await audited(pool, 'duplicate-tests:client-registered', issuer, async (client) => {
    const found = await client.query<{ id: string }>(
      'select id from organization where id::text = $1 or npi = $1 or name = $1',
      [practice],
    );
    const [organization, other] = found.rows;
    if (organization === undefined) throw new HookClientError(`there is no practice ${practice}`);
    if (other !== undefined) throw new HookClientError(`several practices are called ${practice}; give its NPI`);
    const known = await client.query('select 1 from cds_client where issuer = $1', [issuer]);
    if (known.rows.length > 0)
      throw new HookClientError(`${issuer} is registered already; change its keys with "keys"`);
    const [person, membership] = [randomUUID(), randomUUID()];
    await client.query('insert into person (id, email, family_name, given_name) values ($1, $2, $3, $4)', [
      person,
      `${person}@clients.invalid`,
      name,
      'EHR',
    ]);
    await client.query(
      `insert into membership (id, person_id, organization_id, role) values ($1, $2, $3, 'practice-staff')`,
      [membership, person, organization.id],
    );
    await client.query('insert into cds_client (issuer, name, keys, membership_id) values ($1, $2, $3, $4)', [
      issuer,
      name,
      JSON.stringify(keys),
      membership,
    ]);
  });
}

/** Replaces a client's keys. @throws {HookClientError} when there is no such client. */
export const changeKeys = (pool: Pool, issuer: string, keys: { keys: JWK[] }): Promise<void> =>
  audited(pool, 'duplicate-tests:client-keys-changed', issuer, (client) =>
    changed(client, 'update cds_client set keys = $2 where issuer = $1', [issuer, JSON.stringify(keys)]),
  );

/** Lets a client in no more, from its next call on. @throws {HookClientError} when there is no such client. */
export const revokeClient = (pool: Pool, issuer: string): Promise<void> =>
  audited(pool, 'duplicate-tests:client-revoked', issuer, (client) =>
    changed(client, 'update cds_client set disabled_at = now() where issuer = $1 and disabled_at is null', [issuer]),
  );

export async function listClients(pool: Pool): Promise<RegisteredClient[]> {
  const { rows } = await pool.query<Omit<RegisteredClient, 'keys'> & { keys: { keys: JWK[] } }>(`
    select c.issuer, c.name, o.name as practice, c.keys, c.disabled_at as "revokedAt"
    from cds_client c join membership m on m.id = c.membership_id join organization o on o.id = m.organization_id
    order by c.issuer`);
  return rows.map(({ keys, ...client }) => ({
    ...client,
    keys: keys.keys.map((key) => `${algorithmOf(key) ?? '?'} ${key.kid ?? 'without kid'}`),
  }));
}

async function changed(client: PoolClient, text: string, values: unknown[]): Promise<void> {
  const { rowCount } = await client.query(text, values);
  if (rowCount === 0) throw new HookClientError(`there is no client ${String(values[0])}, or it is revoked already`);
}

async function audited(pool: Pool, action: string, issuer: string, write: (client: PoolClient) => Promise<void>) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await write(client);
    await client.query(`insert into audit_event (request_id, action, outcome, detail) values ($1, $2, 'done', $3)`, [
      randomUUID(),
      action,
      `issuer=${issuer}`,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
