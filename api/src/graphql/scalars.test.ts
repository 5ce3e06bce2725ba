import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateScalar, DateTimeScalar } from './scalars.ts';

describe('Date', () => {
  it.each(['2024-02-29', '1931-12-01'])('takes %s', (text) => {
    expect(DateScalar.parseValue(text)).toBe(text);
    expect(DateScalar.parseLiteral(parseValue(`"${text}"`))).toBe(text);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-01T00:00:00Z', '', 20240101, null])(
    'refuses %s',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow('YYYY-MM-DD');
    },
  );

  it('gives out what it carries', () => {
    expect(DateScalar.serialize('2024-02-29')).toBe('2024-02-29');
    expect(() => DateScalar.serialize(new Date())).toThrow('carried as a string');
  });
});

describe('DateTime', () => {
  it.each(['2026-11-22T16:05:00Z', '2026-11-22T16:05:00.123-07:00'])('takes %s', (text) => {
    expect(DateTimeScalar.parseValue(text)).toBe(text);
  });

  it.each(['2026-11-22T16:05:00', '2026-11-22', '2026-02-30T00:00:00Z', '2026-11-22T25:00:00Z', 1])(
    'refuses %s',
    (value) => {
      expect(() => DateTimeScalar.parseValue(value)).toThrow('RFC 3339');
    },
  );

  it('refuses a number written into the query', () => {
    expect(() => DateTimeScalar.parseLiteral(parseValue('1'))).toThrow('RFC 3339');
  });
});
