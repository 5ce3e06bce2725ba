import { buildApi, buildPortal } from '../build.ts';
import { root } from '../entries.ts';
import { schemaDrift } from '../schema.ts';
import { boundaryViolations } from './boundaries.ts';
import { firstRouteTooHeavy } from './size.ts';
import { faults, program } from './step.ts';
import type { Step } from './step.ts';

/** All that `npm run check` demands, the quick ones first. */
export const steps: Step[] = [
  program('format', 'oxfmt', '--check'),
  faults('boundaries', () => boundaryViolations(root)),
  program('lint', 'oxlint', '--deny-warnings', '--format=unix'),
  program('types', 'tsc', '--noEmit'),
  program('unused', 'knip', '--no-progress'),
  faults('schema', schemaDrift),
  faults('build', async () => {
    await buildApi();
    await buildPortal();
    return [];
  }),
  faults('size', firstRouteTooHeavy),
];
