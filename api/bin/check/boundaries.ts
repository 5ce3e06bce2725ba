// Who may import whom. oxlint finds cycles; which room may be entered by which door is said here.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { parseSync } from 'vite';

interface Import {
  /** The importing file, relative to the root, with forward slashes. */
  from: string;
  specifier: string;
  /** The imported file, relative to the root; undefined for an npm or node module. */
  target: string | undefined;
}

interface Rule {
  name: string;
  forbids: (found: Import) => boolean;
}

const ROOMS = '{api/src,portal,seeds,migrations,test}/**/*.{ts,tsx}';
const SUBPATHS: Record<string, string> = {
  '#api/': 'api/src/',
  '#bin/': 'api/bin/',
  '#portal/': 'portal/src/',
  '#seeds/': 'seeds/',
  '#test/': 'test/',
  '#migrations/': 'migrations/',
};

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isModule = (specifier: string, ...names: string[]) =>
  names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
/** The slice that a file of api/src belongs to; undefined for what lies directly in api/src. */
const sliceOf = (file: string) => /^api\/src\/([^/]+)\//.exec(file)?.[1];
const isEntity = (file: string | undefined) => file?.endsWith('.entity.ts') ?? false;
/** The GraphQL room is entered by file: an index of it would lead to the schema, and that to every slice again. */
const isDoor = (target: string, slice: string) => target === `api/src/${slice}/index.ts` || slice === 'graphql';
/** The closed union of actions is put together from each slice's list, which resolvers import in turn. */
const gathersActions = (from: string, target: string) =>
  from === 'api/src/graphql/action.ts' && target.endsWith('.actions.ts');
const within = (file: string | undefined, ...folders: string[]) =>
  folders.some((folder) => file?.startsWith(`${folder}/`));

const DATABASE_MODULES = ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/decorators', 'kysely', 'pg'];
const GRAPHQL_MODULES = ['graphql', 'type-graphql', '@apollo/server'];

export const rules: Rule[] = [
  {
    name: 'write a # subpath instead of climbing with ../../',
    forbids: ({ specifier }) => specifier.startsWith('../../'),
  },
  {
    name: 'another slice is entered through its index.ts only',
    forbids: ({ from, target }) => {
      const [here, there] = [sliceOf(from), target && sliceOf(target)];
      if (!here || !target || !there || here === there) return false;
      return !isDoor(target, there) && !gathersActions(from, target);
    },
  },
  {
    name: 'seeds and migrations enter a slice through its index.ts only',
    forbids: ({ from, target }) => {
      const there = target && sliceOf(target);
      return within(from, 'seeds', 'migrations') && !isTest(from) && !!there && !isDoor(target, there);
    },
  },
  {
    name: 'the portal knows the API by its schema only',
    forbids: ({ from, target }) => within(from, 'portal') && within(target, 'api', 'seeds', 'migrations'),
  },
  {
    name: 'the API does not know the portal',
    forbids: ({ from, target }) => within(from, 'api', 'seeds', 'migrations') && within(target, 'portal'),
  },
  {
    name: 'what ships does not import what tests it',
    forbids: ({ from, target }) => !within(from, 'test') && !isTest(from) && within(target, 'test'),
  },
  {
    name: 'a policy is a pure sentence: no database, no GraphQL, no entity',
    forbids: ({ from, specifier, target }) =>
      from.endsWith('.policy.ts') &&
      (isModule(specifier, ...DATABASE_MODULES, ...GRAPHQL_MODULES) ||
        /\.(entity|queries|resolver|types|view)\.ts$/.test(target ?? '')),
  },
  {
    name: 'a resolver knows no SQL and no entity',
    forbids: ({ from, specifier, target }) =>
      from.endsWith('.resolver.ts') && (isModule(specifier, ...DATABASE_MODULES) || isEntity(target)),
  },
  {
    name: 'a GraphQL type is never an entity',
    forbids: ({ from, specifier, target }) =>
      (from.endsWith('.types.ts') && (isModule(specifier, ...DATABASE_MODULES) || isEntity(target))) ||
      (from.endsWith('.entity.ts') && isModule(specifier, ...GRAPHQL_MODULES)),
  },
];

/** Every import of a file; `import type` counts as well, since knowing a shape is knowing. */
function importsOf(root: string, from: string): Import[] {
  const source = readFileSync(join(root, from), 'utf8');
  const parsed = parseSync(from, source).module;
  const specifiers = [
    ...parsed.staticImports.map((one) => one.moduleRequest.value),
    ...parsed.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  for (const one of parsed.dynamicImports) {
    const text = source.slice(one.moduleRequest.start, one.moduleRequest.end);
    if (/^['"].*['"]$/.test(text)) specifiers.push(text.slice(1, -1));
  }
  return specifiers.map((specifier) => ({ from, specifier, target: targetOf(from, specifier) }));
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier));
  const prefix = Object.keys(SUBPATHS).find((one) => specifier.startsWith(one));
  return prefix && `${SUBPATHS[prefix]}${specifier.slice(prefix.length)}`;
}

/** One line for each import that a rule forbids. */
export function boundaryViolations(root: string): string[] {
  const files = globSync(ROOMS, { cwd: root, exclude: (path) => path.includes('node_modules') });
  return files
    .map((file) => relative(root, join(root, file)).replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.d.ts') && !file.includes('node_modules'))
    .flatMap((file) => importsOf(root, file))
    .flatMap((found) =>
      rules
        .filter((rule) => rule.forbids(found))
        .map((rule) => `${found.from} imports ${found.specifier}: ${rule.name}`),
    );
}
