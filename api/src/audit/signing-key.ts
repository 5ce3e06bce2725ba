import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditFolderError } from './audit-errors.ts';

const PRIVATE_KEY = 'signing-key.pem';
const PUBLIC_SUFFIX = '.public.pem';

export interface SigningKey {
  /** First 16 hexadecimal digits of the SHA-256 of the public key (SPKI, DER). */
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** Where an API process keeps its keys and checkpoints. */
export const auditFolder = (dataDir: string) => join(dataDir, 'audit');

/**
 * The Ed25519 key that signs checkpoints, made on first use (mode 0600), with its public half beside it
 * under the key's id: after a change of keys the old public half still verifies the old lines.
 * @throws {AuditFolderError} when the file is there and is no Ed25519 key.
 */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, PRIVATE_KEY);
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const pem = (await writeOnce(path, String(made), 0o600)) ? String(made) : await readFile(path, 'utf8');
  const privateKey = parseKey(path, () => createPrivateKey(pem));
  const publicKey = createPublicKey(privateKey);
  const id = keyId(publicKey);
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' });
  await writeOnce(join(folder, `${id}${PUBLIC_SUFFIX}`), String(publicPem), 0o644);
  return { id, privateKey };
}

/** The public keys of a folder by their ids; an unreadable file counts as absent, and its lines as unverifiable. */
export async function readPublicKeys(folder: string): Promise<Map<string, KeyObject>> {
  const keys = new Map<string, KeyObject>();
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(PUBLIC_SUFFIX)) continue;
    try {
      const key = createPublicKey(await readFile(join(folder, name)));
      // The id is computed and not taken from the file's name, so a file under a false name helps nobody.
      if (key.asymmetricKeyType === 'ed25519') keys.set(keyId(key), key);
    } catch {
      // Whoever needs this key says that it is missing.
    }
  }
  return keys;
}

function keyId(publicKey: KeyObject): string {
  return hash('sha256', publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16);
}

function parseKey(path: string, parse: () => KeyObject): KeyObject {
  try {
    const key = parse();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without the file's content.
  }
  throw new AuditFolderError(`${path} is not an Ed25519 private key. Restore it from a backup, or move it away.`);
}

/** Whether the file was made now. It appears under its name only when it is whole: two processes may start at once. */
async function writeOnce(path: string, content: string, mode: number): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  const file = await open(aside, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(aside, { force: true });
  }
}
