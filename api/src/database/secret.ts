import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DamagedDataFolderError, exists } from './data-folder.ts';

const Secrets = z.object({
  /** 256 random bits, hexadecimal: what the database roles' passwords and signing keys derive from. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  /** Password of the embedded server's superuser. */
  superuserPassword: z.string().min(32),
});
type Secrets = z.infer<typeof Secrets>;

/** The installation's secret: `PORTAGE_SECRET`, or a random one made on first use and kept in the data folder. */
export async function installationSecret(dataDir: string, given: string | undefined): Promise<string> {
  return given ?? (await dataFolderSecrets(dataDir)).secret;
}

/**
 * Reads `secret.json` (mode 0600), or makes it in a folder that holds no database yet.
 * @throws {DamagedDataFolderError} when it cannot be read, or is missing beside a database.
 */
export async function dataFolderSecrets(dataDir: string): Promise<Secrets> {
  // Root's server user must be able to pass through to its own folder below; it may not list this one.
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const path = join(dataDir, 'secret.json');
  const kept = await readSecrets(path);
  if (kept) return kept;
  if (await exists(join(dataDir, 'postgres'))) {
    throw new DamagedDataFolderError(
      `${path} is missing, and the database beside it cannot be opened without it. Restore it from a backup.`,
    );
  }
  const made: Secrets = {
    secret: randomBytes(32).toString('hex'),
    superuserPassword: randomBytes(24).toString('base64url'),
  };
  // Written aside and linked: never half-written, and of two processes that start at once the first one's holds.
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(aside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(aside, path);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await dataFolderSecrets(dataDir);
  } finally {
    await rm(aside, { force: true });
  }
}

async function readSecrets(path: string): Promise<Secrets | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new DamagedDataFolderError(`${path} cannot be read as Portage's secrets. Restore it from a backup.`);
  }
}
