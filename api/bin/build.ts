// Builds what is named on the command line ("api", "portal"), and only when its sources have changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { apiEntries, apiSources, portalSources, root } from './entries.ts';
import { lock } from './lock.mjs';
import { withNodeEnv } from './node-env.ts';

/** A fingerprint of the sources: names, sizes and times, which is enough and costs milliseconds. */
async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const top = statSync(join(root, source), { throwIfNoEntry: false });
    if (!top) continue;
    const files = top.isFile() ? [source] : await filesUnder(source);
    for (const file of files.sort()) {
      const stat = statSync(join(root, file), { throwIfNoEntry: false });
      if (stat) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** Runs `make` unless `.build/<name>` already stands for these very sources. */
async function whenStale(name: string, sources: readonly string[], make: () => Promise<void>): Promise<void> {
  const stamp = join(root, '.build', `${name}.stamp`);
  const wanted = await fingerprint(sources);
  const stands = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (stands()) return;
  // A server and an import that start together must not empty the folder under each other.
  const unlock = await lock(`${stamp}.lock`);
  try {
    if (stands()) return;
    rmSync(stamp, { force: true });
    // Whatever the caller's shell says: React's development build is twice as heavy.
    await withNodeEnv('production', make);
    writeFileSync(stamp, wanted);
  } finally {
    unlock();
  }
}

/** The API as plain JavaScript: decorators compiled, npm packages left outside. */
export function buildApi(): Promise<void> {
  return whenStale('api', apiSources, async () => {
    const { build } = await import('vite');
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: true,
        target: 'node24',
        outDir: '.build/api',
        emptyOutDir: true,
        sourcemap: true,
        minify: false,
        rolldownOptions: {
          input: Object.fromEntries(Object.entries(apiEntries).map(([name, file]) => [name, join(root, file)])),
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    });
  });
}

/** The portal's static files, with the manifest that the size check reads. */
export function buildPortal(): Promise<void> {
  return whenStale('portal', portalSources, async () => {
    const { build } = await import('vite');
    const { portalConfig } = await import('../../portal/vite.config.ts');
    await build({ ...portalConfig, configFile: false, logLevel: 'warn' });
  });
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  if (wanted.includes('api')) await buildApi();
  if (wanted.includes('portal')) await buildPortal();
}
