import { expect, it } from 'vitest';
import { dayIn, dayInWords, daysBetween, lastDayOf, momentOfDay } from './calendar.ts';

const evening = new Date('2026-11-22T02:30:00Z');

it('a day is a day of the reader’s', () => {
  expect([dayIn(evening, 'America/Phoenix'), dayIn(evening, 'UTC')]).toEqual(['2026-11-21', '2026-11-22']);
  expect(dayInWords(evening, 'America/Phoenix')).toBe('21 Nov 2026');
  expect(daysBetween(evening, new Date('2026-11-22T20:00:00Z'), 'America/Phoenix')).toBe(1);
  expect(daysBetween(evening, new Date('2026-11-22T20:00:00Z'), 'UTC')).toBe(0);
  // the hour that daylight saving adds
  expect(daysBetween(momentOfDay('2026-10-31'), momentOfDay('2026-11-02'), 'America/Denver')).toBe(2);
});

it('says no more of a date than is known', () => {
  const at = momentOfDay('2026-03-01');
  expect([dayInWords(at, 'UTC'), dayInWords(at, 'UTC', 'month'), dayInWords(at, 'UTC', 'year')]).toEqual([
    '1 Mar 2026',
    'Mar 2026',
    '2026',
  ]);
  expect(lastDayOf(at, 'day')).toBe(at);
  expect(dayIn(lastDayOf(at, 'month'), 'UTC')).toBe('2026-03-31');
  expect(dayIn(lastDayOf(at, 'year'), 'UTC')).toBe('2026-12-31');
  expect(dayIn(lastDayOf(momentOfDay('2026-12-01'), 'month'), 'UTC')).toBe('2026-12-31');
});
