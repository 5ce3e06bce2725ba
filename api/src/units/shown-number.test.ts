import { expect, test } from 'vitest';
import { shownNumber } from './shown-number.ts';

test.each([
  [123_456, '123456'],
  [50_012, '50012'],
  [1234.56, '1235'],
  [999.96, '1000'],
  [12.3456789, '12.35'],
  [0.000123456, '0.0001235'],
  [-1234.5678, '-1235'],
  [0, '0'],
  [1.5, '1.5'],
  [12.34, '12.34'],
  [0.005, '0.005'],
])('%d is read as %s', (value, shown) => {
  expect(shownNumber(value)).toBe(shown);
});
