import { describe, expect, test } from 'vitest';
import { moment } from './dates.ts';

const read = (value: unknown) => moment(value, 'onset');

describe('a date', () => {
  test.each([
    ['2019', '2019-01-01', 'year'],
    ['2019-05', '2019-05-01', 'month'],
    ['2019-05-17', '2019-05-17', 'day'],
  ])('%s is kept with what it does not say', (value, on, precision) => {
    expect(read(value)).toMatchObject({ on, precision });
  });

  test('with a time stays the day that the source wrote, whatever the offset', () => {
    expect(read('2021-03-27T23:30:00-05:00')).toEqual({
      at: '2021-03-28T04:30:00.000Z',
      on: '2021-03-27',
      precision: 'time',
    });
    expect(read('2021-03-27T00:30:00+02:00')?.on).toBe('2021-03-27');
  });

  test('without a time is the same day from Hawaii to Tokyo', () => {
    const { at } = read('2020-02-29')!;
    for (const timeZone of ['Pacific/Honolulu', 'America/Phoenix', 'Asia/Tokyo']) {
      expect(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))).toBe('2020-02-29');
    }
  });

  test('to come is a date', () => {
    expect(read('2029-05-01')?.on).toBe('2029-05-01');
  });

  test('is understood without seconds or offset', () => {
    expect(read('2020-01-01T08:30')?.at).toBe('2020-01-01T08:30:00.000Z');
  });

  test('in a leap second is taken a second earlier', () => {
    expect(read('2016-12-31T23:59:60Z')?.at).toBe('2016-12-31T23:59:59.000Z');
  });

  test('that nobody gave is none', () => {
    expect(read(undefined)).toBeUndefined();
  });

  test.each([
    ['13/05/1960', 'onset "13/05/1960" is not a date'],
    ['2023-02-30', 'onset "2023-02-30" is not a day of the calendar'],
    ['2023-13-01', 'onset "2023-13-01" is not a day of the calendar'],
    ['9999-12-31', 'onset "9999-12-31" lies after 2100'],
    ['0001-01-01', 'onset "0001-01-01" lies before 1800'],
    [19600513, 'onset "19600513" is not a date'],
  ])('%s is refused, and the reason names it', (value, reason) => {
    expect(() => read(value)).toThrow(reason);
  });
});
