import { describe, expect, it, vi } from 'vitest';
import { convert, readUnit } from './units.ts';

describe('a unit', () => {
  it.each([
    ['mg/dL', 'mg/dL'],
    ['MG/DL', 'mg/dL'],
    ['gm/dL', 'g/dL'],
    ['mg per dL', 'mg/dL'],
    // as it stands UCUM would read kelvin per microlitre
    ['K/uL', '10*3/uL'],
    ['k/mcL', '10*3/uL'],
    ['x10E3/uL', '10*3/uL'],
    ['10^3/µL', '10*3/uL'],
    ['10e9/L', '10*9/L'],
    ['thou/uL', '10*3/uL'],
    ['Thousand/mcL', '10*3/uL'],
    ['M/uL', '10*6/uL'],
    ['cells/uL', '/uL'],
    ['/mm3', '/uL'],
    ['mEq/L', 'meq/L'],
    ['MMOL/L', 'mmol/L'],
    ['mcmol/L', 'umol/L'],
    ['μmol/L', 'umol/L'],
    ['IU/L', '[IU]/L'],
    ['uIU/mL', 'u[IU]/mL'],
    ['mIU/L', 'm[IU]/L'],
    ['mcg/L', 'ug/L'],
    ['mm/hr', 'mm/h'],
    ['sec', 's'],
    ['seconds', 's'],
    ['mmHg', 'mm[Hg]'],
    ['mL/min/1.73m2', 'mL/min/{1.73_m2}'],
    ['ml/min/{1.73_m2}', 'mL/min/{1.73_m2}'],
    ['copies/mL', '{copies}/mL'],
    ['ratio', '{ratio}'],
    ['%', '%'],
  ])('written %s is %s', (text, unit) => {
    expect(readUnit(text)).toBe(unit);
  });

  it.each(['banana', 'mg/dL (see note)', 'n/a', '???', 'mg//', '{', 'x'.repeat(100), ''])(
    'cannot be read out of "%s", and nothing is printed',
    (text) => {
      const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
      expect(readUnit(text)).toBeUndefined();
      expect(printed).not.toHaveBeenCalled();
      printed.mockRestore();
    },
  );
});

describe('a value', () => {
  it('is told in another unit', () => {
    expect(convert(12.5, 'g/dL', 'g/L')).toBe(125);
    expect(convert(7, '10*3/uL', '10*9/L')).toBe(7);
    expect(convert(1, 'mg/dL', 'umol/L', { molarMass: 113.12 })).toBeCloseTo(88.4, 1);
    expect(convert(4, 'meq/L', 'mmol/L', { charge: 2 })).toBe(2);
    expect(convert(5, 'ng/mL', 'ug/L')).toBe(5);
  });

  it('is not told in a unit of another kind', () => {
    expect(convert(1, 'mg/dL', 'umol/L')).toBeUndefined();
    expect(convert(1, 'mg/dL', 'U/L')).toBeUndefined();
    expect(convert(1, 'ng/mL{FEU}', 'ng/mL{DDU}')).toBeUndefined();
  });
});
