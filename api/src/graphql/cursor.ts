import { BadUserInputError } from './errors.ts';

/** A cursor names the last row seen by its sort keys; it is opaque to callers and holds nothing secret from them. */
export const encodeCursor = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** @throws {BadUserInputError} when the text is not a cursor. */
export function decodeCursor(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts;
  } catch {
    // falls through to the refusal
  }
  throw new BadUserInputError('after is not a cursor of this list');
}
