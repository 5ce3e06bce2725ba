import { expect, it } from 'vitest';
import { doseWords } from '#portal/clinical/outline.ts';

it.each([
  ['capecitabine', 'capecitabine 1000 mg/m2 by mouth', '1000 mg/m2 by mouth'],
  ['Morphine', '5 mg SC every hour as needed', '5 mg SC every hour as needed'],
  ['iron', 'ironically worded', 'ironically worded'],
  ['senna', null, null],
])('does not name %s twice', (name, dose, words) => {
  expect(doseWords({ name, dose })).toBe(words);
});
