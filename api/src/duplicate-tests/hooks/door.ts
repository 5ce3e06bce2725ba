import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet } from 'jose';
import type { Pool } from 'pg';
import { hashOfToken, newSessionToken } from '#api/identity/index.ts';

/** A call that is not let in. The reason is public and names no client. */
export class HookRefusedError extends Error {
  override readonly name = 'HookRefusedError';
}

export interface Feedback {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly reason: string | null;
  readonly comment: string | null;
  readonly at: Date;
}

/** All that the services of CDS Hooks may do as the door's role. */
export interface HooksDoor {
  /**
   * Lets in an EHR by its signed token, once for each token.
   * @param address of the service that was called: the token is for it alone
   * @returns the client and the secret of a session that lives a minute
   * @throws {HookRefusedError}
   */
  enter(authorization: string | undefined, address: string): Promise<{ clientId: string; token: string }>;
  keepFeedback(clientId: string, service: string, feedback: readonly Feedback[]): Promise<void>;
}

const ALGORITHMS = ['RS384', 'ES384'];
/** Tokens are good for five minutes, as CDS Hooks advises, with some for clocks that differ. */
const TOKEN_SECONDS = 300;
const CLOCK_SECONDS = 30;

/** @param pool of the role `portage_door` */
export function createHooksDoor(pool: Pool): HooksDoor {
  return {
    async enter(authorization, address) {
      const jwt = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
      if (jwt === undefined) throw new HookRefusedError('A signed token is wanted: Authorization: Bearer <JWT>.');
      const client = await clientOf(pool, jwt);
      const { jti, exp } = await verified(jwt, client.keys, address);
      const token = newSessionToken();
      const { rows } = await pool.query<{ opened: boolean }>(
        'select app.open_cds_session($1, $2, $3, $4, $5) as opened',
        [client.id, jti, new Date(exp * 1000), randomUUID(), hashOfToken(token)],
      );
      if (rows[0]?.opened !== true)
        throw new HookRefusedError('This token was used before; sign a new one for each call.');
      return { clientId: client.id, token };
    },

    async keepFeedback(clientId, service, feedback) {
      for (const { card, outcome, reason, comment, at } of feedback) {
        await pool.query('select app.keep_cds_feedback($1, $2, $3, $4, $5, $6, $7)', [
          clientId,
          service,
          card,
          outcome,
          reason,
          comment,
          at,
        ]);
      }
    },
  };
}

async function clientOf(pool: Pool, jwt: string): Promise<{ id: string; keys: JSONWebKeySet }> {
  let issuer: string | undefined;
  try {
    issuer = decodeJwt(jwt).iss;
  } catch {
    throw new HookRefusedError('The token cannot be read.');
  }
  const { rows } = await pool.query<{ id: string; keys: JSONWebKeySet }>('select * from app.cds_client($1)', [
    issuer ?? '',
  ]);
  const [client] = rows;
  if (client === undefined) throw new HookRefusedError('The token’s issuer is not registered.');
  return client;
}

async function verified(jwt: string, keys: JSONWebKeySet, address: string): Promise<{ jti: string; exp: number }> {
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      audience: address,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
      maxTokenAge: TOKEN_SECONDS,
      clockTolerance: CLOCK_SECONDS,
    });
    const { jti = '', exp = 0, iat = 0 } = payload;
    if (jti === '' || jti.length > 200) throw new HookRefusedError('The token’s jti must have 1 to 200 characters.');
    if (exp - iat > TOKEN_SECONDS + CLOCK_SECONDS)
      throw new HookRefusedError('The token lives too long: five minutes at most.');
    return { jti, exp };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new HookRefusedError(`The token does not hold: ${error.code}.`);
    throw error;
  }
}
