import { describe, expect, it } from 'vitest';
import { readSearch } from './search.ts';

describe('what a person typed into the patient finder', () => {
  it.each(['1961-03-12', '3/12/1961', '12 Mar 1961', '12 March 1961'])('%s is a birth date', (text) => {
    expect(readSearch(text)).toEqual({ birthDate: '1961-03-12' });
  });

  it.each(['31/12/1961', '1961-02-30', '12 Foo 1961'])('%s is no date that exists, so it is words', (text) => {
    expect(readSearch(text)).toHaveProperty('words');
  });

  it('splits names as they are written on a chart', () => {
    expect(readSearch('PULIDO, Adán')).toEqual({ words: ['pulido', 'adan'] });
  });

  it('takes an empty text as no search', () => {
    expect(readSearch('  ')).toEqual({ words: [] });
  });

  it('keeps what a pattern would read as a wildcard', () => {
    expect(readSearch('100%_')).toEqual({ words: ['100%_'] });
  });
});
