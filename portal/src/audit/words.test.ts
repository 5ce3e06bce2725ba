import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actionWords } from '#portal/audit/words.ts';

// Of oneself, of one's practice and of the table of tests: none of them is about a patient.
const OF_NO_PATIENT = /^(identity|live|notifications):|^duplicate-tests:(families|figures)$/;

it('has words for all that may be done with a record', () => {
  const table = readFileSync(new URL('../../../schema/permissions.md', import.meta.url), 'utf8');
  const actions = [...table.matchAll(/^\| `([\w-]+:[\w-]+)` \|/gm)].map(([, action]) => action ?? '');
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !OF_NO_PATIENT.test(action) && !actionWords[action])).toEqual([]);
});
