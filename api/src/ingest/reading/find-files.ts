import type { Dirent } from 'node:fs';
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

/** Files to read below the paths given, each once, in a steady order; and what of the paths cannot be read. */
export async function findFiles(paths: readonly string[]): Promise<{ files: FoundFile[]; missing: MissingFile[] }> {
  const files = new Map<string, FoundFile>();
  const missing: MissingFile[] = [];
  const refuse = (path: string, reason: string) => missing.push({ name: nameOf(path), reason });
  const add = async (path: string, named: boolean) => {
    try {
      // A pipe would be waited for without end, and could not be read twice.
      if (!(await stat(path)).isFile()) refuse(path, 'is no file');
      else if (!files.has(path)) files.set(path, { path, name: nameOf(path), named });
    } catch (error) {
      refuse(path, faultOf(error));
    }
  };
  for (const given of paths) {
    const path = resolve(given);
    const found = await stat(path).catch(faultOf);
    if (typeof found === 'string') refuse(path, found);
    else if (found.isDirectory()) for (const file of await filesBelow(path, refuse)) await add(file, false);
    else if (READABLE.test(path)) await add(path, true);
    else refuse(path, 'is not .json, .ndjson or either with .gz');
  }
  return { files: [...files.values()], missing };
}

/** Readable names below a folder, sorted. A link to a folder is not followed, so there is no loop. */
async function filesBelow(folder: string, refuse: (path: string, reason: string) => void): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    let entries: Dirent[] = [];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      refuse(path, faultOf(error));
    }
    for (const entry of entries) {
      if (entry.isDirectory()) folders.push(join(path, entry.name));
      else if (READABLE.test(entry.name)) found.push(join(path, entry.name));
    }
  }
  return found.sort();
}

function faultOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file or folder' : `cannot be read (${code})`;
}

function nameOf(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below === '..' || below.startsWith(`..${sep}`) ? path : below;
}
