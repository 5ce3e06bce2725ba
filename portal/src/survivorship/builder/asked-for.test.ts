import { expect, it } from 'vitest';
import { askedFor } from '#portal/survivorship/builder/asked-for.ts';

it('asks for a day as a day, a dose in its unit, intent, smoking and markers as one of two, and the rest in words', () => {
  expect(['end-of-treatment', 'diagnosed-on', 'planned-end:anastrozole'].map((key) => askedFor(key).kind)).toEqual([
    'day',
    'day',
    'day',
  ]);
  expect(askedFor('dose:cisplatin')).toEqual({ kind: 'dose', unit: 'mg/m²' });
  expect(askedFor('radiation:beam')).toEqual({ kind: 'dose', unit: 'Gy' });
  expect(askedFor('intent')).toEqual({ kind: 'choice', choices: ['curative', 'palliative'] });
  expect(askedFor('smoking')).toEqual({ kind: 'choice', choices: ['has smoked', 'never smoked'] });
  expect(askedFor('marker:her2')).toEqual({ kind: 'choice', choices: ['positive', 'negative'] });
  expect(askedFor('stage')).toEqual({ kind: 'words' });
});
