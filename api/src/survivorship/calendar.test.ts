import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, dayIn, dayInWords, daysBetween, earliestOf, isDay, latestOf } from './calendar.ts';

const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2022-01-01', days));

describe('the calendar', () => {
  it('adds months without leaving the month, and never loses a day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 60 }), (from, months, days) => {
        const to = addMonths(from, months);
        expect(isDay(to)).toBe(true);
        const monthsApart =
          (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
        expect(monthsApart).toBe(months);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
        expect(addMonths(addDays(from, days), months) >= to).toBe(true);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2023-11-30', 3, '2024-02-29'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it.each([
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['someday', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));

  it.each([
    ['America/Phoenix', '2026-03-08T06:59:00Z', '2026-03-07'],
    ['America/Denver', '2026-03-08T06:59:00Z', '2026-03-07'],
    ['America/Denver', '2026-07-01T05:59:00Z', '2026-06-30'],
    ['America/Phoenix', '2026-07-01T06:59:00Z', '2026-06-30'],
    ['America/Denver', '2026-07-01T06:00:00Z', '2026-07-01'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
  ])('in %s it is at %s the %s', (zone, moment, on) => expect(dayIn(zone, new Date(moment))).toBe(on));

  it.each([
    ['1984-02-29', '2024-02-28', 39],
    ['1984-02-29', '2024-02-29', 40],
    ['1984-02-29', '2025-02-27', 40],
    ['1984-02-29', '2025-02-28', 41],
    ['1970-12-31', '2026-12-30', 55],
    ['1970-12-31', '2026-12-31', 56],
  ])('born on %s, one is on %s %i years old', (born, on, years) => expect(ageOn(born, on)).toBe(years));
});

it('a day is told so that nobody takes the day for the month', () => {
  expect([dayInWords('2026-12-10'), dayInWords('2027-01-01')]).toEqual(['10 Dec 2026', '1 Jan 2027']);
});

it('the earliest and the latest of several days', () => {
  const days = ['2026-02-01', '2025-12-31', '2026-01-15'];
  expect([earliestOf(...days), latestOf(...days)]).toEqual(['2025-12-31', '2026-02-01']);
});
