import { hash, sign, verify, type KeyObject } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

/** A signed word, kept outside the database, that the chain had come so far. */
export interface Checkpoint {
  /** The newest seal at that moment. */
  readonly batch: number;
  /** pg_snapshot of that seal: the rows of the transactions that it sees are sealed. */
  readonly covers: string;
  /** That seal's hash, which stands for the whole chain before it. */
  readonly hash: string;
  /** Rows of all batches so far. */
  readonly rows: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** SHA-256 of the line before, without its line feed; of nothing on the first line. */
  readonly previous: string;
  /** Id of the signing key. */
  readonly key: string;
  /** Ed25519 over `signedText`, hexadecimal. */
  readonly signature: string;
}

export const NO_LINE = hash('sha256', '');
export const lineHash = (line: string) => hash('sha256', line);

export function signCheckpoint(unsigned: Omit<Checkpoint, 'key' | 'signature'>, key: SigningKey): Checkpoint {
  const named = { ...unsigned, key: key.id };
  return { ...named, signature: sign(null, signedText(named), key.privateKey).toString('hex') };
}

export function isSignedBy(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return verify(null, signedText(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'hex'));
}

/** UTF-8 of a JSON array of strings without spaces. */
function signedText({ batch, covers, hash: sealed, rows, at, previous, key }: Omit<Checkpoint, 'signature'>): Buffer {
  const fields = ['portage audit checkpoint', String(batch), covers, sealed, String(rows), at, previous, key];
  return Buffer.from(JSON.stringify(fields));
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { batch, covers, hash: sealed, rows, at, previous, key, signature } = checkpoint;
  return JSON.stringify({ batch, covers, hash: sealed, rows, at, previous, key, signature });
}

const HASH = /^[0-9a-f]{64}$/;

/** Reads a line; undefined unless it is, to the byte, what `formatCheckpoint` writes. */
export function parseCheckpoint(line: string): Checkpoint | undefined {
  let found: Checkpoint;
  try {
    found = JSON.parse(line) as Checkpoint;
    if (formatCheckpoint(found) !== line) return undefined;
  } catch {
    return undefined;
  }
  const whole =
    Number.isSafeInteger(found.batch) &&
    Number.isSafeInteger(found.rows) &&
    /^\d+:\d+:[\d,]*$/.test(found.covers) &&
    HASH.test(found.hash) &&
    HASH.test(found.previous) &&
    typeof found.at === 'string' &&
    /^[0-9a-f]{16}$/.test(found.key) &&
    // Lower case only: another spelling of the same bytes is another line.
    /^[0-9a-f]{128}$/.test(found.signature);
  return whole ? found : undefined;
}
