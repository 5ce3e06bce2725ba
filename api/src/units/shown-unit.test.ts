import { expect, it } from 'vitest';
import { shownUnit } from './shown-unit.ts';

it.each([
  ['10*9/L', '10^9/L'],
  ['10*12/L', '10^12/L'],
  ['m[IU]/L', 'mIU/L'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
  ['umol/L', 'µmol/L'],
  ['mm[Hg]', 'mmHg'],
  ['mg/dL', 'mg/dL'],
  ['1', ''],
  [null, ''],
])('%s is written %s', (unit, words) => expect(shownUnit(unit)).toBe(words));
