import { expect, test } from 'vitest';
import { clean, codesOf, nameOf, preferred } from './concepts.ts';
import { ICD10CM, LOINC, SNOMED } from './systems.ts';

const one = (system: string, code: string, display?: string) => ({ coding: [{ system, code, display }] });

test('a LOINC code under SNOMED CT is a LOINC code, and the reverse', () => {
  expect(codesOf(one(SNOMED, '34552-0'))[0]?.system).toBe(LOINC);
  expect(codesOf(one(LOINC, '417181009'))[0]?.system).toBe(SNOMED);
});

test('a code that a spreadsheet has rounded is a code no longer', () => {
  expect(codesOf(one(SNOMED, '6.7811E+13', 'Small cell carcinoma of lung'))[0]).toMatchObject({
    code: undefined,
    display: 'Small cell carcinoma of lung',
  });
});

test('an OID is the system that it stands for', () => {
  expect(codesOf(one('urn:oid:2.16.840.1.113883.6.1', '718-7'))[0]?.system).toBe(LOINC);
});

test('a name is what people say: its text, a display, the bare code', () => {
  expect(
    nameOf({ text: 'Breast cancer', ...one(SNOMED, '254837009', 'Malignant neoplasm of breast (disorder)') }),
  ).toBe('Breast cancer');
  expect(nameOf(one(SNOMED, '254837009', 'Malignant neoplasm of breast (disorder)'))).toBe(
    'Malignant neoplasm of breast',
  );
  expect(nameOf(one(SNOMED, '385763009', 'Hospice care (regime/therapy))'))).toBe('Hospice care');
  expect(nameOf(one(ICD10CM, 'C67.1'))).toBe('ICD-10-CM C67.1');
  expect(nameOf({})).toBeUndefined();
});

test('text is kept without zero-width characters and runs of blanks', () => {
  expect(clean('Leukocytes [#/\u200Bvolume]  in\nBlood ')).toBe('Leukocytes [#/volume] in Blood');
  expect(clean('Adán Pulido')).toBe('Adán Pulido');
  // Turns what follows around; clears a terminal.
  expect(clean('Ann\u202Eeel \u2066Lee')).toBe('Anneel Lee');
  expect(clean('Ann\u001B[2J\u0007')).toBe('Ann [2J');
  expect(clean('王秀英 👩🏽')).toBe('王秀英 👩🏽');
  expect(clean('   ')).toBeUndefined();
  expect(clean(17)).toBeUndefined();
});

test('of several codes the preferred system leads', () => {
  const codes = codesOf({
    coding: [
      { system: SNOMED, code: '1' },
      { system: ICD10CM, code: 'C50.9' },
    ],
  });
  expect(preferred(codes, ICD10CM, SNOMED)?.code).toBe('C50.9');
});
