// npm run mutation -- duplicate-tests [FILE…]: breaks the named engine on purpose, one place at a time, and counts the
// breaks that its tests notice; at the end it says what is known of the whole engine. Takes minutes to an hour; not part of npm test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINES } from './engines.ts';
import { addScores } from './scores.ts';

const [name = '', ...files] = process.argv.slice(2);
const engine = ENGINES[name];
if (engine === undefined) {
  process.stderr.write(`usage: npm run mutation -- ENGINE [FILE…]   (engines: ${Object.keys(ENGINES).join(', ')})\n`);
  process.exit(2);
}
const place = join('.build', 'mutation');
await mkdir(place, { recursive: true });
const tests = join(place, 'vitest.config.ts');
const settings = join(place, 'stryker.json');
const report = join(place, `${name}.json`);
await writeFile(
  tests,
  `export default { test: { include: ${JSON.stringify(engine.tests)}, pool: 'threads', isolate: false, maxWorkers: 1 } };\n`,
);
await writeFile(
  settings,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: tests, related: false },
    mutate:
      files.length > 0
        ? files.map((file) => join(engine.folder, file))
        : engine.files.map((file) => join(engine.folder, file)),
    concurrency: 1,
    coverageAnalysis: 'perTest',
    // A table that is read once at load would have every test load everything anew.
    ignoreStatic: true,
    reporters: ['clear-text', 'json'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: report },
    tempDirName: join(place, 'sandbox'),
    ignorePatterns: ['/portal', '/.data', '/schema', '/.build/api', '/.build/portal'],
    // Its reader of tsconfig.json asks for an API that TypeScript 7 no longer has; nothing here needs it.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    thresholds: { high: 95, low: 90, break: files.length > 0 ? null : engine.least },
  }),
);
const stryker = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
await rm(report, { force: true });
const child = spawn(process.execPath, [stryker, 'run', settings], { stdio: 'inherit' });
const [code] = (await once(child, 'exit')) as [number | null];
if (existsSync(report))
  process.stdout.write(`${name}: ${await addScores(report, join(place, `${name}.scores.json`), engine.files)}\n`);
process.exit(code ?? 1);
