// `--write` emits the schema, the permission table and the portal's types out of the code; the check compares.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './check/step.ts';
import { root } from './entries.ts';
import { withNodeEnv } from './node-env.ts';

type Emitted = Record<'schema.graphql' | 'permissions.md', string>;

const PORTAL_TYPES = 'portal/src/graphql-env.d.ts';

async function emit(): Promise<Emitted> {
  // Node's own type stripping cannot parse decorators; Vite's runner compiles them as the build does.
  const { runnerImport } = await import('vite');
  const path = join(root, 'api/src/graphql/emit.ts');
  const { module } = await withNodeEnv('development', () =>
    runnerImport<{ emitSchema: () => Promise<Emitted> }>(path, { configFile: false, root, logLevel: 'error' }),
  );
  return module.emitSchema();
}

/** gql.tada's reading of schema/schema.graphql, written to `output`. */
async function portalTypes(output: string): Promise<void> {
  // The portal's own copy: gql.tada needs the classic compiler API, which TypeScript 7 no longer has.
  const cli = join(root, 'portal/node_modules/.bin/gql.tada');
  const outcome = await runProgram(cli, ['generate-output', '--output', output], join(root, 'portal'));
  if (!outcome.ok) throw new Error(`gql.tada could not read the schema\n${outcome.output}`);
}

/** One line for each committed file that is not what the code emits. */
export async function schemaDrift(): Promise<string[]> {
  const stale: string[] = [];
  const compare = async (file: string, wanted: string) => {
    const standing = await readFile(join(root, file), 'utf8').catch(() => undefined);
    if (standing !== wanted) stale.push(`${file} is ${standing === undefined ? 'missing' : 'out of date'}`);
  };
  for (const [name, text] of Object.entries(await emit())) await compare(`schema/${name}`, text);
  const aside = await mkdtemp(join(tmpdir(), 'portage-schema-'));
  try {
    await portalTypes(join(aside, 'graphql-env.d.ts'));
    await compare(PORTAL_TYPES, await readFile(join(aside, 'graphql-env.d.ts'), 'utf8'));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  if (stale.length > 0) stale.push('run: npm run schema:emit');
  return stale;
}

async function writeSchema(): Promise<void> {
  await mkdir(join(root, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries(await emit())) await writeFile(join(root, 'schema', name), text);
  await portalTypes(join(root, PORTAL_TYPES));
}

if (import.meta.main) {
  if (process.argv.includes('--write')) {
    await writeSchema();
    console.log(`Wrote schema/schema.graphql, schema/permissions.md and ${PORTAL_TYPES}`);
  } else {
    const stale = await schemaDrift();
    for (const line of stale) console.log(line);
    process.exitCode = stale.length === 0 ? 0 : 1;
  }
}
