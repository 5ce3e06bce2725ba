import { describe, expect, test } from 'vitest';
import { addressLine, bestName, isAroundTheClock, isNpi, isSocialSecurityNumber, npiOf, telephone } from './people.ts';

test.each([
  ['1234567893', true],
  ['1234567890', false],
  ['123456', false],
  ['0', false],
  ['9999999999', false],
])('%s as an NPI: %s', (value, valid) => {
  expect(isNpi(value)).toBe(valid);
});

test('an NPI is kept as it was sent, valid or not', () => {
  expect(npiOf([{ system: 'http://hl7.org/fhir/sid/us-npi', value: '430' }])).toBe('430');
  expect(npiOf([{ system: 'http://hl7.org.fhir/sid/us-npi', value: '1234567893' }])).toBe('1234567893');
});

describe('a name', () => {
  test('is the official one, never an old one while there is another', () => {
    expect(
      bestName([
        { use: 'old', family: 'Baxter' },
        { use: 'usual', family: 'Shaw', given: ['Amy', 'V.'] },
      ]),
    ).toEqual({ family: 'Shaw', given: 'Amy V.' });
  });

  test('is read out of its text when there is nothing else', () => {
    expect(bestName([{ text: 'Smith-Johnson, Betsy' }])).toEqual({ family: 'Smith-Johnson', given: 'Betsy' });
    expect(bestName([{ text: 'Test Pathologist' }])).toEqual({ family: 'Pathologist', given: 'Test' });
  });
});

test('a social security number is one by type, system or words', () => {
  expect(isSocialSecurityNumber({ type: { coding: [{ code: 'SS' }] }, value: '999-12-3456' })).toBe(true);
  expect(isSocialSecurityNumber({ system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-12-3456' })).toBe(true);
  expect(isSocialSecurityNumber({ type: { text: 'Social Security Number' }, value: '999-12-3456' })).toBe(true);
  expect(isSocialSecurityNumber({ type: { coding: [{ code: 'MR' }] }, value: '17' })).toBe(false);
});

test('the number to ring is a telephone in use', () => {
  expect(
    telephone([
      { system: 'email', value: 'a@b.example' },
      { system: 'phone', use: 'old', value: '1' },
      { system: 'phone', rank: 2, value: '2' },
      { system: 'phone', rank: 1, value: '3' },
    ]),
  ).toBe('3');
});

test('an address is one line', () => {
  expect(addressLine({ line: ['12 Mesa Rd'], city: 'Tuba City', state: 'AZ', postalCode: '86045' })).toBe(
    '12 Mesa Rd, Tuba City, AZ 86045',
  );
});

test('around the clock is every day, all day', () => {
  expect(
    isAroundTheClock([
      { daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri'], allDay: true },
      { daysOfWeek: ['sat', 'sun'], allDay: true },
    ]),
  ).toBe(true);
  expect(isAroundTheClock([{ daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri'], allDay: true }])).toBe(false);
});
