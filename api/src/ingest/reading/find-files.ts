import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

const READABLE = /\.(json|ndjson)(\.gz)?$/i;

export interface FoundFile {
  readonly path: string;
  /** As it is called in reasons and kept with rejects: relative to where the command runs, if below it. */
  readonly name: string;
  /** Named on the command line itself, not found in a folder. */
  readonly named: boolean;
}

export interface MissingFile {
  readonly name: string;
  readonly reason: string;
}

/** Files to read below the paths given, each once, in a steady order; and what of the paths is not there. */
export async function findFiles(paths: readonly string[]): Promise<{ files: FoundFile[]; missing: MissingFile[] }> {
  const files = new Map<string, FoundFile>();
  const missing: MissingFile[] = [];
  const add = (path: string, named: boolean) => {
    if (!files.has(path)) files.set(path, { path, name: nameOf(path), named });
  };
  for (const given of paths) {
    const path = resolve(given);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) {
      const below = await readdir(path, { recursive: true, withFileTypes: true });
      const readable = below.filter((entry) => !entry.isDirectory() && READABLE.test(entry.name));
      for (const file of readable.map((entry) => join(entry.parentPath, entry.name)).sort()) add(file, false);
    } else if (found === undefined) {
      missing.push({ name: nameOf(path), reason: 'there is no such file or folder' });
    } else if (READABLE.test(path)) {
      add(path, true);
    } else {
      missing.push({ name: nameOf(path), reason: 'is not .json, .ndjson or either with .gz' });
    }
  }
  return { files: [...files.values()], missing };
}

function nameOf(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below === '..' || below.startsWith(`..${sep}`) ? path : below;
}
