import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `vite build` makes out of the API: one file in .build/api for each of these. */
export const apiEntries = {
  main: 'api/src/main.ts',
  import: 'api/src/ingest/cli.ts',
  'cds-clients': 'api/src/duplicate-tests/clients-cli.ts',
  rules: 'api/src/survivorship/rules-cli.ts',
  'audit-verify': 'api/src/audit/verify-cli.ts',
  'seed-scale': 'seeds/scale-cli.ts',
  'plans-figures': 'seeds/plans-figures-cli.ts',
} as const;

/** All that may change what is in .build/api, and in .build/portal. */
export const apiSources = ['api/src', 'migrations', 'seeds', 'schema', 'package.json', 'pnpm-lock.yaml'];
export const portalSources = ['portal', 'schema', 'pnpm-lock.yaml', 'api/bin/build.ts'];
