import { expect, test } from 'vitest';
import { familyOfLoinc, TEST_FAMILIES } from './test-families.ts';

const codes = TEST_FAMILIES.flatMap((family) => Object.values(family.codes).flat());

test('the same test has one family under its many codes', () => {
  for (const [one, other] of [
    ['2339-0', '2345-7'],
    ['38483-4', '2160-0'],
    ['6299-2', '3094-0'],
    ['4544-3', '20570-8'],
    ['55284-4', '85354-9'],
    ['2857-1', '83112-3'],
  ] as const) {
    expect(familyOfLoinc(one)?.key).toBe(familyOfLoinc(other)?.key);
  }
});

test('no code is in two families, and no key is used twice', () => {
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(TEST_FAMILIES.map(({ key }) => key)).size).toBe(TEST_FAMILIES.length);
});

// LOINC's check digit is modulus 10 (Luhn) over the digits before the hyphen.
test.each(codes)('%s has its check digit', (code) => {
  const [digits = '', check] = code.split('-');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  expect((10 - (sum % 10)) % 10).toBe(Number(check));
});
