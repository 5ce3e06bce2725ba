import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Through its ES and its CommonJS entry graphql would be loaded twice, and the copies refuse each other's schemas.
const oneGraphql = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') };
const resolve = { alias: [oneGraphql] };
const withDatabase = { globalSetup: ['test/kit/cluster.ts'], testTimeout: 30_000, hookTimeout: 120_000 };

// These measure time, or race with it: whatever ran beside them would be measured as well.
const timed = [
  'test/**/*{-time,timing,-scale}.test.ts',
  'test/flows/{database-killed,dev,jobs,live,send-to-seen,sign-in,start-stop}.test.ts',
  'test/ingest/large-file.test.ts',
  'test/messaging/killed.test.ts',
  'test/survivorship/worklist.test.ts',
];

/** Pages over a line of 400 kbps. */
const timedPages = ['test/browser/{*-line,weight}.test.ts'];

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
          ...withDatabase,
          name: 'integration',
          include: ['test/**/*.test.ts', '{api,seeds}/**/*.integration.test.ts'],
          exclude: ['test/browser/**', ...timed, '**/node_modules/**'],
          maxWorkers: 2,
        },
      },
      {
        resolve,
        test: {
          ...withDatabase,
          name: 'timed',
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          ...withDatabase,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: timedPages,
          // A page mostly waits for its server, and a server for its database: two at a time keep two cores busy.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          ...withDatabase,
          name: 'timed-browser',
          include: timedPages,
          fileParallelism: false,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
