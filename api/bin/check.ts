// All checks, or those named: npm run check -- lint types
import { steps } from './check/steps.ts';
import { runSteps } from './check/step.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown check: ${unknown.join(', ')}. Known: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}
const { passed, failed } = await runSteps(
  wanted.length > 0 ? steps.filter((step) => wanted.includes(step.name)) : steps,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
