import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet } from 'jose';
import type { Pool } from 'pg';
import { hashOfToken, newSessionToken } from '#api/identity/index.ts';
import { createHookLimits } from './limits.ts';
import { HookRefusedError, type Caller } from './refusals.ts';

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
   * Lets in an EHR by its signed token, once for each token. A refusal is audited.
   * @param address of the service that was called: the token is for it alone
   * @returns the client and the secret of a session that lives a minute
   * @throws {HookRefusedError}
   * @throws {HookLimitedError}
   */
  enter(
    authorization: string | undefined,
    address: string,
    caller: Caller,
  ): Promise<{ clientId: string; token: string }>;
  /** Remembers which card told of which family, so that feedback can be counted. */
  keepCards(clientId: string, cards: readonly { uuid: string; family: string }[]): Promise<void>;
  keepFeedback(clientId: string, service: string, feedback: readonly Feedback[]): Promise<void>;
}

const ALGORITHMS = ['RS384', 'ES384'];
/** Tokens are good for five minutes, as CDS Hooks advises, with some for clocks that differ. */
const TOKEN_SECONDS = 300;
const CLOCK_SECONDS = 30;

/** @param pool of the role `portage_door` */
export function createHooksDoor(pool: Pool): HooksDoor {
  const limits = createHookLimits(pool);
  return {
    async enter(authorization, address, caller) {
      try {
        const client = await clientBehind(pool, authorization, address);
        await limits.count(client.id);
        return { clientId: client.id, token: await opened(pool, client) };
      } catch (error) {
        if (error instanceof HookRefusedError) await limits.refuse(error, caller);
        throw error;
      }
    },

    async keepCards(clientId, cards) {
      if (cards.length === 0) return;
      const [ids, families] = [cards.map(({ uuid }) => uuid), cards.map(({ family }) => family)];
      await pool.query('select app.keep_cds_cards($1, $2, $3)', [clientId, ids, families]);
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

interface ProvenClient {
  readonly id: string;
  readonly jti: string;
  readonly expires: Date;
}

async function clientBehind(pool: Pool, authorization: string | undefined, address: string): Promise<ProvenClient> {
  const jwt = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (jwt === undefined)
    throw new HookRefusedError('no token', 'A signed token is wanted: Authorization: Bearer <JWT>.');
  const { id, keys } = await clientOf(pool, jwt);
  const { jti, exp } = await verified(jwt, keys, address, id);
  return { id, jti, expires: new Date(exp * 1000) };
}

async function opened(pool: Pool, { id, jti, expires }: ProvenClient): Promise<string> {
  const token = newSessionToken();
  const { rows } = await pool.query<{ opened: boolean }>('select app.open_cds_session($1, $2, $3, $4, $5) as opened', [
    id,
    jti,
    expires,
    randomUUID(),
    hashOfToken(token),
  ]);
  if (rows[0]?.opened === true) return token;
  throw new HookRefusedError('replayed token', 'This token was used before; sign a new one for each call.', id);
}

async function clientOf(pool: Pool, jwt: string): Promise<{ id: string; keys: JSONWebKeySet }> {
  let issuer: string | undefined;
  try {
    issuer = decodeJwt(jwt).iss;
  } catch {
    throw new HookRefusedError('unreadable token', 'The token cannot be read.');
  }
  const { rows } = await pool.query<{ id: string; keys: JSONWebKeySet }>('select * from app.cds_client($1)', [
    issuer ?? '',
  ]);
  const [client] = rows;
  if (client === undefined) throw new HookRefusedError('unregistered issuer', 'The token’s issuer is not registered.');
  return client;
}

async function verified(jwt: string, keys: JSONWebKeySet, address: string, id: string) {
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      audience: address,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
      maxTokenAge: TOKEN_SECONDS,
      clockTolerance: CLOCK_SECONDS,
    });
    const { jti = '', exp = 0, iat = 0 } = payload;
    if (jti === '' || jti.length > 200)
      throw new HookRefusedError('bad token', 'The token’s jti must have 1 to 200 characters.', id);
    if (exp - iat > TOKEN_SECONDS + CLOCK_SECONDS)
      throw new HookRefusedError('bad token', 'The token lives too long: five minutes at most.', id);
    return { jti, exp };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new HookRefusedError('bad token', faultOf(error, address), id);
    throw error;
  }
}

/** For whoever sets up the EHR; it tells them nothing that they did not send. */
function faultOf(error: errors.JOSEError, address: string): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired; sign a new one for each call.';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'The token is signed with no key that is registered for its issuer.';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return `The token does not hold: ${error.code}.`;
  return error.claim === 'aud'
    ? `The token’s aud must be the address that is called: ${address}`
    : `The token’s ${error.claim} is missing or wrong.`;
}
