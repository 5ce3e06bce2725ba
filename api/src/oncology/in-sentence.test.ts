import { expect, it } from 'vitest';
import { inSentence } from './in-sentence.ts';

it.each([
  ['Extensive', 'extensive'],
  ['Complete pathologic response', 'complete pathologic response'],
  ['Volumetric modulated arc therapy', 'volumetric modulated arc therapy'],
  ['IMRT', 'IMRT'],
  ['T2', 'T2'],
  ['pT2', 'pT2'],
])('writes %s as %s within a sentence', (text, written) => {
  expect(inSentence(text)).toBe(written);
});
