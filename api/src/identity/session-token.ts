import { createHash, randomBytes } from 'node:crypto';

/** A new session's secret: 256 random bits in base64url, 43 characters. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

/** Whether a text has the form of a token; anything else is not worth a question to the database. */
export const isSessionToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
