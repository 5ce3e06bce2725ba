import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { root } from '../entries.ts';

/** What a browser fetches before it can show the first page: each with all that it imports statically. */
const FIRST_ROUTE = ['index.html', 'main'];
const LIMIT_KIB = { js: 100, css: 12, route: 25 };

interface Weighed {
  file: string;
  bytes: number;
}

/** Faults where the portal's first route, or the share of any later one, is heavier than its budget (gzip). */
export function firstRouteTooHeavy(): string[] {
  const folder = join(root, '.build/portal');
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const weigh = (file: string): Weighed => ({ file, bytes: gzipSync(readFileSync(join(folder, file))).length });

  const first = new Set(FIRST_ROUTE.flatMap((name) => withImports(manifest, keyOf(manifest, name))));
  const found: string[] = [];
  const demand = (what: string, files: Iterable<string>, limit: number) => {
    const weighed = [...new Set(files)].map(weigh);
    const total = weighed.reduce((sum, one) => sum + one.bytes, 0);
    if (total <= limit * 1024) return;
    const parts = weighed.map((one) => `  ${(one.bytes / 1024).toFixed(1).padStart(6)} KiB ${one.file}`);
    found.push(`${what}: ${(total / 1024).toFixed(1)} KiB gzip, budget ${limit} KiB`, ...parts);
  };
  demand('first-route JavaScript', filesOf(manifest, first), LIMIT_KIB.js);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  demand('first-route CSS', cssOf(manifest, first, page), LIMIT_KIB.css);

  const later = Object.entries(manifest).filter(([key, chunk]) => chunk.isDynamicEntry && !first.has(key));
  for (const [key] of later) {
    const own = withImports(manifest, key).filter((one) => !first.has(one));
    demand(`${key} JavaScript`, filesOf(manifest, own), LIMIT_KIB.route);
  }
  return found;
}

/** A chunk by its own name, or by the module that it is for. */
function keyOf(manifest: Manifest, name: string): string {
  const key = Object.keys(manifest).find((one) => one === name || manifest[one]?.name === name);
  if (key === undefined)
    throw new Error(
      `The portal's build has no chunk ${name}; name what the first route loads in ${import.meta.filename}`,
    );
  return key;
}

function withImports(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The portal's build names a chunk ${key} that it does not hold`);
  if (seen.has(key)) return [];
  seen.add(key);
  return [key, ...(chunk.imports ?? []).flatMap((next) => withImports(manifest, next, seen))];
}

function filesOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

/** The style sheets that the page itself links, and those that its chunks bring. */
function cssOf(manifest: Manifest, keys: Iterable<string>, page: string): string[] {
  const linked = [...page.matchAll(/href="\/([^"]+\.css)"/g)].flatMap(([, file]) => file ?? []);
  return [...linked, ...[...keys].flatMap((key) => manifest[key]?.css ?? [])];
}
