// The whole of `npm test`: the checks, then the unit, integration and browser tests, and one count at the end.
// npm test -- unit              only these stages
// npm test -- integration wall  the rest goes to vitest
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPortal } from './build.ts';
import { runSteps } from './check/step.ts';
import type { Tally } from './check/step.ts';
import { steps } from './check/steps.ts';
import { root } from './entries.ts';

/** The projects of vitest that each suite runs. */
const SUITES: Readonly<Record<string, readonly string[]>> = {
  unit: ['unit'],
  integration: ['integration', 'timed'],
  browser: ['browser', 'timed-browser'],
};
const STAGES: readonly string[] = ['check', ...Object.keys(SUITES)];

const args = process.argv.slice(2);
const named = args.filter((arg) => STAGES.includes(arg));
const forVitest = args.filter((arg) => !STAGES.includes(arg));
const wanted = named.length > 0 ? named : STAGES;

const total: Tally = { passed: 0, failed: 0 };
const add = (tally: Tally) => {
  total.passed += tally.passed;
  total.failed += tally.failed;
};

if (wanted.includes('check')) add(await runSteps(steps));
for (const [suite, projects] of Object.entries(SUITES)) {
  if (!wanted.includes(suite)) continue;
  // The browser is shown the portal as it ships. A broken build is a failed suite and not the end of the count.
  if (suite === 'browser') await buildPortal().catch((error: unknown) => console.error(error));
  add(await runSuite(suite, projects));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function runSuite(suite: string, projects: readonly string[]): Promise<Tally> {
  const report = join(root, '.build/test', `${suite}.json`);
  await mkdir(join(root, '.build/test'), { recursive: true });
  await rm(report, { force: true });
  const code = await runVitest([
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...forVitest,
  ]);
  const tally = await readReport(report);
  // A file that cannot be loaded, a failed set-up or an unhandled rejection has no test to be counted under.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

function runVitest(vitestArgs: string[]): Promise<number> {
  const cli = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [cli, ...vitestArgs], { cwd: root, stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

async function readReport(file: string): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 0 };
  const report = JSON.parse(text) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}
