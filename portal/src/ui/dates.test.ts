import { describe, expect, it } from 'vitest';
import { bornWords, dateWords, dayWords, dueWords, instantWords, planWords, sinceWords } from '#portal/ui/dates.ts';

const navajo = 'America/Denver';
const phoenix = 'America/Phoenix';

describe('dates in words', () => {
  it('writes a calendar date without giving it a zone', () => {
    expect(dateWords('1961-03-12')).toBe('12 Mar 1961');
    expect(dateWords('2026-12-01')).toBe('1 Dec 2026');
  });

  it('leaves alone what is not a date', () => {
    expect(dateWords('unknown')).toBe('unknown');
    expect(dateWords('2026-13-01')).toBe('2026-13-01');
  });

  it('names the zone beside each time, through daylight saving and without it', () => {
    expect(instantWords('2026-11-21T13:10:00Z', navajo)).toBe('21 Nov 2026, 06:10 MST');
    expect(instantWords('2026-07-21T13:10:00Z', navajo)).toBe('21 Jul 2026, 07:10 MDT');
    expect(instantWords('2026-07-21T13:10:00Z', phoenix)).toBe('21 Jul 2026, 06:10 MST');
  });

  it('writes midnight as 00:00', () => {
    expect(instantWords('2026-11-21T07:00:00Z', navajo)).toBe('21 Nov 2026, 00:00 MST');
  });

  it('takes the day of an instant in the reader’s zone', () => {
    expect(dayWords('2026-11-21T03:00:00Z', navajo)).toBe('20 Nov 2026');
  });
});

it('tells the hour of what is of today, in the reader’s zone', () => {
  const now = Date.parse('2026-11-22T04:00:00Z');
  expect(sinceWords('2026-11-21T13:10:00Z', now, navajo)).toBe('today, 06:10 MST');
  expect(sinceWords('2026-11-21T03:10:00Z', now, navajo)).toBe('20 Nov 2026');
});

describe('a date that is known in part', () => {
  it.each([
    ['DAY', '1 Jan 2019'],
    ['MONTH', 'Jan 2019'],
    ['YEAR', '2019'],
  ] as const)('by the %s is %s', (precision, words) => {
    expect(dateWords('2019-01-01', precision)).toBe(words);
  });
});

describe('when something is due', () => {
  const now = Date.parse('2026-11-22T05:30:00Z'); // 21 Nov, 22:30 in Denver

  it.each([
    ['2026-11-21', 'today'],
    ['2026-11-22', 'tomorrow'],
    ['2026-11-20', 'yesterday'],
    ['2026-11-24', 'in 3 days'],
    ['2027-02-16', 'in 3 months'],
    ['2026-11-12', '9 days ago'],
    ['2030-11-20', 'in 4 years'],
  ])('%s is %s', (date, words) => {
    expect(dueWords(date, now, navajo)).toBe(words);
  });

  it('keeps a calendar date as it was sent, west of Greenwich too', () => {
    expect(planWords({ due: '2026-12-04', at: null }, now, navajo)).toBe('4 Dec 2026, in 13 days');
  });

  it('tells the time of an appointment in the reader’s zone, with its day there', () => {
    expect(planWords({ due: '2026-12-05', at: '2026-12-05T01:30:00Z' }, now, navajo)).toBe(
      '4 Dec 2026, 18:30 MST, in 13 days',
    );
  });

  it('says nothing where no day is set', () => {
    expect(planWords({ due: null, at: null }, now, navajo)).toBeNull();
  });
});

describe('born', () => {
  it('gives the age today, and after death the age at death', () => {
    expect(bornWords({ birthDate: '1961-03-12', age: 65, deceased: false })).toBe('12 Mar 1961 (65 y)');
    expect(bornWords({ birthDate: '1939-01-19', age: 87, deceased: true })).toBe('19 Jan 1939 (died at 87 y)');
  });

  it('says when it was never sent', () => {
    expect(bornWords({ birthDate: null, age: null, deceased: false })).toBe('birth date not recorded');
  });
});
