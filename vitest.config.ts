import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Through its ES and its CommonJS entry graphql would be loaded twice, and the copies refuse each other's schemas.
const oneGraphql = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') };
const resolve = { alias: [oneGraphql] };
const needsDatabase = ['test/kit/cluster.ts'];

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{api,portal}/src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'api/bin/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts', '{api,seeds}/**/*.integration.test.ts'],
          exclude: ['test/browser/**', '**/node_modules/**'],
          globalSetup: needsDatabase,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: needsDatabase,
          // One Chromium and one server at a time: on two cores parallel pages only time out.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
