import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

// The package's enum is a constant one, which a file compiled by itself cannot look up.
const ARGON2ID: Algorithm.Argon2id = 2;

/** OWASP Password Storage: argon2id with 19 MiB, two passes, one lane. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer than any passphrase; a guard against being made to hash megabytes. */
const LONGEST = 1_024;

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

let nobodys: Promise<string> | undefined;

/** A hash of a password that nobody knows: what an unknown account is compared with, so that it takes as long as a known one. */
const hashOfNobody = (): Promise<string> => (nobodys ??= hashPassword(randomBytes(32).toString('base64')));

/** Makes ready for the first comparison, which would otherwise take twice as long for an unknown account. */
export async function preparePasswords(): Promise<void> {
  await hashOfNobody();
}

/** Whether the password is the account's. Takes the same time whether or not there is an account (`storedHash`). */
export async function isPassword(given: string, storedHash: string | undefined): Promise<boolean> {
  const tooLong = given.length > LONGEST;
  const matches = await verify(storedHash ?? (await hashOfNobody()), tooLong ? '' : given);
  return matches && storedHash !== undefined && !tooLong;
}
