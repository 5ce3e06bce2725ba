import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one pnpm that reads and writes the lockfile. */
export const PNPM = 'pnpm@12.21.0';

/** Where the fingerprint of the last install is kept: it goes when node_modules goes. */
export const INSTALLED = 'node_modules/.portage-installed';

const MANIFESTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'portal/package.json'];

/** Changes whenever an install would bring something else. */
export function installFingerprint(root) {
  const hash = createHash('sha256').update(`${PNPM} ${process.platform} ${process.arch}\n`);
  for (const file of MANIFESTS) hash.update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}
